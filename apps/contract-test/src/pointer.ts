import { elements, isObject, member, unescapePointer } from "./document.js";

/** What stands at a JSON pointer; undefined where nothing does. The empty pointer is the whole value. */
export function valueAt(value: unknown, pointer: string): unknown {
  return partsOf(pointer).reduce<unknown>(step, value);
}

/** All that stands at a pointer in which `#` is any element: `/items/#/id`. */
export function valuesAt(value: unknown, pointer: string): unknown[] {
  return partsOf(pointer)
    .reduce<unknown[]>(
      (found, part) => found.flatMap((one) => (part === "#" ? elements(one) : [step(one, part)])),
      [value],
    )
    .filter((one) => one !== undefined);
}

/** The value with another one at a pointer. Objects and arrays on the way are copied; what is not there is made an object. */
export function withValue(value: unknown, pointer: string, changed: unknown): unknown {
  const [part, ...rest] = partsOf(pointer);
  if (part === undefined) return changed;
  const below = (inner: unknown) => withValue(inner, rest.map((one) => `/${one}`).join(""), changed);
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === part ? below(one) : one));
  return { ...(isObject(value) ? value : {}), [unescapePointer(part)]: below(step(value, part)) };
}

function partsOf(pointer: string): string[] {
  return pointer.split("/").slice(1);
}

function step(value: unknown, part: string): unknown {
  return Array.isArray(value) ? value[Number(part)] : member(value, unescapePointer(part));
}
