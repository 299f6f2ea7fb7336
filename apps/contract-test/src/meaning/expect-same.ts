import { entries, isObject } from "../document.js";
import { valueAt } from "../pointer.js";
import type { Caller } from "../run/caller.js";
import { isEqual } from "./is-same.js";
import { show, tell } from "./meaning-check.js";

/**
 * What an operation answers of a record is what is then read, as far as both say it. Objects and lists of them are left out:
 * they are told in one form here and in another there.
 */
export function expectSame(caller: Caller, operationId: string, answered: unknown, read: unknown): void {
  for (const [name, value] of entries(answered)) {
    const own = valueAt(read, `/${name}`);
    if (own === undefined || isStructured(own) || isStructured(value) || isEqual(own, value)) continue;
    tell(
      caller,
      "not-read-back",
      `${operationId} /${name}`,
      `it answers ${show(value)}`,
      `${show(own)}, as is then read`,
    );
  }
}

function isStructured(value: unknown): boolean {
  return isObject(value) || (Array.isArray(value) && value.some(isObject));
}
