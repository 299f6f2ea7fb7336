import { mask, readBody } from "./answer.js";
import { ApiError } from "./api-error.js";
import type { Sending } from "./connection.js";
import { ConnectionError } from "./connection-error.js";
import { readRetryAfter } from "./retry-after.js";

/** The error for an answer that is not documented, or not wanted. */
export function unwanted(sending: Sending, response: Response, text: string): ApiError {
  const { called, operation, attempts } = sending;
  const { status } = response;
  const { body, problem } = readBody(response, mask(text, secretsOf(sending)), operation.responses[status]);
  const redirect = /^(0|30[12378])$/.test(`${status}`) ? " (redirects are not followed)" : "";
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
 * @param cause - What was thrown. Only its texts are kept, without secrets: it may hold the whole request. A text means that the
 *   time ran out.
 */
export function noAnswer(sending: Sending, cause: unknown): ConnectionError {
  const { called, connection, attempts } = sending;
  const { operationId, method, path } = called;
  const hide = (text: string) => mask(text, secretsOf(sending));
  // `fetch` itself only says "fetch failed"; what failed is in the cause.
  const { message, code } = ((cause as Error)?.cause ?? cause ?? {}) as Partial<NodeJS.ErrnoException>;
  const timedOut = typeof cause === "string";
  const error = new ConnectionError(
    `${operationId}: no complete answer to ${method} ${connection.origin}${path}: ${hide(timedOut ? cause : message || code || String(cause))}`,
    called,
    { timedOut, code, attempts },
  );
  if (cause instanceof Error) error.stack += `\nCaused by ${hide(`${cause.stack}`)}`;
  return error;
}

function secretsOf({ init, connection }: Sending): string[] {
  const credential = init.headers.get("authorization")?.replace(/^\S+ (token=)?/, "") ?? "";
  return [credential, connection.secret ?? ""];
}

/** The name that the server itself has for the request, where it sends one. */
export function requestIdOf({ headers }: Response): string | undefined {
  return headers.get("x-request-id") ?? undefined;
}
