import { elements, isObject, type JsonObject, resolve } from "./document.js";

const ALL = ["allOf", "anyOf", "oneOf"];

/**
 * A schema and every schema that it is put together from, `$ref`s followed. A schema that contains itself is opened once.
 *
 * @param keywords - What is opened; `allOf`, `anyOf` and `oneOf` by default.
 */
export function schemaParts(document: unknown, schema: unknown, keywords: readonly string[] = ALL): JsonObject[] {
  const parts: JsonObject[] = [];
  const seen = new Set<unknown>();
  const open = (node: unknown) => {
    if (seen.has(node)) return;
    seen.add(node);
    const part = resolve(document, node);
    if (!isObject(part)) return;
    parts.push(part);
    for (const keyword of keywords) elements(part[keyword]).forEach(open);
  };
  open(schema);
  return parts;
}

/** The schemas that say something about a member of an object, or about the elements of an array. */
export function childSchemas(document: unknown, schema: unknown, name: string): unknown[] {
  return schemaParts(document, schema).flatMap((part) => {
    const properties = part.properties;
    if (isObject(properties) && Object.hasOwn(properties, name)) return [properties[name]];
    return part.items !== undefined && /^\d+$/.test(name) ? [part.items] : [];
  });
}
