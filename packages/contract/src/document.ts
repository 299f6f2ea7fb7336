/** A JSON object; its members are not known yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** Something in a document, and the JSON pointer of where it stands (after `$ref`s were followed). */
export type Place<Value = unknown> = { readonly pointer: string; readonly value: Value };

/** Whether a value is a JSON object: neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object's own members, as places; none when the value is no object. */
export function membersOf(place: Place): (Place & { readonly name: string })[] {
  if (!isObject(place.value)) return [];
  const members = Object.entries(place.value).filter(([, value]) => value !== undefined);
  return members.map(([name, value]) => ({ name, pointer: joinPointer(place.pointer, name), value }));
}

/** An object's own member or an array's element; its value is undefined when there is none. */
export function memberOf(place: Place, name: string): Place {
  const { value } = place;
  const own = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return { pointer: joinPointer(place.pointer, name), value: own ? Reflect.get(value, name) : undefined };
}

/**
 * Follows the `$ref` of a parameter, response, header, example, … until something else stands there.
 *
 * @throws Error naming the place when a `$ref` leaves the document, names nothing or runs in a circle.
 */
export function follow(document: unknown, place: Place): Place {
  const seen = new Set<string>();
  let found = place;
  while (isObject(found.value) && typeof found.value.$ref === "string") {
    if (seen.has(found.pointer)) throw new Error(`The $ref at ${place.pointer} runs in a circle.`);
    seen.add(found.pointer);
    found = target(document, found.value.$ref, found.pointer);
  }
  return found;
}

/**
 * What a `$ref` names.
 *
 * @param at - Pointer of the object that has the `$ref`, for the error.
 * @throws Error when it leaves the document or names nothing.
 */
export function target(document: unknown, reference: string, at: string): Place {
  if (!reference.startsWith("#/")) {
    throw new Error(`The $ref ${JSON.stringify(reference)} at ${at} leaves the document. Bundle the spec first.`);
  }
  const found = splitPointer(decode(reference.slice(1))).reduce(memberOf, { pointer: "#", value: document });
  if (found.value === undefined) throw new Error(`The $ref ${JSON.stringify(reference)} at ${at} names nothing.`);
  return found;
}

/** Adds one name to a JSON pointer. */
export function joinPointer(pointer: string, name: string): string {
  return `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The names in a JSON pointer, e.g. `/a~1b/0` → `["a/b", "0"]`. */
export function splitPointer(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
