import type { HttpHandler } from "msw";
import * as operations from "./dataloy-examples.js";
import type { DefaultMock, MockOptions } from "./operation-types.js";

export * from "./dataloy-examples.js";
export type {
  Answer,
  Answerer,
  MockOptions,
  MockRequest,
  OperationMock,
  Reply,
  ReplyHeaders,
} from "./operation-types.js";

/**
 * Makes the MSW handlers of all of Dataloy's operations. Each answers the first example of a success in the spec.
 *
 * @throws TypeError for an origin that is none.
 */
export function handlers(options: Pick<MockOptions, "origin"> = {}): HttpHandler[] {
  const mocks: readonly DefaultMock[] = Object.values(operations);
  return mocks.map((mock) => mock(undefined, options));
}
