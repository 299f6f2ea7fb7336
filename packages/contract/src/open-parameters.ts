import type { Parameter, Style } from "./contract.js";
import { follow, joinPointer, memberOf, membersOf, type Place } from "./document.js";
import { isJson } from "./media-type.js";
import { readingOf } from "./parameters/reading.js";
import type { Schemas } from "./schema/compile-schemas.js";
import type { Direction } from "./schema/prepare-schema.js";

/** The document that is being opened, its schemas, and which way the messages go that are opened with it. */
export type Opening = { readonly document: unknown; readonly schemas: Schemas; readonly direction: Direction };

/** The first style of a place is its default. */
const STYLES = {
  path: ["simple"],
  header: ["simple"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
} as const satisfies Record<Parameter["in"], readonly Style[]>;
const IGNORED_HEADERS = ["accept", "content-type", "authorization"];

/** Opens an operation's parameters: its path's, each replaced by the operation's own of the same name and place. */
export function openParameters(opening: Opening, inherited: Place, own: Place): Parameter[] {
  const byPlace = new Map<string, Parameter>();
  for (const place of [...elements(inherited), ...elements(own)].map((each) => follow(opening.document, each))) {
    const parameter = openParameter(opening, place, memberOf(place, "name").value, memberOf(place, "in").value);
    byPlace.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...byPlace.values()].filter(({ in: where, name }) => {
    return where !== "header" || !IGNORED_HEADERS.includes(name.toLowerCase());
  });
}

function elements({ pointer, value }: Place): Place[] {
  if (!Array.isArray(value)) return [];
  return value.map((each, index) => ({ pointer: joinPointer(pointer, `${index}`), value: each }));
}

/**
 * Opens a parameter, or a response header, whose name and place stand elsewhere.
 *
 * @throws Error naming the place when its name, its place, its style or its schema is missing or not understood.
 */
export function openParameter(opening: Opening, place: Place, name: unknown, where: unknown): Parameter {
  const refuse = (why: string): never => {
    throw new Error(`The parameter at ${place.pointer} ${why}.`);
  };
  const at = where === "path" || where === "query" || where === "header" ? where : undefined;
  if (at === undefined) return refuse(`is in ${JSON.stringify(where)}, which is not understood`);
  const styles: readonly Style[] = STYLES[at];
  const style = styles.find((each) => each === (memberOf(place, "style").value ?? styles[0]));
  const [content] = membersOf(memberOf(place, "content"));
  const schema = memberOf(content ?? place, "schema");
  const explode = memberOf(place, "explode").value;
  return {
    name: typeof name === "string" ? name : refuse("has no name"),
    in: at,
    required: memberOf(place, "required").value === true || at === "path",
    style: style ?? refuse("has a style that is not understood"),
    explode: typeof explode === "boolean" ? explode : style === "form",
    isJson: content !== undefined && isJson(content.name),
    schema: schema.value === undefined ? refuse("has no schema") : opening.schemas.at(schema, opening.direction),
    reading: readingOf(opening.document, schema),
  };
}
