import { entries, escapePointer, isObject, type JsonObject } from "../document.js";
import { schemaParts } from "../schema-parts.js";

/** A value in a body: the properties that the spec has for it, and what an element of it is. */
export type Place = {
  readonly properties: ReadonlyMap<string, Property>;
  readonly element: Place | undefined;
};

/** A property: its pointer, with `#` for an element, and what its value is. */
export type Property = { readonly pointer: string; readonly value: Place };

/** Deeper than any body of the spec. */
const MAX_DEPTH = 12;

/**
 * Opens the properties of a body. Those of all alternatives of a union count; a schema that contains itself is opened once on
 * the way down, 12 levels at most.
 *
 * @param schemas - Of the body; several where it may have several media types.
 * @param leftOut - The keyword of properties that never stand in such a body: `readOnly` in a request, `writeOnly` in an answer.
 */
export function openPlaces(document: unknown, schemas: readonly unknown[], leftOut: "readOnly" | "writeOnly"): Place {
  const open = (nodes: readonly unknown[], pointer: string, above: readonly unknown[]): Place => {
    const parts = nodes.flatMap((node) => schemaParts(document, node)).filter((part) => isNew(part, above));
    const opened = [...above, ...parts.flatMap(({ properties, items }) => [properties, items])];
    const isBottom = opened.length === above.length || pointer.split("/").length > MAX_DEPTH;
    if (isBottom) return { properties: new Map(), element: undefined };
    const properties = [...byName(document, parts, leftOut)].map(([name, own]): [string, Property] => {
      const at = `${pointer}/${escapePointer(name)}`;
      return [name, { pointer: at, value: open(own, at, opened) }];
    });
    const items = parts.flatMap((part) => (isObject(part.items) ? [part.items] : []));
    const element = items.length === 0 ? undefined : open(items, `${pointer}/#`, opened);
    return { properties: new Map(properties), element };
  };
  return open(schemas, "", []);
}

/** The pointers of all properties, in the spec's order. */
export function pointersOf({ properties, element }: Place): string[] {
  const own = [...properties.values()].flatMap(({ pointer, value }) => [pointer, ...pointersOf(value)]);
  return element === undefined ? own : [...own, ...pointersOf(element)];
}

/** `$ref`s are followed to copies, but what stands in those is the same wherever it is reached from. */
function isNew({ properties, items }: JsonObject, above: readonly unknown[]): boolean {
  return ![properties, items].some((one) => one !== undefined && above.includes(one));
}

/** Each property with every schema that says something about it. */
function byName(document: unknown, parts: readonly JsonObject[], leftOut: string): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const [name, schema] of parts.flatMap(({ properties }) => entries(properties))) {
    const isLeftOut = schema === false || schemaParts(document, schema).some((part) => part[leftOut] === true);
    if (!isLeftOut) found.set(name, [...(found.get(name) ?? []), schema]);
  }
  return found;
}
