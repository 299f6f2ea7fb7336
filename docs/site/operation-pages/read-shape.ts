import { asList, asObject, asText, isObject, type Json } from "../reference/json.ts";
import { find } from "../reference/resolve.ts";

/** A schema as one thing: references followed, the parts of an `allOf` put together. */
export interface Shape {
  /** Its keywords; where two parts have the same, the outer one's. */
  keywords: Json;
  /** Its types without `null`; none where any is allowed. */
  types: string[];
  isNullable: boolean;
  description: string;
  /** The `x-evidence` marks on it, each once. */
  evidence: unknown[];
  properties: Record<string, Json>;
  required: string[];
  /** The schemas of which one holds; none where there is no choice. */
  variants: Json[];
  /** The components that it was put together from, such as `#/components/schemas/ServiceOrder`. */
  origins: string[];
  /** Those of them that it is, with nothing but words and `null` beside. */
  same: string[];
}

interface Part {
  schema: Json;
  origin?: string;
}

/** Reads a schema. `true` and `{}` allow anything. */
export function readShape(document: Json, schema: unknown): Shape {
  const parts = partsOf(document, asObject(schema), []);
  const layers = layersOf(document, asObject(schema), []);
  const keywords: Json = Object.assign({}, ...parts.map(({ schema }) => schema));
  const choices = parts.flatMap(({ schema }) => choicesOf(schema));
  return {
    keywords,
    types: typesOf(parts),
    isNullable: parts.some(({ schema }) => allowsNull(schema)),
    description: describe(layers),
    evidence: marksOf(layers),
    properties: propertiesOf(parts, marksOf(layers)),
    required: [...new Set(parts.flatMap(({ schema }) => asList(schema.required).map(String)))],
    variants: choices.length > 1 ? choices : [],
    origins: parts.flatMap(({ origin }) => origin ?? []),
    same: sameAs(layers),
  };
}

/** From the innermost to the outermost. A reference that leads back to where it is followed from is left out. */
function partsOf(document: Json, schema: Json, trail: readonly string[]): Part[] {
  const { $ref, allOf, ...own } = schema;
  const [only, ...others] = choicesOf(own);
  const inner = [...asList(allOf), ...(only !== undefined && others.length === 0 ? [only] : [])];
  const nested = inner.flatMap((part) => partsOf(document, asObject(part), trail));
  if (typeof $ref !== "string") return [...nested, { schema: own }];
  if (trail.includes($ref)) return [];
  const target = partsOf(document, asObject(find(document, $ref)), [...trail, $ref]);
  return [{ schema: {}, origin: $ref }, ...target, ...nested, { schema: own }];
}

/** The members of `oneOf` and `anyOf`, without `null`. */
function choicesOf(schema: Json): Json[] {
  const members = [...asList(schema.oneOf), ...asList(schema.anyOf)].map(asObject);
  return members.filter(({ type }) => type !== "null");
}

function allowsNull({ type, oneOf, anyOf, enum: values, const: value }: Json): boolean {
  const choices = [...asList(oneOf), ...asList(anyOf)].map(asObject);
  return (
    type === "null" ||
    asList(type).includes("null") ||
    choices.some((choice) => choice.type === "null") ||
    (type === undefined && (asList(values).includes(null) || value === null))
  );
}

function typesOf(parts: readonly Part[]): string[] {
  const stated = parts.flatMap(({ schema: { type } }) => (type === undefined ? [] : [[type].flat().map(String)]));
  const [first = [], ...others] = stated;
  const common = first.filter((type) => others.every((types) => types.includes(type) || isPartOf(type, types)));
  return common.filter((type) => type !== "null");
}

function isPartOf(type: string, types: readonly string[]): boolean {
  return type === "integer" && types.includes("number");
}

/**
 * A schema and what it is with more beside, from the outermost on: what a `$ref` leads to, what stands alone in an `allOf`, what is not
 * `null` of two. Of a schema that extends several the layers end.
 */
function layersOf(document: Json, schema: Json, trail: readonly string[]): Part[] {
  const { $ref, allOf, ...own } = schema;
  const inner = [...asList(allOf), ...choicesOf(own)].map(asObject);
  if (typeof $ref === "string") {
    if (trail.includes($ref) || inner.length > 0) return [{ schema: own }];
    return [{ schema: own, origin: $ref }, ...layersOf(document, asObject(find(document, $ref)), [...trail, $ref])];
  }
  const [only] = inner;
  return [{ schema: own }, ...(only !== undefined && inner.length === 1 ? layersOf(document, only, trail) : [])];
}

/** The outer text, and the inner one too where nothing else has been said above it. */
function describe(layers: readonly Part[]): string {
  const at = layers.findIndex(({ schema }) => asText(schema.description) !== "");
  const isNoteOnly = layers.slice(0, at + 1).every(({ schema }) => isNote(schema));
  const inner = isNoteOnly ? layers.slice(at + 1).map(({ schema }) => asText(schema.description)) : [];
  return [asText(layers[at]?.schema.description), inner.find((text) => text !== "")].filter(Boolean).join(" ");
}

/** Whether a part only says something about what it refers to. */
function isNote(schema: Json): boolean {
  return Object.keys(schema).every((key) =>
    ["description", "x-evidence", "oneOf", "anyOf", "examples", "default", "deprecated"].includes(key),
  );
}

function marksOf(layers: readonly Part[]): unknown[] {
  const marks = layers.map(({ schema }) => schema["x-evidence"]).filter(isObject);
  return [...new Map(marks.map((mark) => [JSON.stringify(mark), mark])).values()];
}

function sameAs(layers: readonly Part[]): string[] {
  const end = layers.findIndex(({ schema }) => !isNote(schema));
  return layers.slice(0, end === -1 ? undefined : end).flatMap(({ origin }) => origin ?? []);
}

/** The mark of a part that others are put together with is not one of the whole: it stands at each of the part's properties. */
function propertiesOf(parts: readonly Part[], shown: readonly unknown[]): Record<string, Json> {
  const properties: Record<string, Json> = {};
  for (const { schema } of parts) {
    const mark = isListed(schema["x-evidence"], shown) ? {} : { "x-evidence": schema["x-evidence"] };
    for (const [name, property] of Object.entries(asObject(schema.properties))) {
      const marked = "x-evidence" in mark ? { ...mark, allOf: [property] } : asObject(property);
      const known = properties[name];
      properties[name] = known === undefined ? marked : putTogether(known, marked);
    }
  }
  return properties;
}

function isListed(mark: unknown, marks: readonly unknown[]): boolean {
  return mark === undefined || marks.some((other) => JSON.stringify(other) === JSON.stringify(mark));
}

/** Both hold; what is said of a property is what the outer one says, if it says anything. */
function putTogether(inner: Json, outer: Json): Json {
  const said = { ...inner, ...outer };
  const words = ["description", "x-evidence", "examples"].filter((key) => key in said);
  return { ...Object.fromEntries(words.map((key) => [key, said[key]])), allOf: [inner, outer] };
}
