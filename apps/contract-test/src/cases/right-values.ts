import { elements, entries, escapePointer, type JsonObject } from "../document.js";
import { allowedValues, flatSchemas, type JsonType, typesOf } from "./flat-schema.js";
import { type Known, NOTHING_KNOWN } from "./known-values.js";
import { asItIs, type RightValue, rightNumbers, rightTexts } from "./right-scalars.js";

/** A schema with the place where it stands, and what is known beside it. */
type Spot = { readonly document: unknown; readonly known: Known; readonly place: string };

/** More elements than these are not sent, whatever the maximum is. */
const MOST_ELEMENTS = 1000;

/**
 * Values that keep a schema, at its bounds and just inside of them: every value of an enum, every branch of a union, null
 * where it may be null, the shortest and the longest texts and lists, each form of a time.
 *
 * Where a schema says what cannot be told from one keyword alone, such a value may break it; the caller asks the contract.
 *
 * @param place - Where the value stands in a request: `query.page`, `/lines/#/key`, empty for a body.
 */
export function rightValues(document: unknown, schema: unknown, known = NOTHING_KNOWN, place = ""): RightValue[] {
  const spot = { document, known, place };
  const given = known.valuesAt(place);
  const values =
    given === undefined
      ? flatSchemas(document, schema).flatMap((flat) => rightForFlat(spot, flat))
      : given.map((value) => ({ why: asItIs(value), value }));
  return distinct(values);
}

/** One value that keeps a schema: the first that is known or documented, else a small one. */
export function sampleOf(document: unknown, schema: unknown, known = NOTHING_KNOWN, place = ""): unknown {
  return sampleAt({ document, known, place }, schema);
}

/** So many elements that keep the schema of a list's elements, unlike each other as long as there are such. */
export function sampleElements(
  document: unknown,
  schema: unknown,
  count: number,
  known = NOTHING_KNOWN,
  place = "",
): unknown[] {
  if (count === 0) return [];
  const spot = { document, known, place: `${place}/#` };
  const samples = flatSchemas(document, schema).map((flat) => sampleOfFlat(spot, flat));
  const others = count > samples.length ? rightValues(document, schema, known, spot.place) : [];
  const all = distinct([...samples, ...others.map(({ value }) => value)].map((value) => ({ why: "", value })));
  return Array.from({ length: count }, (_, index) => all[index % all.length]?.value);
}

/** Of values that are alike the first stays. */
function distinct(values: readonly RightValue[]): RightValue[] {
  return values.filter((one, index) => values.findIndex(({ value }) => isSame(value, one.value)) === index);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function rightForFlat(spot: Spot, flat: JsonObject): RightValue[] {
  const allowed = allowedValues(flat);
  if (allowed !== undefined) return allowed.map((value) => ({ why: asItIs(value), value }));
  return typesOf(flat).flatMap((type) => RIGHT[type](flat, spot));
}

const RIGHT: Readonly<Record<JsonType, (flat: JsonObject, spot: Spot) => RightValue[]>> = {
  string: rightTexts,
  integer: (flat) => rightNumbers(flat, true),
  number: (flat) => rightNumbers(flat, false),
  boolean: () => [false, true].map((value) => ({ why: asItIs(value), value })),
  object: rightObjects,
  array: rightLists,
  null: () => [{ why: "as null", value: null }],
};

function rightObjects(flat: JsonObject, spot: Spot): RightValue[] {
  return [
    { why: "with only what is required", value: objectOf(spot, flat, false) },
    { why: "with all its properties", value: objectOf(spot, flat, true) },
  ];
}

function rightLists(flat: JsonObject, { document, known, place }: Spot): RightValue[] {
  const { minItems, maxItems } = flat;
  const least = typeof minItems === "number" ? minItems : 0;
  const most = typeof maxItems === "number" ? maxItems : Number.POSITIVE_INFINITY;
  const counts = [
    { why: least === 0 ? "without any element" : "with its fewest elements", count: least },
    { why: least === 0 ? "with one element" : "with one element more than its fewest", count: least + 1 },
    { why: "with one element less than its most", count: most - 1 },
    { why: "with its most elements", count: most },
  ];
  return counts
    .filter(({ count }) => count >= least && count <= most && count <= MOST_ELEMENTS)
    .map(({ why, count }) => ({ why, value: sampleElements(document, flat.items ?? {}, count, known, place) }));
}

function sampleAt(spot: Spot, schema: unknown): unknown {
  const given = spot.known.valuesAt(spot.place);
  if (given !== undefined) return given[0];
  const [flat = {}] = flatSchemas(spot.document, schema);
  return sampleOfFlat(spot, flat);
}

/** What a value is made of is made as small as it may be, so that a schema may contain itself. */
function sampleOfFlat(spot: Spot, flat: JsonObject): unknown {
  const [documented] = [...(allowedValues(flat) ?? []), ...elements(flat.examples)];
  if (documented !== undefined) return documented;
  const [type = "null"] = typesOf(flat);
  if (type === "object") return objectOf(spot, flat, false);
  if (type !== "array") return RIGHT[type](flat, spot)[0]?.value;
  const { document, known, place } = spot;
  return sampleElements(document, flat.items ?? {}, Number(flat.minItems ?? 0), known, place);
}

/** @param isWhole - Whether it has what it need not have, too. */
function objectOf(spot: Spot, flat: JsonObject, isWhole: boolean): JsonObject {
  const needed = [...elements(flat.required), ...spot.known.membersAt(spot.place)];
  const chosen = entries(flat.properties).filter(([name]) => isWhole || needed.includes(name));
  const members = chosen.map(([name, schema]) => {
    return [name, sampleAt({ ...spot, place: `${spot.place}/${escapePointer(name)}` }, schema)] as const;
  });
  // Of an optional reference nothing may be documented.
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}
