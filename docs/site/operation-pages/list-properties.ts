import { isObject, type Json } from "../reference/json.ts";
import { describeType } from "./describe-type.ts";
import { readShape, type Shape } from "./read-shape.ts";

/** A property of a body, as deep in it as it may be. */
export interface Property {
  /** The way to it: `service_order_items[].status`; `*` stands for any name. */
  name: string;
  /** In plain words. */
  type: string;
  /** Whether it is always there, where what it belongs to is. */
  isRequired: boolean;
  /** The kinds of object that have it in this form; none when all have. */
  only: string[];
  shape: Shape;
  /** The property, or the body (`""`), whose properties it has again; they are not listed a second time. */
  sameAs?: string;
}

interface Place {
  prefix: string;
  /** The components that this place lies in, each with the way to it. */
  trail: ReadonlyMap<string, string>;
}

/** Lists the properties of a schema, those of the objects and arrays in it below the one that holds them. */
export function listProperties(document: Json, schema: unknown): Property[] {
  const shape = readShape(document, schema);
  return inside(document, shape, "", new Map());
}

/** What lies in a value: the properties of an object, those of an array's items. */
function inside(document: Json, shape: Shape, name: string, trail: Place["trail"]): Property[] {
  const further = extend(trail, shape, name);
  if (shape.types.includes("array") || "items" in shape.keywords) {
    const items = readShape(document, shape.keywords.items);
    return recursion(items, further) === undefined ? inside(document, items, `${name}[]`, further) : [];
  }
  return properties(document, shape, { prefix: name === "" ? "" : `${name}.`, trail: further });
}

function properties(document: Json, shape: Shape, place: Place): Property[] {
  const own = Object.entries(shape.properties).flatMap(([name, schema]) =>
    property(document, `${place.prefix}${name}`, schema, shape.required.includes(name), place.trail),
  );
  const others = [shape.keywords.additionalProperties, shape.keywords.unevaluatedProperties].filter(isObject);
  const any = others.flatMap((schema) => property(document, `${place.prefix}*`, schema, false, place.trail));
  return [...own, ...ofVariants(document, shape, place), ...any];
}

function property(document: Json, name: string, schema: Json, isRequired: boolean, trail: Place["trail"]): Property[] {
  const shape = readShape(document, schema);
  const items = shape.keywords.items === undefined ? shape : readShape(document, shape.keywords.items);
  const sameAs = recursion(shape, trail) ?? recursion(items, trail);
  const row = { name, type: describeType(document, shape), isRequired, only: [], shape };
  return sameAs === undefined ? [row, ...inside(document, shape, name, trail)] : [{ ...row, sameAs }];
}

function recursion(shape: Shape, trail: Place["trail"]): string | undefined {
  return shape.origins.map((origin) => trail.get(origin)).find((name) => name !== undefined);
}

/** The properties of every variant, and of which variants each is. */
function ofVariants(document: Json, shape: Shape, place: Place): Property[] {
  const merged = new Map<string, { property: Property; kinds: string[] }>();
  const shapes = shape.variants.map((variant) => readShape(document, variant));
  const kinds = shapes.map(titleOf);
  shapes.forEach((variant, at) => {
    const required = [...new Set([...variant.required, ...shape.required])];
    for (const found of propertiesOfVariant(document, { ...variant, required }, place)) {
      const key = JSON.stringify(found);
      const known = merged.get(key) ?? { property: found, kinds: [] };
      merged.set(key, { ...known, kinds: [...known.kinds, kinds[at] ?? ""] });
    }
  });
  return [...merged.values()].map(({ property, kinds: has }) =>
    has.length === kinds.length ? property : { ...property, only: [...has, ...property.only] },
  );
}

function propertiesOfVariant(document: Json, shape: Shape, { prefix, trail }: Place): Property[] {
  if (recursion(shape, trail) !== undefined) return [];
  const here = prefix.replace(/\.$/, "");
  return properties(document, shape, { prefix, trail: extend(trail, shape, here) });
}

/** What a thing is counts, and not what it extends: two kinds that extend a third do not repeat each other. */
function extend(trail: Place["trail"], { origins, same }: Shape, name: string): Place["trail"] {
  const met = same.length > 0 ? same : origins;
  return new Map([...met.map((origin) => [origin, name] as const), ...trail]);
}

/** What a kind of object is called, of several that a value may be of. */
export function titleOf({ keywords, origins, types }: Shape, at: number): string {
  if (typeof keywords.title === "string") return keywords.title;
  return origins[0]?.split("/").at(-1) ?? `${types[0] ?? "kind"} ${at + 1}`;
}
