import fc from "fast-check";
import { elements, entries, escapePointer, type JsonObject, member } from "../document.js";
import { numbersOf } from "./arbitrary-number.js";
import { recordsOf } from "./arbitrary-record.js";
import { type TextKind, textsOf } from "./arbitrary-text.js";
import { allowedValues, flatSchemas, type JsonType, typesOf } from "./flat-schema.js";
import { type Known, NOTHING_KNOWN } from "./known-values.js";

/** A schema's place in a request, and what is known beside it. */
type Spot = {
  readonly document: unknown;
  readonly known: Known;
  readonly place: string;
  readonly kind: TextKind;
  /** How many objects and lists it stands in. */
  readonly depth: number;
};

/** A list without a maximum has at most so many elements more than its minimum. */
const MORE_ELEMENTS = 4;
/** Deeper down, only what is required is there: a schema may contain itself. */
const MOST_DEPTH = 6;

/**
 * Values that keep a schema. They shrink to the smallest: without what is optional, the shortest text, the first value of an
 * enum, the first branch of a union.
 *
 * What a schema says with `not`, `if` or `dependentRequired` is not looked at; the caller asks the contract.
 *
 * @param place - Where the value stands in a request: `query.page`, `/lines/#/key`, empty for a body.
 * @returns Undefined for what nothing can be drawn for: a schema that no value keeps, or a reference without documented values.
 */
export function arbitraryOf(
  document: unknown,
  schema: unknown,
  known = NOTHING_KNOWN,
  place = "",
): fc.Arbitrary<unknown> | undefined {
  const [kind = ""] = place.split(".");
  return drawAt({ document, known, place, kind: isInUrl(kind) ? kind : "body", depth: 0 }, schema);
}

function isInUrl(kind: string): kind is TextKind {
  return kind === "path" || kind === "query" || kind === "header";
}

function drawAt(spot: Spot, schema: unknown): fc.Arbitrary<unknown> | undefined {
  const given = spot.known.valuesAt(spot.place);
  if (given !== undefined) return given.length === 0 ? undefined : fc.constantFrom(...given);
  return oneOf(flatSchemas(spot.document, schema).map((flat) => drawFlat(spot, flat)));
}

function oneOf(some: readonly (fc.Arbitrary<unknown> | undefined)[]): fc.Arbitrary<unknown> | undefined {
  const [first, ...others] = some.filter((one) => one !== undefined);
  if (first === undefined || others.length === 0) return first;
  return fc.oneof({ withCrossShrink: true }, first, ...others);
}

function drawFlat(spot: Spot, flat: JsonObject): fc.Arbitrary<unknown> | undefined {
  const allowed = allowedValues(flat);
  if (allowed !== undefined) return allowed.length === 0 ? undefined : fc.constantFrom(...allowed);
  return oneOf(typesOf(flat).map((type) => DRAW[type](flat, spot)));
}

const DRAW: Readonly<Record<JsonType, (flat: JsonObject, spot: Spot) => fc.Arbitrary<unknown> | undefined>> = {
  string: (flat, { kind }) => textsOf(flat, kind),
  integer: (flat) => numbersOf(flat, true),
  number: (flat) => numbersOf(flat, false),
  boolean: () => fc.boolean(),
  object: objectsOf,
  array: listsOf,
  null: () => fc.constant(null),
};

function objectsOf(flat: JsonObject, spot: Spot): fc.Arbitrary<unknown> | undefined {
  const needed = [...elements(flat.required), ...spot.known.membersAt(spot.place)];
  const wanted = entries(flat.properties).filter(([name]) => spot.depth < MOST_DEPTH || needed.includes(name));
  const drawn = wanted.map(([name, schema]) => {
    const place = `${spot.place}/${escapePointer(name)}`;
    return [name, drawAt({ ...spot, place, depth: spot.depth + 1 }, schema)] as const;
  });
  if (drawn.some(([name, one]) => one === undefined && needed.includes(name))) return undefined;
  const there = drawn.flatMap(([name, one]) => (one === undefined ? [] : [[name, one] as const]));
  return recordsOf(there, needed);
}

function listsOf(flat: JsonObject, spot: Spot): fc.Arbitrary<unknown> | undefined {
  const { minItems, maxItems, uniqueItems } = flat;
  const minLength = typeof minItems === "number" ? minItems : 0;
  const maxLength = Math.min(typeof maxItems === "number" ? maxItems : Infinity, minLength + MORE_ELEMENTS);
  const inside = { ...spot, place: `${spot.place}/#`, depth: spot.depth + 1 };
  const element = spot.depth < MOST_DEPTH || minLength > 0 ? drawAt(inside, flat.items ?? {}) : undefined;
  if (element === undefined) return minLength > 0 ? undefined : fc.constant([]);
  const property = spot.known.uniqueAt(spot.place);
  if (property === undefined && uniqueItems !== true) return fc.array(element, { minLength, maxLength });
  // An element without the property is like no other.
  const selector = (one: unknown) =>
    property === undefined ? JSON.stringify(one) : (member(one, property) ?? Symbol());
  return fc.uniqueArray(element, { minLength, maxLength, selector, comparator: "SameValue" });
}
