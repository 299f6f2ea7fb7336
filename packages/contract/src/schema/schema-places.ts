import { isObject, joinPointer, membersOf, type Place } from "../document.js";

type Name = "document" | "components" | "pathItem" | "operation" | "parameter" | "body" | "response" | "mediaType";

/** What stands somewhere: a schema, an OpenAPI object of a certain kind, or a map or list of such. */
type Step = "schema" | Name | { readonly each: Step };

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Which members of OpenAPI's objects lead to schemas. */
const SHAPES: Readonly<Record<Name, Readonly<Record<string, Step>>>> = {
  document: { paths: { each: "pathItem" }, webhooks: { each: "pathItem" }, components: "components" },
  components: {
    schemas: { each: "schema" },
    parameters: { each: "parameter" },
    headers: { each: "parameter" },
    requestBodies: { each: "body" },
    responses: { each: "response" },
    pathItems: { each: "pathItem" },
    callbacks: { each: { each: "pathItem" } },
  },
  pathItem: {
    parameters: { each: "parameter" },
    ...Object.fromEntries(METHODS.map((method): [string, Step] => [method, "operation"])),
  },
  operation: {
    parameters: { each: "parameter" },
    requestBody: "body",
    responses: { each: "response" },
    callbacks: { each: { each: "pathItem" } },
  },
  parameter: { schema: "schema", content: { each: "mediaType" } },
  body: { content: { each: "mediaType" } },
  response: { headers: { each: "parameter" }, content: { each: "mediaType" } },
  mediaType: { schema: "schema" },
};

/** Finds every schema of a document, used or not; not the schemas inside them, and never the data of an example. */
export function schemaPlaces(document: unknown): Place[] {
  return walk({ pointer: "#", value: document }, "document");
}

function walk(place: Place, step: Step): Place[] {
  if (step === "schema") return [place];
  if (typeof step === "object") return children(place).flatMap((child) => walk(child, step.each));
  const shape = SHAPES[step];
  return membersOf(place).flatMap((child) => {
    const next = Object.hasOwn(shape, child.name) ? shape[child.name] : undefined;
    return next === undefined ? [] : walk(child, next);
  });
}

/** What a `$ref` names is found where it stands. */
function children({ pointer, value }: Place): Place[] {
  if (Array.isArray(value))
    return value.map((each, index) => ({ pointer: joinPointer(pointer, `${index}`), value: each }));
  if (isObject(value) && typeof value.$ref === "string") return [];
  return membersOf({ pointer, value }).filter(({ name }) => !name.startsWith("x-"));
}
