import { elements, type JsonObject } from "../document.js";
import { schemaParts } from "../schema-parts.js";
import { sampleElements } from "./right-values.js";

/** A value that a schema does not allow, and what is wrong with it. */
export type WrongValue = { readonly why: string; readonly value: unknown };

/** What is wrong with a value whose type the schema does not have. */
export const OTHER_TYPE = "of another type";

/**
 * Values that break one rule of a schema each: type, null, enum, bound, length, pattern, format, number of elements.
 * Where a schema is a union, another branch may allow such a value; the caller asks the contract.
 */
export function wrongValues(document: unknown, schema: unknown): WrongValue[] {
  const parts = schemaParts(document, schema);
  const values = [...wrongType(parts), ...wrongNull(parts), ...parts.flatMap((part) => wrongForPart(document, part))];
  return values.filter((one, index) => values.findIndex(({ value }) => isSame(value, one.value)) === index);
}

/** Two branches of a union may be broken by one value. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const WORD = "quayside";
/** Longer than any documented text; a longer maximum is not tried. */
const LONGEST = 10_000;
/** A list with more elements than these is not tried. */
const MOST_ELEMENTS = 1000;

/** The nearest mistakes first: a word for a number, a number for a word. */
const OF_EACH_TYPE = [
  { types: ["string"], value: WORD },
  { types: ["integer", "number"], value: 7 },
  { types: ["number"], value: 7.5 },
  { types: ["boolean"], value: true },
  { types: ["object"], value: {} },
  { types: ["array"], value: [] },
];

function wrongType(parts: JsonObject[]): WrongValue[] {
  const allowed = parts.flatMap(typesOf);
  if (allowed.length === 0) return [];
  const wrong = OF_EACH_TYPE.find(({ types }) => !types.some((type) => allowed.includes(type)));
  return wrong === undefined ? [] : [{ why: OTHER_TYPE, value: wrong.value }];
}

function typesOf(part: JsonObject): unknown[] {
  const type = part.type;
  return Array.isArray(type) ? type : type === undefined ? [] : [type];
}

function wrongNull(parts: JsonObject[]): WrongValue[] {
  const allowed = parts.flatMap(typesOf);
  return allowed.length === 0 || allowed.includes("null") ? [] : [{ why: "as null", value: null }];
}

function wrongForPart(document: unknown, part: JsonObject): WrongValue[] {
  const types = typesOf(part);
  const wrong = [...outsideEnum(part), ...outsideBounds(part)];
  if (types.includes("integer") && !types.includes("number")) wrong.push(withFraction(part));
  if (types.includes("string")) wrong.push(...wrongTexts(part));
  if (types.includes("array")) wrong.push(...wrongLists(document, part));
  return wrong;
}

/** Between two integers that the bounds allow, so that nothing else is wrong with it. */
function withFraction({ minimum, maximum }: JsonObject): WrongValue {
  const below = typeof minimum === "number" ? minimum : typeof maximum === "number" ? maximum - 1 : 0;
  return { why: "with a fraction", value: below + 0.5 };
}

function outsideEnum(part: JsonObject): WrongValue[] {
  const allowed = "const" in part ? [part.const] : elements(part.enum);
  const [first] = allowed;
  if (first === undefined) return [];
  return [{ why: "outside its enum", value: typeof first === "number" ? -987_654_321 : WORD }];
}

/** A whole step outside a bound that is included, on the bound where it is not. */
function outsideBounds(part: JsonObject): WrongValue[] {
  const wrong: WrongValue[] = [];
  const add = (keyword: string, step: number, why: string) => {
    const bound = part[keyword];
    if (typeof bound === "number") wrong.push({ why, value: bound + step });
  };
  add("minimum", -1, "below its minimum");
  add("exclusiveMinimum", 0, "at its excluded minimum");
  add("maximum", 1, "above its maximum");
  add("exclusiveMaximum", 0, "at its excluded maximum");
  return wrong;
}

function wrongTexts(part: JsonObject): WrongValue[] {
  const wrong: WrongValue[] = [];
  const { minLength, maxLength, pattern, format } = part;
  if (typeof minLength === "number" && minLength > 0) {
    wrong.push({ why: "shorter than its minimum", value: "x".repeat(minLength - 1) });
  }
  if (typeof maxLength === "number" && maxLength < LONGEST) {
    wrong.push({ why: "longer than its maximum", value: "x".repeat(maxLength + 1) });
  }
  if (typeof pattern === "string") {
    for (const value of [WORD, `-${WORD}-`, "?"]) wrong.push({ why: "outside its pattern", value });
  }
  if (typeof format === "string") wrong.push({ why: `no ${format}`, value: WORD });
  return wrong;
}

/** The elements themselves keep their schema. */
function wrongLists(document: unknown, { items = {}, minItems, maxItems, uniqueItems }: JsonObject): WrongValue[] {
  const wrong: WrongValue[] = [];
  const elementsOf = (count: number) => sampleElements(document, items, count);
  if (minItems === 1) wrong.push({ why: "without any element", value: [] });
  if (typeof minItems === "number" && minItems > 1) {
    wrong.push({ why: "with fewer elements than its minimum", value: elementsOf(minItems - 1) });
  }
  if (typeof maxItems === "number" && maxItems < MOST_ELEMENTS) {
    wrong.push({ why: "with more elements than its maximum", value: elementsOf(maxItems + 1) });
  }
  if (uniqueItems === true) {
    const some = elementsOf(typeof minItems === "number" ? Math.max(minItems - 1, 1) : 1);
    wrong.push({ why: "with an element twice", value: [...some, some[0]] });
  }
  return wrong;
}
