import { readBody } from "./answer.js";
import type { Connection, Operation, Sending } from "./connection.js";
import { unwanted } from "./explain.js";
import type { CallOptions } from "./operation-types.js";
import { fillPath } from "./path.js";
import { setHeaders, writeQuery } from "./query.js";
import { whole } from "./whole.js";

/** Calls an operation; `reply` of `OperationMethod`, without the types of one operation. */
export type Call = (argument?: AnyArgument, options?: CallOptions, find?: Sending["find"]) => Promise<Answer>;

/** What any operation may be given. */
export type AnyArgument = { readonly [In in "path" | "query" | "header"]?: Readonly<Record<string, unknown>> } & {
  readonly body?: unknown;
};

/** An answer whose body has been read. Where the body was found in place of one, there is no response. */
export type Answer = {
  readonly body: unknown;
  readonly response?: Response;
} & Pick<Sending, "attempts" | "outcome">;

/** Makes the function that calls an operation and rejects an answer that is not documented or, where it must, does not succeed. */
export function callOperation(
  connection: Connection,
  operationId: string,
  operation: Operation,
  mustSucceed = true,
): Call {
  return async (argument = {}, options = {}, find) => {
    const sending = prepare(connection, operationId, operation, argument, options, find);
    const sent = await connection.send(sending);
    const { attempts, outcome } = sending;
    if ("found" in sent) return { body: sent.found, attempts, outcome: "found" };
    const { response, text } = sent;
    const { body, problem } = readBody(response, text, operation.responses[response.status]);
    if (!problem && (response.ok || !mustSucceed)) return { body, response, attempts, outcome };
    throw unwanted(sending, response, text);
  };
}

function prepare(
  connection: Connection,
  operationId: string,
  operation: Operation,
  argument: AnyArgument,
  options: CallOptions,
  find: Sending["find"],
): Sending {
  const { method } = operation;
  const timeoutMs = whole(options.timeoutMs ?? connection.timeoutMs, "timeoutMs");
  const path = fillPath(operation.path, argument.path, operationId);
  const query = writeQuery(argument.query, operationId);
  const headers = new Headers({ accept: "application/json" });
  const body = argument.body === undefined ? null : JSON.stringify(argument.body);
  if (body !== null) headers.set("content-type", "application/json");
  setHeaders(headers, argument.header, operationId);
  setHeaders(headers, options.headers, operationId);
  return {
    connection,
    operation,
    called: { operationId, method, path },
    url: `${connection.origin}${path}${query && `?${query}`}`,
    // A redirect is not followed: the token must not travel, and a POST must not turn into a GET.
    init: { method, headers, body, redirect: "manual" },
    timeoutMs,
    end: performance.now() + timeoutMs,
    options,
    isAuthorized: headers.has("authorization"),
    find,
    attempts: 0,
    outcome: "created",
  };
}
