import { elements, unescapePointer } from "../document.js";
import { follow, memberOf, membersOf, type Place } from "./place.js";

/**
 * The places that speak of a value, the nearest first: the schemas of the value itself, then those of what holds it, out to the
 * whole. Where no schema has the value, what forbids or demands it stands for it.
 *
 * @param schemas - Places of schemas of the whole.
 * @param pointer - A JSON pointer into the whole, with `#` for any element of an array; empty for the whole itself.
 */
export function schemaPlaces(document: unknown, schemas: readonly Place[], pointer: string): Place[] {
  let found = schemas;
  const all = [found];
  for (const part of pointer.split("/").slice(1)) {
    found = childSchemas(partsOf(document, found), unescapePointer(part));
    all.unshift(found);
  }
  return all.flat();
}

/** The schemas and all that they are put together from, each once: a schema may hold itself. */
function partsOf(document: unknown, schemas: readonly Place[]): Place[] {
  const parts = new Map<string, Place>();
  const open = (schema: Place) => {
    if (parts.has(schema.pointer)) return;
    parts.set(schema.pointer, schema);
    for (const list of ["allOf", "anyOf", "oneOf"]) membersOf(memberOf(schema, list)).forEach(open);
    open(follow(document, schema));
  };
  schemas.forEach(open);
  return [...parts.values()];
}

function childSchemas(parts: readonly Place[], name: string): Place[] {
  const properties = parts.map((part) => memberOf(memberOf(part, "properties"), name)).filter(isThere);
  if (properties.length > 0) return properties;
  const items = parts.map((part) => memberOf(part, "items")).filter(isThere);
  if (items.length > 0 && /^(\d+|#)$/.test(name)) return items;
  const demanded = parts
    .map((part) => memberOf(part, "required"))
    .filter(({ value }) => elements(value).includes(name));
  const closed = parts.flatMap((part) => [
    memberOf(part, "additionalProperties"),
    memberOf(part, "unevaluatedProperties"),
  ]);
  return [...demanded, ...closed.filter(isThere)];
}

function isThere({ value }: Place): boolean {
  return value !== undefined;
}
