import type { CalledOperation } from "./api-error.js";

/** No complete answer came: the server could not be reached, the connection broke, or the time ran out. A write may have happened. */
export class ConnectionError extends Error implements CalledOperation {
  override readonly name = "ConnectionError";
  /** Whether `timeoutMs` ran out. If not, `cause` is what `fetch` threw. */
  readonly timedOut: boolean;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;

  constructor(message: string, call: CalledOperation, options: ErrorOptions & { readonly timedOut: boolean }) {
    super(message, options);
    this.timedOut = options.timedOut;
    this.operationId = call.operationId;
    this.method = call.method;
    this.path = call.path;
  }
}
