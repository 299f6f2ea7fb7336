import { excerpt, mask, readBody } from "./answer.js";
import { ApiError, type CalledOperation } from "./api-error.js";
import { ConnectionError } from "./connection-error.js";
import type { CallOptions } from "./operation-types.js";
import { fillPath } from "./path.js";
import { setHeaders, writeQuery } from "./query.js";
import { checkTimeout, withinTime } from "./timeout.js";

/** How a client reaches its server. */
export type Connection = {
  readonly origin: string;
  readonly authorize: () => string | Promise<string>;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly timeoutMs: number;
};

/** An entry of the operation table. */
export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly responses: Readonly<Record<string, readonly string[]>>;
};

/** Calls an operation; `reply` of `OperationMethod`, without the types of one operation. */
export type Call = (argument?: AnyArgument, options?: CallOptions) => Promise<Answer>;

type AnyArgument = { readonly [In in "path" | "query" | "header"]?: Readonly<Record<string, unknown>> } & {
  readonly body?: unknown;
};
type Answer = { readonly status: number; readonly body: unknown; readonly response: Response };

/** Makes the function that calls an operation and rejects an answer that is not documented, or not wanted. */
export function callOperation(
  connection: Connection,
  operationId: string,
  operation: Operation,
  wanted: (response: Response) => boolean,
): Call {
  return async (argument = {}, options = {}) => {
    const timeoutMs = checkTimeout(options.timeoutMs ?? connection.timeoutMs);
    const path = fillPath(operation.path, argument.path ?? {}, operationId);
    const query = writeQuery(argument.query ?? {}, operationId);
    const called = { operationId, method: operation.method, path };
    const url = `${connection.origin}${path}${query && `?${query}`}`;
    const init = requestInit(called, argument, options);
    const late = () => noAnswer(called, connection, `${timeoutMs} ms are over`, { timedOut: true });
    const { response, text } = await withinTime(timeoutMs, options.signal, late, (signal) =>
      exchange(connection, called, url, { ...init, signal }),
    );
    const documented = operation.responses[response.status];
    const { body, problem } = readBody(response, text, documented);
    if (!problem && wanted(response)) return { status: response.status, body, response };
    throw unwanted(called, response, documented, mask(text, init.headers.get("authorization")));
  };
}

function requestInit({ operationId, method }: CalledOperation, argument: AnyArgument, options: CallOptions) {
  const headers = new Headers({ accept: "application/json" });
  const body = argument.body === undefined ? null : JSON.stringify(argument.body);
  if (body !== null) headers.set("content-type", "application/json");
  setHeaders(headers, argument.header ?? {}, operationId);
  setHeaders(headers, options.headers ?? {}, operationId);
  // A redirect is not followed: the token must not travel, and a POST must not turn into a GET.
  return { method, headers, body, redirect: "manual" } as const;
}

async function exchange(
  connection: Connection,
  called: CalledOperation,
  url: string,
  init: RequestInit & { headers: Headers },
): Promise<{ response: Response; text: string }> {
  if (!init.headers.has("authorization")) init.headers.set("authorization", await connection.authorize());
  try {
    const response = await connection.fetch(new Request(url, init));
    return { response, text: await response.text() };
  } catch (cause) {
    throw noAnswer(called, connection, mask(reason(cause), init.headers.get("authorization")), {
      timedOut: false,
      cause,
    });
  }
}

function noAnswer(
  called: CalledOperation,
  { origin }: Connection,
  why: string,
  options: ErrorOptions & { timedOut: boolean },
) {
  const { operationId, method, path } = called;
  return new ConnectionError(
    `${operationId}: no complete answer to ${method} ${origin}${path}: ${why}`,
    called,
    options,
  );
}

/** `fetch` itself only says "fetch failed"; what failed is in the cause. */
function reason(error: unknown): string {
  const inner = error instanceof Error ? (error.cause ?? error) : error;
  if (!(inner instanceof Error)) return String(inner);
  return inner.message || ("code" in inner ? String(inner.code) : inner.name);
}

function unwanted(
  called: CalledOperation,
  response: Response,
  documented: readonly string[] | undefined,
  text: string,
): ApiError {
  const { status } = response;
  const { body, problem } = readBody(response, text, documented);
  const redirect = /^(0|30[12378])$/.test(`${status}`) ? " (redirects are not followed; is the origin right?)" : "";
  const message = `${called.operationId}: ${called.method} ${called.path} was answered ${status}${problem}${redirect}: ${excerpt(text) || "(empty)"}`;
  return new ApiError(message, called, { status, body: body === "" ? undefined : body });
}
