import { mask, readBody } from "./answer.js";
import { ApiError } from "./api-error.js";
import type { Sending } from "./connection.js";
import { ConnectionError } from "./connection-error.js";
import { readRetryAfter } from "./retry-after.js";

/** The error for an answer that is not documented, or not wanted. */
export function unwanted(sending: Sending, response: Response, text: string): ApiError {
  const { called, operation, attempts } = sending;
  const { status } = response;
  const { body, problem } = readBody(response, text, operation.responses[status], hider(sending));
  const redirect = /^(0|30.)$/.test(`${status}`) ? " (redirects are refused)" : "";
  return new ApiError(
    `${called.operationId}: ${called.method} ${called.path} was answered ${status}${problem}${redirect}`,
    called,
    {
      status,
      isDocumented: !problem,
      attempts,
      requestId: requestIdOf(response),
      retryAfterMs: readRetryAfter(response),
    },
    body === "" || operation.isTokenRequest ? undefined : body,
  );
}

/**
 * The error for when no complete answer came.
 *
 * @param cause - What was thrown. Only its message and code are kept, without secrets: it may hold the whole request. A text means that
 *   the time ran out.
 */
export function noAnswer(sending: Sending, cause: unknown): ConnectionError {
  const { called, connection, attempts } = sending;
  const { operationId, method, path } = called;
  // `fetch` itself only says "fetch failed"; what failed is in the cause.
  const { message, code } = ((cause as Error)?.cause ?? cause ?? {}) as Partial<NodeJS.ErrnoException>;
  const timedOut = typeof cause === "string";
  const why = hider(sending)(timedOut ? cause : message || code || String(cause));
  return new ConnectionError(
    `${operationId}: no complete answer to ${method} ${connection.origin}${path}: ${why}`,
    called,
    { timedOut, code, attempts },
  );
}

/** Makes the function that takes a call's secrets out of a text. */
function hider({ init, connection }: Sending): (text: string) => string {
  const credential = init.headers.get("authorization")?.replace(/^\S+ (token=)?/, "") ?? "";
  return (text) => mask(text, [credential, connection.secret ?? ""]);
}

/** The name that the server itself has for the request, where it sends one. */
export function requestIdOf({ headers }: Response): string | undefined {
  return headers.get("x-request-id") ?? undefined;
}
