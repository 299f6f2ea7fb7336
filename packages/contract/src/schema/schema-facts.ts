import { isObject, type JsonObject, joinPointer, membersOf, type Place, target } from "../document.js";

/** The types of JSON values, with `integer` apart from `number`. */
export type JsonType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

const ALL_TYPES: readonly JsonType[] = ["null", "boolean", "integer", "number", "string", "array", "object"];

/** What is certain about every value that a schema accepts. It may accept fewer; never others. */
export type Facts = {
  /** No accepted value has another type; where `number` is accepted, `integer` stands beside it. */
  readonly types: ReadonlySet<JsonType>;
  /** The only accepted values, each written as JSON; undefined when they are not a list of scalars. */
  readonly values: ReadonlySet<string> | undefined;
  /** Of required properties that accept a list of scalars only: that list. Says nothing of values that are no objects. */
  readonly fixed: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Reads what `type`, `const`, `enum`, `required`, `properties`, `allOf`, `oneOf`, `anyOf` and `$ref` make certain. */
export function factsOf(document: unknown, schema: Place): Facts {
  return facts(document, schema, true, []);
}

/** @param above - Pointers of the schemas that led here, so that a schema that names itself ends. */
function facts(document: unknown, place: Place, withFixed: boolean, above: readonly string[]): Facts {
  const { pointer, value } = place;
  if (!isObject(value) || above.includes(pointer))
    return { types: new Set(ALL_TYPES), values: undefined, fixed: new Map() };
  const inner = (each: Place, fixed = withFixed) => facts(document, each, fixed, [...above, pointer]);
  const conjuncts = branches(place, "allOf").map((each) => inner(each));
  for (const keyword of ["oneOf", "anyOf"]) {
    const alternatives = branches(place, keyword).map((each) => inner(each));
    if (alternatives.length > 0) conjuncts.push(either(alternatives));
  }
  const reference = value.$ref;
  if (typeof reference === "string" && reference.startsWith("#/"))
    conjuncts.push(inner(target(document, reference, pointer)));
  const fixed = withFixed ? fixedProperties(pointer, value, (each) => inner(each, false)) : new Map();
  return conjuncts.reduce(both, { types: ownTypes(value), values: ownValues(value), fixed });
}

/** The schemas in a list keyword such as `oneOf`, with their places. */
export function branches({ pointer, value }: Place, keyword: string): Place[] {
  const list = isObject(value) ? value[keyword] : undefined;
  const at = joinPointer(pointer, keyword);
  return Array.isArray(list) ? list.map((each, index) => ({ pointer: joinPointer(at, `${index}`), value: each })) : [];
}

function fixedProperties(pointer: string, schema: JsonObject, inner: (place: Place) => Facts): Facts["fixed"] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const properties = membersOf({ pointer: joinPointer(pointer, "properties"), value: schema.properties });
  const known = properties
    .filter(({ name }) => required.includes(name))
    .map((each) => [each.name, inner(each).values] as const);
  return new Map(known.flatMap(([name, values]) => (values === undefined ? [] : [[name, values] as const])));
}

function ownTypes(schema: JsonObject): Facts["types"] {
  const { type } = schema;
  const names: readonly unknown[] = type === undefined ? (listed(schema)?.map(typeOf) ?? ALL_TYPES) : [type].flat();
  return new Set(ALL_TYPES.filter((each) => names.includes(each) || (each === "integer" && names.includes("number"))));
}

function ownValues(schema: JsonObject): Facts["values"] {
  const values = listed(schema);
  if (values === undefined || values.some((each) => typeof each === "object" && each !== null)) return undefined;
  return new Set(values.map((each) => JSON.stringify(each)));
}

function listed(schema: JsonObject): readonly unknown[] | undefined {
  if (Object.hasOwn(schema, "const")) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum : undefined;
}

/** The type of a JSON value; `integer` for a number without a fraction. */
export function typeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "string") return "string";
  return typeof value === "boolean" ? "boolean" : "object";
}

function both(left: Facts, right: Facts): Facts {
  const types = new Set([...left.types].filter((each) => right.types.has(each)));
  return { types, values: left.values ?? right.values, fixed: new Map([...right.fixed, ...left.fixed]) };
}

/** Of the alternatives together only the types are certain, and the values where each has a list. */
function either(alternatives: readonly Facts[]): Facts {
  const lists = alternatives.map(({ values }) => values);
  const types = new Set(alternatives.flatMap((each) => [...each.types]));
  const values = lists.every((list) => list !== undefined)
    ? new Set(lists.flatMap((list) => [...(list ?? [])]))
    : undefined;
  return { types, values, fixed: new Map() };
}
