import { isObject, type Json } from "./json.ts";

/**
 * What a node of a document stands for: itself, or what its `$ref` leads to, with whatever stands beside the `$ref` in place.
 *
 * @throws When it is no object, or a reference leads nowhere, or in a circle of references.
 */
export function resolve(document: Json, node: unknown): Json {
  const found = follow(document, node);
  if (!isObject(found)) throw new Error(`${JSON.stringify(node)} is no object.`);
  return found;
}

/**
 * As {@link resolve}, for what may not be there: anything but an object stands for itself.
 *
 * @throws When a reference leads nowhere, or in a circle of references.
 */
export function follow(document: Json, node: unknown): unknown {
  let at: unknown = node;
  let beside: Json = {};
  for (let steps = 0; isObject(at) && typeof at.$ref === "string"; steps++) {
    if (steps > 50) throw new Error(`${at.$ref} leads in a circle.`);
    const { $ref, ...more } = at;
    beside = { ...more, ...beside };
    at = find(document, $ref as string);
  }
  return isObject(at) ? { ...at, ...beside } : at;
}

/**
 * What a reference within the document leads to.
 *
 * @param pointer - Such as `#/components/schemas/ServiceOrder`.
 * @throws When nothing is there.
 */
export function find(document: Json, pointer: string): unknown {
  const keys = pointer.split("/").slice(1);
  const found = keys.reduce<unknown>((at, key) => (isObject(at) ? at[unescapeKey(key)] : undefined), document);
  if (found === undefined || !pointer.startsWith("#/")) throw new Error(`${pointer} leads nowhere in the document.`);
  return found;
}

function unescapeKey(key: string): string {
  return decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
}
