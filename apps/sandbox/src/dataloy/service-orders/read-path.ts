import type { Path, Step } from "../../store/disbursement-filter.js";
import { ENTITY_TYPES } from "../entity-types.js";
import { type Kind, LINE_PROPERTIES, LINES, ORDER_PROPERTIES, type Property, UNFILTERABLE } from "./properties.js";

/** A path, and the kind of the values at its end. */
export type ReadPath = { readonly path: Path; readonly kind: Kind };

/** Throws a Refusal that says what is wrong. */
export type Refuse = (why: string) => never;

type Segment = Step & { readonly name: string };

const MAX_SEGMENTS = 6;

/**
 * Reads a path of a filter or a sort: a property, or a way into sub-objects and lines with dots. A reference at its end
 * stands for its key. `+` after the last segment means nothing: a path does not lead over its end.
 */
export function readPath(text: string, refuse: Refuse): ReadPath {
  const segments = text.split(".").map(readSegment);
  if (segments.length > MAX_SEGMENTS) refuse(`has a path of more than ${MAX_SEGMENTS} segments`);
  const [first = { name: "", keepsNull: false }, ...rest] = segments;
  if (first.name !== LINES) return readOwn(segments, ORDER_PROPERTIES, undefined, refuse);
  if (rest.length === 0) refuse(`ends at ${LINES}, a list; add a property of a line, such as ${LINES}.amountFinal`);
  return readOwn(rest, LINE_PROPERTIES, { keepsNull: first.keepsNull }, refuse);
}

function readSegment(text: string): Segment {
  return { name: text.replace(/\+$/, ""), keepsNull: text.endsWith("+") };
}

function readOwn(
  [first = { name: "", keepsNull: false }, ...rest]: readonly Segment[],
  properties: ReadonlyMap<string, Property<Path["column"]>>,
  lines: Step | undefined,
  refuse: Refuse,
): ReadPath {
  const property = properties.get(first.name);
  if (property === undefined) return refuse(problemWith(first.name, lines === undefined ? "ServiceOrder" : LINES));
  const { column } = property;
  const [inner, ...beyond] = rest;
  if ("kind" in property) {
    if (inner !== undefined) refuse(`goes on after ${first.name}, which is a value`);
    return { kind: property.kind, path: { lines, column, isText: property.kind === "text" } };
  }
  if (inner === undefined) return { kind: "integer", path: { lines, column, isText: false } };
  if (beyond.length > 0) refuse(`goes on after ${inner.name}, which is a value`);
  const reference = { column: column as NonNullable<Path["reference"]>["column"], keepsNull: first.keepsNull };
  return readInner(inner.name, property.refersTo, { lines, reference }, refuse);
}

/** What the object that a reference leads to has of its own. */
function readInner(
  name: string,
  type: keyof typeof ENTITY_TYPES | "ServiceOrder",
  way: Pick<Path, "lines" | "reference">,
  refuse: Refuse,
): ReadPath {
  if (name === "key") return { kind: "integer", path: { ...way, column: "key", isText: false } };
  const columns = type === "ServiceOrder" ? {} : ENTITY_TYPES[type];
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column === undefined) return refuse(problemWith(name, type));
  return { kind: "text", path: { ...way, column, isText: true } };
}

function problemWith(name: string, of: string): string {
  return UNFILTERABLE.has(name)
    ? `names ${name}, which cannot be used here`
    : `names ${name}, which ${of} does not have`;
}
