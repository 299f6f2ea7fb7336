import { valueAt } from "../pointer.js";
import type { Reach } from "../run/check.js";
import type { Resource } from "./resource.js";

/** How far a check goes that sends bodies to a record of its own: farther, where the record could not be removed any more. */
export function reachOf({ lasting = [] }: Resource, ...bodies: readonly unknown[]): Reach {
  return bodies.some((body) => lasting.some((pointer) => valueAt(body, pointer) !== undefined)) ? "any" : "own";
}
