import type { Reading } from "../contract.js";
import { isObject, memberOf, membersOf, type Place, target } from "../document.js";
import { branches, factsOf } from "../schema/schema-facts.js";

/** Reads from a parameter's schema which types its text, its elements and its properties may stand for. */
export function readingOf(document: unknown, schema: Place): Reading {
  const parts = schemasAround(document, schema, []);
  const items = parts.map((each) => memberOf(each, "items")).find(({ value }) => value !== undefined);
  const properties = parts.flatMap((each) => membersOf(memberOf(each, "properties")));
  const closed = parts.some(
    ({ value }) => isObject(value) && (value.additionalProperties === false || value.unevaluatedProperties === false),
  );
  return {
    types: factsOf(document, schema).types,
    items: factsOf(document, items ?? { pointer: schema.pointer, value: true }).types,
    properties: new Map(properties.map((each) => [each.name, factsOf(document, each).types])),
    isOpen: !closed,
  };
}

/** A schema with those that it names or lists in `allOf`, `oneOf` and `anyOf`: each can say something about the same value. */
function schemasAround(document: unknown, place: Place, seen: readonly string[]): Place[] {
  const { pointer, value } = place;
  if (!isObject(value) || seen.includes(pointer)) return [];
  const reference = value.$ref;
  const named =
    typeof reference === "string" && reference.startsWith("#/") ? [target(document, reference, pointer)] : [];
  const inside = [...named, ...["allOf", "oneOf", "anyOf"].flatMap((keyword) => branches(place, keyword))];
  return [place, ...inside.flatMap((each) => schemasAround(document, each, [...seen, pointer]))];
}
