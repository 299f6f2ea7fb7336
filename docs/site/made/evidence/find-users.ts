import { methods } from "../../reference/list-operations.ts";
import type { OpenApiDocument } from "../../reference/read-bundle.ts";

/** What of an API a place of its description is about. */
export interface Users {
  /** The operationIds, in the order of the document. */
  operations: string[];
  /** The names of webhooks. */
  webhooks: string[];
}

/** Tells by a JSON pointer into a description which operations and webhooks the place is about. None is the API as a whole. */
export type FindUsers = (pointer: string) => Users;

interface User {
  kind: "operations" | "webhooks";
  name: string;
  /** Where it stands, and every component that it refers to, directly or not. */
  places: Set<string>;
}

/** Reads once what refers to what. */
export function openUsers(document: OpenApiDocument): FindUsers {
  const users = [...operationsOf(document), ...webhooksOf(document)];
  return (pointer) => {
    const found = users.filter(({ places }) => [...places].some((place) => touches(place, pointer)));
    const names = (kind: User["kind"]) => found.filter((one) => one.kind === kind).map(({ name }) => name);
    return { operations: names("operations"), webhooks: names("webhooks") };
  };
}

/** A place in an operation is the operation's; so is what is around it, such as its path item, but nothing wider than that. */
function touches(place: string, pointer: string): boolean {
  if (pointer === place || pointer.startsWith(`${place}/`)) return true;
  const isAround = place.startsWith(`${pointer}/`) && place.startsWith("/paths/");
  return isAround && pointer.split("/").length === 3;
}

function operationsOf(document: OpenApiDocument): User[] {
  return Object.entries(document.paths).flatMap(([path, item]) => {
    const shared = Object(item).parameters;
    const at = `/paths/${encode(path)}`;
    return methods
      .filter((method) => method in item)
      .map((method) => {
        const operation = Object(item)[method];
        const places = new Set([`${at}/${method}`, ...(shared === undefined ? [] : [`${at}/parameters`])]);
        follow(document, [operation, shared], places);
        return { kind: "operations", name: operation.operationId, places };
      });
  });
}

function webhooksOf(document: OpenApiDocument): User[] {
  return Object.entries(Object(document.webhooks)).map(([name, item]) => {
    const places = new Set([`/webhooks/${encode(name)}`]);
    follow(document, item, places);
    return { kind: "webhooks", name, places };
  });
}

function follow(document: unknown, node: unknown, places: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  const reference: unknown = Object(node).$ref;
  if (typeof reference === "string" && !places.has(reference.slice(1))) {
    places.add(reference.slice(1));
    follow(document, valueAt(document, reference.slice(1)), places);
  }
  for (const child of Object.values(node)) follow(document, child, places);
}

/** What stands at a JSON pointer; undefined where nothing does. */
export function valueAt(document: unknown, pointer: string): unknown {
  return namesIn(pointer).reduce((at: unknown, name) => Object(at)[name], document);
}

/** The names in a JSON pointer, decoded. */
export function namesIn(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A name as it stands in a JSON pointer. */
export function encode(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
