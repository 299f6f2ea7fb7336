import type { Api } from "../api.js";
import { member } from "../document.js";
import type { Finding, Rule } from "../finding.js";
import { follow, memberOf, membersOf, type Place } from "./place.js";
import { schemaPlaces } from "./schema-places.js";

/**
 * Where the spec says what a finding is about: the nearest line, from the exact property outwards to the operation. What is missing
 * is found where it should be.
 *
 * @param status - Of the answer that the finding is about; undefined without one.
 * @returns The line, from 1 on, and its file, named from the spec's folder; undefined when the finding names no operation.
 */
export function locate(
  api: Api,
  { rule, where }: Pick<Finding, "rule" | "where">,
  status: number | undefined,
): { file: string; line: number } | undefined {
  const [operationId = "", ...rest] = where.split(" ");
  const operation = api.operations.find((each) => each.operationId === operationId);
  if (operation === undefined) return undefined;
  const root = { pointer: "", value: api.document };
  const path = memberOf(memberOf(root, "paths"), operation.path);
  const subject = { root, path, operation: memberOf(path, operation.method.toLowerCase()) };
  const places = placesOf(subject, readPlace(rest.join(" ")), REQUEST_RULES.includes(rule) ? "request" : status);
  const [file, line] = linesOf(api, places)[0]?.split(":") ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}

/** Rules about what was sent. All others are about what came back. */
const REQUEST_RULES: readonly Rule[] = [
  "invalid-request-accepted",
  "own-request",
  "valid-request-refused",
  "missing-auth",
];

function linesOf(api: Api, places: readonly Place[]): string[] {
  return places.flatMap(({ pointer }) => (Object.hasOwn(api.lines, pointer) ? [api.lines[pointer] ?? ""] : []));
}

/** The operation that a finding is about, the path that it is on, and the bundle. */
type Subject = { readonly root: Place; readonly path: Place; readonly operation: Place };

/** A place as a finding names it: `body`, `query.per`, `418`; `pointer` leads on into the value. */
type Named = { readonly kind: string; readonly name: string; readonly pointer: string };

function readPlace(text: string): Named {
  if (text.startsWith("/")) return { kind: "body", name: "", pointer: text };
  const [, kind, name = "", pointer = ""] = /^(query|path|header)\.([^/]*)(.*)$/s.exec(text) ?? [];
  if (kind !== undefined) return { kind, name, pointer };
  return { kind: /^\d{3}$/.test(text) ? "status" : text, name: text, pointer: "" };
}

/** Places of the bundle, the nearest first. `message` is the request, or the status of the answer. */
function placesOf(subject: Subject, named: Named, message: "request" | number | undefined): Place[] {
  const { operation } = subject;
  const { kind } = named;
  if (kind === "query" || kind === "path") return [...parameterPlaces(subject, named), operation];
  if (kind === "status") return [memberOf(operation, "responses"), operation];
  if (kind !== "body" && kind !== "header") return [operation];
  if (message !== "request") return [...answerPlaces(subject, named, message), operation];
  if (kind === "header" && !isSameName(named.name, "content-type"))
    return [...parameterPlaces(subject, named), operation];
  return [...messagePlaces(subject, named, memberOf(operation, "requestBody")), operation];
}

/** An operation's own parameter goes before the path's. Credentials are no parameter: `security` asks for them. */
function parameterPlaces({ root, path, operation }: Subject, { kind, name, pointer }: Named): Place[] {
  const lists = [memberOf(operation, "parameters"), memberOf(path, "parameters")];
  const parameter = lists
    .flatMap(membersOf)
    .map((each) => follow(root.value, each))
    .find(({ value }) => member(value, "in") === kind && isSameName(member(value, "name"), name));
  if (parameter !== undefined) return valuePlaces(root.value, parameter, pointer);
  const isCredentials = kind === "header" && isSameName(name, "authorization");
  return isCredentials ? [memberOf(operation, "security"), memberOf(root, "security")] : lists;
}

/** The answer of a status is that of its range (`4XX`), or `default`, where the spec does not have it itself. */
function answerPlaces(subject: Subject, named: Named, status: number | undefined): Place[] {
  const responses = memberOf(subject.operation, "responses");
  const names = status === undefined ? [] : [`${status}`, `${Math.floor(status / 100)}XX`, "default"];
  const response = names.map((name) => memberOf(responses, name)).find(({ value }) => value !== undefined);
  return response === undefined ? [responses] : messagePlaces(subject, named, response);
}

function messagePlaces({ root }: Subject, { kind, name, pointer }: Named, entry: Place): Place[] {
  const message = follow(root.value, entry);
  const content = memberOf(message, "content");
  if (kind === "body") {
    const schemas = membersOf(content).map((mediaType) => memberOf(mediaType, "schema"));
    return [...schemaPlaces(root.value, schemas, pointer), content, message, entry];
  }
  if (isSameName(name, "content-type")) return [content, message, entry];
  const header = follow(root.value, memberOf(memberOf(message, "headers"), name));
  return [...valuePlaces(root.value, header, pointer), message, entry];
}

/** Places of the value of a parameter or header, and last the parameter itself. */
function valuePlaces(document: unknown, holder: Place, pointer: string): Place[] {
  if (pointer === "") return [holder];
  const schemas = [holder, ...membersOf(memberOf(holder, "content"))].map((each) => memberOf(each, "schema"));
  return [...schemaPlaces(document, schemas, pointer), holder];
}

/** Names of headers have no case. No two parameters of an operation differ by it alone. */
function isSameName(one: unknown, other: string): boolean {
  return typeof one === "string" && one.toLowerCase() === other.toLowerCase();
}
