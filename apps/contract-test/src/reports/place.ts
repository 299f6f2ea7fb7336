import { escapePointer, isObject, unescapePointer } from "../document.js";

/** A place in a bundle: its JSON pointer, and what stands there; undefined where nothing does. */
export type Place = { readonly pointer: string; readonly value: unknown };

/** An object's own member or an array's element. */
export function memberOf({ pointer, value }: Place, name: string): Place {
  const isThere = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return { pointer: `${pointer}/${escapePointer(name)}`, value: isThere ? Reflect.get(value, name) : undefined };
}

/** All members of an object, or elements of an array; none of anything else. */
export function membersOf(place: Place): Place[] {
  const { value } = place;
  return typeof value === "object" && value !== null ? Object.keys(value).map((name) => memberOf(place, name)) : [];
}

/** What the `$ref` at a place names, and the `$ref` there, and so on. At most 50: they may run in a circle. */
export function follow(document: unknown, place: Place): Place {
  let found = place;
  for (let steps = 0; steps < 50; steps++) {
    const reference = isObject(found.value) ? found.value.$ref : undefined;
    if (typeof reference !== "string") break;
    const names = reference.split("/").slice(1).map(unescapePointer);
    found = names.reduce(memberOf, { pointer: "", value: document });
  }
  return found;
}
