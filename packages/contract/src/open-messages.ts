import type { MediaType, Parameter, RequestBody, ResponseDefinition, Style } from "./contract.js";
import { follow, isObject, joinPointer, memberOf, membersOf, type Place } from "./document.js";
import { isJson, isRange } from "./media-type.js";
import { readingOf } from "./parameters/reading.js";
import type { Schema, Schemas } from "./schema/compile-schemas.js";
import type { Direction } from "./schema/prepare-schema.js";
import { factsOf } from "./schema/schema-facts.js";

const STYLES: Readonly<Record<string, readonly Style[]>> = {
  path: ["simple"],
  header: ["simple"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
};
const IGNORED_HEADERS = ["accept", "content-type", "authorization"];

/** Opens an operation's parameters: its path's, each replaced by the operation's own of the same name and place. */
export function openParameters(document: unknown, schemas: Schemas, inherited: Place, own: Place): Parameter[] {
  const byPlace = new Map<string, Parameter>();
  for (const list of [inherited, own]) {
    const places = Array.isArray(list.value)
      ? list.value.map((value, index) => ({ pointer: joinPointer(list.pointer, `${index}`), value }))
      : [];
    for (const place of places.map((each) => follow(document, each))) {
      const name = memberOf(place, "name").value;
      if (typeof name !== "string") throw new Error(`The parameter at ${place.pointer} has no name.`);
      const parameter = openParameter(document, schemas, place, name, memberOf(place, "in").value, "request");
      byPlace.set(`${parameter.in} ${name}`, parameter);
    }
  }
  return [...byPlace.values()].filter(
    (each) => each.in !== "header" || !IGNORED_HEADERS.includes(each.name.toLowerCase()),
  );
}

function openParameter(
  document: unknown,
  schemas: Schemas,
  place: Place,
  name: string,
  where: unknown,
  direction: Direction,
): Parameter {
  const at = where === "path" || where === "query" || where === "header" ? where : undefined;
  if (at === undefined)
    throw new Error(`The parameter at ${place.pointer} is in ${JSON.stringify(where)}, which is not understood.`);
  const [first] = STYLES[at] ?? [];
  const style = STYLES[at]?.find((each) => each === (memberOf(place, "style").value ?? first));
  if (style === undefined) throw new Error(`The parameter at ${place.pointer} has a style that is not understood.`);
  const explode = memberOf(place, "explode").value;
  const content = membersOf(memberOf(place, "content"));
  const schemaPlace = content[0] === undefined ? memberOf(place, "schema") : memberOf(content[0], "schema");
  if (schemaPlace.value === undefined) throw new Error(`The parameter at ${place.pointer} has no schema.`);
  return {
    name,
    in: at,
    required: memberOf(place, "required").value === true || at === "path",
    style,
    explode: typeof explode === "boolean" ? explode : style === "form",
    isJson: content.some((each) => isJson(each.name)),
    schema: schemas.at(schemaPlace, direction),
    reading: readingOf(document, schemaPlace),
  };
}

/** Opens a request body; undefined when there is none. */
export function openBody(document: unknown, schemas: Schemas, place: Place): RequestBody | undefined {
  if (place.value === undefined) return undefined;
  const body = follow(document, place);
  return {
    required: memberOf(body, "required").value === true,
    content: openContent(document, schemas, memberOf(body, "content"), "request"),
  };
}

/** Opens the response that stands under a status. */
export function openResponse(
  document: unknown,
  schemas: Schemas,
  place: Place & { readonly name: string },
): ResponseDefinition {
  if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(place.name))
    throw new Error(`The status at ${place.pointer} is none, such as 404, 4XX or default.`);
  const response = follow(document, place);
  const headers = membersOf(memberOf(response, "headers")).filter(({ name }) => name.toLowerCase() !== "content-type");
  const opened = headers.map(
    (each) =>
      [each.name, openParameter(document, schemas, follow(document, each), each.name, "header", "response")] as const,
  );
  return {
    status: place.name,
    headers: new Map(opened),
    content: openContent(document, schemas, memberOf(response, "content"), "response"),
  };
}

function openContent(document: unknown, schemas: Schemas, place: Place, direction: Direction): Map<string, MediaType> {
  return new Map(
    membersOf(place).map((each) => [each.name, { schema: openBodySchema(document, schemas, each, direction) }]),
  );
}

/** A body that is no JSON is text: a schema that wants an object of it could never be met. */
function openBodySchema(
  document: unknown,
  schemas: Schemas,
  place: Place & { readonly name: string },
  direction: Direction,
): Schema | undefined {
  const schema = memberOf(place, "schema");
  if (schema.value === undefined || (isObject(schema.value) && Object.keys(schema.value).length === 0))
    return undefined;
  if (!isJson(place.name) && !isRange(place.name) && !factsOf(document, schema).types.has("string")) {
    throw new Error(
      `The schema at ${schema.pointer} wants no text: bodies of ${place.name} are only read as text here.`,
    );
  }
  return schemas.at(schema, direction);
}
