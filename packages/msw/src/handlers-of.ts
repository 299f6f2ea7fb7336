import type { HttpHandler } from "msw";
import type { MockOptions } from "./operation-types.js";

/** What the mocks of all operations have in common: they can answer by themselves. */
type DefaultMock = (answer: undefined, options: MockOptions) => HttpHandler;

/** What all handlers of an API may be told at once. */
export type HandlersOptions = Pick<MockOptions, "origin">;

/** Makes the handlers of all of an API's mocks, each with its own default answer. */
export function handlersOf(mocks: Readonly<Record<string, DefaultMock>>, options: HandlersOptions): HttpHandler[] {
  return Object.values(mocks).map((mock) => mock(undefined, options));
}
