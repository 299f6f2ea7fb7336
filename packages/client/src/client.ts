import { type Call, type Connection, callOperation, type Operation } from "./call.js";
import type { Client } from "./operation-types.js";
import { readOrigin } from "./origin.js";
import { rawClient } from "./raw.js";
import { checkTimeout } from "./timeout.js";

/** What both APIs' clients may be given. */
export type ClientOptions = {
  /** Sends a request; the global `fetch` by default. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Milliseconds until the whole answer of a call must be there, 1 to 2,147,483,647; 30,000 by default. */
  readonly timeoutMs?: number | undefined;
};

/**
 * Makes the client of one API out of its operation table.
 *
 * @param authorize - Gives the value of the `Authorization` header; asked once per request.
 * @throws TypeError or RangeError for an origin or a time limit that cannot be used.
 */
export function createClient<Operations, Paths extends object>(
  table: { readonly [Id in keyof Operations]: Operation },
  origin: string,
  authorize: () => string | Promise<string>,
  options: ClientOptions,
): Client<Operations, Paths> {
  const connection: Connection = {
    origin: readOrigin(origin),
    authorize,
    // Looked up at each call, so that a fetch put in its place later, such as a test's, is used.
    fetch: options.fetch ?? ((request) => fetch(request)),
    timeoutMs: checkTimeout(options.timeoutMs ?? 30_000),
  };
  const methods = Object.entries<Operation>(table).map(([id, operation]) => {
    const data = callOperation(connection, id, operation, (response) => response.ok);
    const reply = callOperation(connection, id, operation, () => true);
    return [id, Object.assign(async (...call: Parameters<Call>) => (await data(...call)).body, { reply })];
  });
  // The one claim about types: the table's keys are the operations', and each answer is held to its documented media types.
  return { ...Object.fromEntries(methods), raw: rawClient<Paths>(connection) } as Client<Operations, Paths>;
}
