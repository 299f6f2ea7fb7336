/** A JSON object whose members are not known yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a value is a JSON object: neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member of an object; undefined when the value is no object or has no such member of its own. */
export function member(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The members of an object, as pairs; none when the value is no object. */
export function entries(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The elements of an array; none when the value is no array. */
export function elements(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Follows `$ref`s inside the bundle until something else stands there. Siblings of a `$ref` win over what it names.
 *
 * @throws Error when a `$ref` leaves the document, names nothing or runs in a circle.
 */
export function resolve(document: unknown, node: unknown): unknown {
  let found = node;
  for (let steps = 0; isObject(found) && typeof found.$ref === "string"; steps++) {
    if (steps > 50) throw new Error(`The spec's $ref ${found.$ref} runs in a circle.`);
    const { $ref, ...siblings } = found;
    const target = at(document, String($ref));
    found = isObject(target) ? { ...target, ...siblings } : target;
  }
  return found;
}

function at(document: unknown, reference: string): unknown {
  if (!reference.startsWith("#/"))
    throw new Error(`The spec's $ref ${reference} leaves the bundle; build the spec again.`);
  const names = decodeURIComponent(reference.slice(2)).split("/").map(unescapePointer);
  const found = names.reduce(member, document);
  if (found === undefined) throw new Error(`The spec's $ref ${reference} names nothing; build the spec again.`);
  return found;
}

/** Turns one part of a JSON pointer back into the name that it stands for. */
export function unescapePointer(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Writes a name as one part of a JSON pointer. */
export function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
