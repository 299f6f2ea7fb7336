import type { HttpHandler } from "msw";
import { type HandlersOptions, handlersOf } from "./handlers-of.js";
import * as operations from "./octopi-examples.js";

export * from "./octopi-examples.js";
export type * from "./operation-types.js";

/**
 * Makes the MSW handlers of all of Octopi's operations. Each answers the first example of a success in the spec.
 *
 * @throws TypeError for an origin that is none.
 */
export function handlers(options: HandlersOptions = {}): HttpHandler[] {
  return handlersOf(operations, options);
}
