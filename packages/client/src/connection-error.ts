import type { CalledOperation } from "./api-error.js";

/** What a `ConnectionError` knows of the failure. */
export type Unanswered = {
  /** Whether a time limit ran out. */
  readonly timedOut: boolean;
  /** Node's code of what went wrong, such as `ECONNREFUSED`; undefined where there is none. */
  readonly code: string | undefined;
  /** How often the request was sent. */
  readonly attempts: number;
};

/** No complete answer came: the server could not be reached, the connection broke, or the time ran out. A write may have happened. */
export class ConnectionError extends Error implements CalledOperation, Unanswered {
  declare readonly timedOut: boolean;
  declare readonly code: string | undefined;
  declare readonly attempts: number;
  declare readonly operationId: string;
  declare readonly method: string;
  declare readonly path: string;

  constructor(message: string, call: CalledOperation, failure: Unanswered) {
    super(message);
    Object.assign(this, { name: "ConnectionError", ...call, ...failure });
  }
}
