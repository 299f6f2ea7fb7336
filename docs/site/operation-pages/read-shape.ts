import { asList, asObject, asText, isObject, type Json } from "./json.ts";
import { find } from "./resolve.ts";

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
  const keywords: Json = Object.assign({}, ...parts.map(({ schema }) => schema));
  const choices = parts.flatMap(({ schema }) => choicesOf(schema));
  return {
    keywords,
    types: typesOf(parts),
    isNullable: parts.some(({ schema }) => allowsNull(schema)),
    description: describe(parts),
    evidence: marksOf(parts),
    properties: propertiesOf(parts),
    required: [...new Set(parts.flatMap(({ schema }) => asList(schema.required).map(String)))],
    variants: choices.length > 1 ? choices : [],
    origins: parts.flatMap(({ origin }) => origin ?? []),
    same: sameAs(document, asObject(schema)),
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

function sameAs(document: Json, schema: Json, trail: readonly string[] = []): string[] {
  const { $ref, allOf, ...own } = schema;
  if (!isNote(own)) return [];
  const inner = [...asList(allOf), ...choicesOf(own)].map(asObject);
  if (typeof $ref !== "string") return inner.length === 1 ? sameAs(document, asObject(inner[0]), trail) : [];
  if (trail.includes($ref) || inner.length > 0) return [];
  return [$ref, ...sameAs(document, asObject(find(document, $ref)), [...trail, $ref])];
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

/** The outer text, and the inner one too where the outer part says nothing else. */
function describe(parts: readonly Part[]): string {
  const texts = parts.filter(({ schema }) => asText(schema.description) !== "");
  const [outer, inner] = texts.toReversed();
  if (outer === undefined) return "";
  const text = asText(outer.schema.description);
  return inner === undefined || !isNote(outer.schema) ? text : `${text} ${asText(inner.schema.description)}`;
}

/** Whether a part only says something about what it refers to. */
function isNote(schema: Json): boolean {
  return Object.keys(schema).every((key) =>
    ["description", "x-evidence", "oneOf", "anyOf", "examples", "default", "deprecated"].includes(key),
  );
}

function marksOf(parts: readonly Part[]): unknown[] {
  const marks = parts.map(({ schema }) => schema["x-evidence"]).filter(isObject);
  return [...new Map(marks.toReversed().map((mark) => [JSON.stringify(mark), mark])).values()];
}

function propertiesOf(parts: readonly Part[]): Record<string, Json> {
  const properties: Record<string, Json> = {};
  for (const { schema } of parts) {
    for (const [name, property] of Object.entries(asObject(schema.properties))) {
      const known = properties[name];
      properties[name] = known === undefined ? asObject(property) : { allOf: [known, property] };
    }
  }
  return properties;
}
