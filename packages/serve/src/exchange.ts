import type { IncomingMessage, ServerResponse } from "node:http";

/** What the front has to know of the server that it stands before. */
export type Front = { readonly name: string; readonly maxBodyBytes: number; readonly crossOrigin: boolean };

/** A request and its answer to be, as Node has them. */
export type Exchange = {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  /** What the request's `Expect` header waits for. After the word to continue it waits for nothing more. */
  expectation: "nothing" | "continue" | "unknown";
};
