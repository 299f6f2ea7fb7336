/** Which call an error is about. Nothing in it is secret. */
export type CalledOperation = {
  readonly operationId: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path that was called, percent-encoded and without the query. */
  readonly path: string;
};

/** An answer that is not the wanted one: a failure, or something that the spec does not document. */
export class ApiError extends Error implements CalledOperation {
  override readonly name = "ApiError";
  /** The answer's status; 0 for a redirect in a browser, which hides it. */
  readonly status: number;
  /**
   * What the server sent: parsed where it is JSON, a string where it is not, `undefined` where it is empty. A repeated token
   * of at least 8 characters is masked.
   */
  readonly body: unknown;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;

  constructor(message: string, call: CalledOperation, answer: { readonly status: number; readonly body: unknown }) {
    super(message);
    this.status = answer.status;
    this.body = answer.body;
    this.operationId = call.operationId;
    this.method = call.method;
    this.path = call.path;
  }
}
