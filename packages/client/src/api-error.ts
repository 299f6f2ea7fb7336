/** Which call an error is about. Nothing in it is secret. */
export type CalledOperation = {
  /** The operation's name in the spec. */
  readonly operationId: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path that was called, percent-encoded and without the query. */
  readonly path: string;
};

/** What an `ApiError` knows of the answer, beside its body. */
export type Refused = {
  /** The answer's status; 0 for a redirect in a browser, which hides it. */
  readonly status: number;
  /** Whether the spec has such an answer: its status, and its content type with that. */
  readonly isDocumented: boolean;
  /** How often the request was sent. */
  readonly attempts: number;
  /** The answer's `X-Request-Id`, where the server sent one. */
  readonly requestId: string | undefined;
  /** What the server asks to wait in `Retry-After`, in milliseconds. */
  readonly retryAfterMs: number | undefined;
};

/** An answer that is not the wanted one: a failure, or something that the spec does not document. */
export class ApiError extends Error implements CalledOperation, Refused {
  declare readonly status: number;
  declare readonly isDocumented: boolean;
  declare readonly attempts: number;
  declare readonly requestId: string | undefined;
  declare readonly retryAfterMs: number | undefined;
  declare readonly operationId: string;
  declare readonly method: string;
  declare readonly path: string;
  /**
   * What the server sent: parsed where it is JSON, a string where it is not, `undefined` where it is empty. A repeated secret
   * of at least 8 characters is masked. No log shows it by itself, for it may hold what must not be there: name it to print it.
   */
  declare readonly body: unknown;

  constructor(message: string, call: CalledOperation, answer: Refused, body: unknown) {
    super(message);
    Object.assign(this, { name: "ApiError", ...call, ...answer });
    Object.defineProperty(this, "body", { value: body });
  }
}
