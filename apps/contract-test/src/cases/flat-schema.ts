import { elements, entries, isObject, type JsonObject, member, resolve } from "../document.js";

/** The types of JSON; every integer is a number too. */
export const JSON_TYPES = ["string", "integer", "number", "boolean", "object", "array", "null"] as const;
export type JsonType = (typeof JSON_TYPES)[number];

/** More ways than these to combine the branches of a schema are not looked at. */
const MOST = 24;

/**
 * Every way to keep a schema, each as one schema without `$ref`, `allOf`, `anyOf` and `oneOf`. What stands further out comes
 * first: a property's own `examples` win over those of the schema that it refers to. At most 24; a branch that contains
 * itself, or whose types contradict each other, is left out.
 */
export function flatSchemas(document: unknown, schema: unknown): JsonObject[] {
  return flatten(document, schema, []);
}

/** The types that a flat schema allows: those that it names, else those of its values, else those that its keywords are about. */
export function typesOf(flat: JsonObject): readonly JsonType[] {
  if (flat.type !== undefined) return JSON_TYPES.filter((type) => [flat.type].flat().includes(type));
  const values = allowedValues(flat);
  if (values !== undefined) return JSON_TYPES.filter((type) => values.some((value) => isOfType(value, type)));
  const meant = JSON_TYPES.filter((type) => KEYWORDS[type].some((keyword) => flat[keyword] !== undefined));
  return meant.length > 0 ? meant : JSON_TYPES;
}

/** The values of `const` or `enum` that have one of its types; undefined where a schema lists none. */
export function allowedValues(flat: JsonObject): readonly unknown[] | undefined {
  const values = "const" in flat ? [flat.const] : Array.isArray(flat.enum) ? elements(flat.enum) : undefined;
  if (values === undefined || flat.type === undefined) return values;
  const types = typesOf(flat);
  return values.filter((value) => types.some((type) => isOfType(value, type)));
}

const OF_NUMBERS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
const KEYWORDS: Readonly<Record<JsonType, readonly string[]>> = {
  string: ["pattern", "minLength", "maxLength", "format"],
  integer: OF_NUMBERS,
  number: OF_NUMBERS,
  boolean: [],
  object: ["properties", "required", "additionalProperties", "unevaluatedProperties"],
  array: ["items", "minItems", "maxItems", "uniqueItems"],
  null: [],
};

function isOfType(value: unknown, type: JsonType): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  return type === "object" ? isObject(value) : typeof value === type;
}

function flatten(document: unknown, schema: unknown, above: readonly unknown[]): JsonObject[] {
  const self = member(schema, "$ref") ?? schema;
  if (above.includes(self)) return [];
  const part = resolve(document, schema);
  if (part === false) return [];
  if (!isObject(part)) return [{}];
  const { allOf, anyOf, oneOf, ...own } = part;
  const open = (one: unknown) => flatten(document, one, [...above, self]);
  const parts = [
    ...elements(allOf).map(open),
    ...[anyOf, oneOf].filter(Array.isArray).map((union) => union.flatMap(open)),
  ];
  return parts.reduce<JsonObject[]>(combine, [own]);
}

function combine(some: readonly JsonObject[], others: readonly JsonObject[]): JsonObject[] {
  const pairs = some.flatMap((one) => others.map((other) => merge(one, other)));
  return pairs.filter((flat) => typesOf(flat).length > 0).slice(0, MOST);
}

/** Of what both say, both count where that can be said in one schema; else what stands further out. */
function merge(outer: JsonObject, inner: JsonObject): JsonObject {
  const both = entries(inner).map(([keyword, value]) => {
    const own = outer[keyword];
    return [keyword, own === undefined ? value : (MERGE[keyword] ?? first)(own, value)] as const;
  });
  return { ...outer, ...Object.fromEntries(both) };
}

type Merge = (outer: unknown, inner: unknown) => unknown;

const first: Merge = (outer) => outer;
const larger: Merge = (outer, inner) => Math.max(Number(outer), Number(inner));
const smaller: Merge = (outer, inner) => Math.min(Number(outer), Number(inner));
const asAllOf: Merge = (outer, inner) => ({ allOf: [outer, inner] });

const MERGE: Readonly<Record<string, Merge>> = {
  type: (outer, inner) => commonTypes([outer].flat(), [inner].flat()),
  enum: (outer, inner) => elements(outer).filter((value) => elements(inner).includes(value)),
  required: (outer, inner) => [...new Set([...elements(outer), ...elements(inner)])],
  properties: mergeProperties,
  items: asAllOf,
  minimum: larger,
  exclusiveMinimum: larger,
  minLength: larger,
  minItems: larger,
  maximum: smaller,
  exclusiveMaximum: smaller,
  maxLength: smaller,
  maxItems: smaller,
  uniqueItems: (outer, inner) => outer === true || inner === true,
};

function mergeProperties(outer: unknown, inner: unknown): JsonObject {
  const both = entries(inner).map(([name, schema]) => {
    const own = member(outer, name);
    return [name, own === undefined ? schema : asAllOf(own, schema)] as const;
  });
  return { ...Object.fromEntries(entries(outer)), ...Object.fromEntries(both) };
}

/** Where one says number and the other integer, both are kept by integers. */
function commonTypes(outer: readonly unknown[], inner: readonly unknown[]): unknown[] {
  const has = (types: readonly unknown[], type: unknown) =>
    types.includes(type) || (type === "integer" && types.includes("number"));
  return JSON_TYPES.filter((type) => has(outer, type) && has(inner, type)).filter(
    (type) => type !== "integer" || outer.includes(type) || inner.includes(type),
  );
}
