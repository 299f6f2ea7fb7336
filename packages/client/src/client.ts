import { type AnyArgument, type Call, callOperation } from "./call.js";
import type { Authorizer, Connection, Operation } from "./connection.js";
import { eachRow } from "./each.js";
import type { Hooks } from "./hooks.js";
import { createOnce, type Lookup } from "./once.js";
import type { CallOptions, EachOptions } from "./operation-types.js";
import { readOrigin } from "./origin.js";
import { openPlaces } from "./places.js";
import { type RetryOptions, readRetry } from "./retry.js";
import { sendOften } from "./send-often.js";
import { whole } from "./whole.js";

/** What a client of plain calls may be given, for both APIs. */
export type PlainOptions = {
  /** Sends a request; the global `fetch` by default. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Milliseconds until the whole answer of a call must be there, retries and waits included, 1 to 2,147,483,647; 30,000 by default. */
  readonly timeoutMs?: number | undefined;
};

/** What a client may be given, for both APIs. */
export type ClientOptions = PlainOptions &
  Hooks & {
    /**
     * Whether, how often and how soon a request is sent again after a connection error, 408, 429, 502, 503 or 504; `true` by default.
     * Only GET, PUT and DELETE are: a POST or PATCH that was heeded must not be heeded twice.
     */
    readonly retry?: boolean | RetryOptions | undefined;
    /** How many requests may be under way at once; the others wait for their turn. As many as there are by default. */
    readonly maxConcurrent?: number | undefined;
  };

/** A method without the types of its operation. */
export type AnyMethod = ((argument?: AnyArgument, options?: CallOptions) => Promise<unknown>) & {
  readonly operationId: string;
  readonly origin: string;
  readonly path: string;
  readonly reply: (argument?: AnyArgument, options?: CallOptions) => Promise<unknown>;
};

/** An API's operations by their operationIds. */
export type Table = Readonly<Record<string, Operation>>;

/** Turns what only one API's methods take into what any of them does. */
export type Adapt = (argument?: AnyArgument) => AnyArgument | undefined;

/** The connection of each client, for `rawClient`. */
export const connections = new WeakMap<object, Connection>();

/**
 * Opens a connection to a server.
 *
 * @param send - How its requests are sent.
 * @throws TypeError or RangeError for options that cannot be used.
 */
export function connect(
  origin: string,
  authorizer: Authorizer,
  options: PlainOptions,
  send: Connection["send"],
): Connection {
  const own = options.fetch;
  return {
    ...authorizer,
    origin: readOrigin(origin),
    // The global one is looked up at each call, so that a fetch put in its place later, such as a test's, is used.
    fetch: own ? (input, init) => own(new Request(input, init)) : (input, init) => fetch(input, init),
    timeoutMs: whole(options.timeoutMs ?? 30_000, "timeoutMs"),
    send,
  };
}

/**
 * Sends requests as a client's options say.
 *
 * @throws RangeError for options that cannot be used.
 */
export function sender(options: ClientOptions): Connection["send"] {
  const { retry: own, maxConcurrent } = options;
  const retry = readRetry(own);
  const places = openPlaces(maxConcurrent === undefined ? Infinity : whole(maxConcurrent, "maxConcurrent"));
  return (sending) => sendOften(sending, { own, retry, hooks: options, places });
}

/** What a method has beside its call and its reply. */
type Extras = (operationId: string, operation: Operation, call: Call) => object | undefined;

/** Makes the methods of an API: its calls and their replies. */
export function createCalls(
  connection: Connection,
  table: Table,
  adapt: Adapt,
  extras?: Extras,
): Record<string, AnyMethod> {
  const methods = Object.entries(table).map(([operationId, operation]) => {
    const call = callOperation(connection, operationId, operation);
    const any = callOperation(connection, operationId, operation, false);
    const method = async (argument?: AnyArgument, options?: CallOptions) => (await call(adapt(argument), options)).body;
    const reply = async (argument?: AnyArgument, options?: CallOptions) => {
      const { body, response } = await any(adapt(argument), options);
      return { status: response?.status, body, response };
    };
    const { path } = operation;
    const { origin } = connection;
    return [
      operationId,
      Object.assign(method, { operationId, origin, path, reply }, extras?.(operationId, operation, call)),
    ];
  });
  const client = Object.fromEntries(methods);
  connections.set(client, connection);
  return client;
}

/** Makes the methods of an API with what reads its lists page by page, and what creates its records once. */
export function createMethods(
  connection: Connection,
  table: Table,
  adapt: Adapt,
  lookups: Readonly<Record<string, Lookup>>,
): Record<string, AnyMethod> {
  return createCalls(connection, table, adapt, (operationId, { pagination, naturalKey }, call) => {
    const lookup = lookups[operationId];
    if (naturalKey && lookup) return { once: createOnce(call, naturalKey, lookup) };
    if (!pagination) return undefined;
    const each = (argument?: AnyArgument, options?: EachOptions) =>
      eachRow(call, pagination, connection.origin, adapt(argument), options);
    return { each };
  });
}

/** For an API whose methods take nothing of their own. */
export const asItIs: Adapt = (argument) => argument;
