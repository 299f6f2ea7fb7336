import type { HttpHandler } from "msw";
import * as operations from "./dataloy-examples.js";
import { type HandlersOptions, handlersOf } from "./handlers-of.js";

export * from "./dataloy-examples.js";
export type * from "./operation-types.js";

/**
 * Makes the MSW handlers of all of Dataloy's operations. Each answers the first example of a success in the spec.
 *
 * @throws TypeError for an origin that is none.
 */
export function handlers(options: HandlersOptions = {}): HttpHandler[] {
  return handlersOf(operations, options);
}
