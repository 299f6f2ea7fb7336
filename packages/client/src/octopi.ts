import { type LeadsTo, type operations, operationTable, type paths } from "@quayside/types/octopi";
import {
  asItIs,
  type ClientOptions,
  connect,
  createCalls,
  createMethods,
  type PlainOptions,
  sender,
} from "./client.js";
import type { Authorizer } from "./connection.js";
import { variable } from "./environment.js";
import { type Action, followActions } from "./follow.js";
import { type Lookups, unlessMissing } from "./once.js";
import type { Argument, CallOptions, Client, Data, PlainClient, WithOptions, WithPaths } from "./operation-types.js";
import { fillPath } from "./path.js";
import { sendOnce } from "./send-once.js";
import { checkToken } from "./token.js";

export type * from "@quayside/types/octopi";
export { ApiError } from "./api-error.js";
export type { ClientOptions, PlainOptions } from "./client.js";
export { ConnectionError } from "./connection-error.js";
export type { Action } from "./follow.js";
export type { RequestEvent, ResponseEvent, RetryEvent } from "./hooks.js";
export { instantOf } from "./instant.js";
export { ListError } from "./list-error.js";
export type { CallOptions, EachOptions, Once } from "./operation-types.js";
export type { RetryOptions } from "./retry.js";
export { type TimeKind, timeKindOf } from "./time-kind.js";

/** Octopi's operations as methods. */
export type OctopiClient = Client<operations, typeof operationTable> &
  WithPaths<paths> & {
    /**
     * Follows an action of a record, such as `hold.actions.lift`: calls the operation that it leads to, at the client's own origin whatever
     * its URL says.
     *
     * @throws TypeError where it leads to none of the operations; and like that operation.
     */
    follow<Id extends keyof operations>(
      action: Action & LeadsTo<Id>,
      ...call: WithOptions<Omit<Argument<operations[Id]>, "path" | "query">, CallOptions>
    ): Promise<Data<operations[Id]>>;
  };

/** Octopi's operations as plain methods. */
export type PlainOctopiClient = PlainClient<operations> & WithPaths<paths>;

/** Where Octopi is and who calls. What is left out is read from the environment. */
type OctopiAccess = {
  /** The API key alone, without `Token token=`; `OCTOPI_TOKEN` by default. */
  readonly token?: string | undefined;
  /**
   * Where Octopi, a mock or a sandbox answers; `OCTOPI_ORIGIN` or `https://app.octopi.co` by default. Plain http is for local
   * hosts only.
   */
  readonly origin?: string | undefined;
};

/** How to reach Octopi. */
export type OctopiOptions = OctopiAccess & ClientOptions;

/** How to reach Octopi with plain calls. */
export type PlainOctopiOptions = OctopiAccess & PlainOptions;

/**
 * Makes a client for Octopi.
 *
 * @throws TypeError or RangeError, without sending anything, for options that cannot work. The token is in no message.
 */
export function createOctopiClient(options: OctopiOptions = {}): OctopiClient {
  const connection = connect(...access(options), options, sender(options));
  const lookups: Lookups<typeof operationTable> = {
    createServiceOrder: (order_number) => {
      const path = { order_number };
      fillPath(client.getServiceOrder.path, path, "createServiceOrder.once");
      return (within) =>
        unlessMissing(async () => {
          const order = await client.getServiceOrder({ path }, within());
          // A number that nobody gave may be the id of another order.
          return order.order_number === order_number ? order : undefined;
        });
    },
  };
  const methods = createMethods(connection, operationTable, asItIs, lookups);
  // The one claim about types: the table's keys are the operations', and each answer is held to its documented media types.
  const client = Object.assign(methods, { follow: followActions(operationTable, methods) }) as unknown as OctopiClient;
  return client;
}

/**
 * Makes a client for Octopi that has the calls and nothing else, for pages where every kilobyte counts: no retries, hooks, paging, safe
 * creations or actions.
 *
 * @throws As {@link createOctopiClient}.
 */
export function createPlainOctopiClient(options: PlainOctopiOptions = {}): PlainOctopiClient {
  return createCalls(
    connect(...access(options), options, sendOnce),
    operationTable,
    asItIs,
  ) as unknown as PlainOctopiClient;
}

function access({ token, origin }: OctopiAccess): [origin: string, authorizer: Authorizer] {
  const key = checkToken(token ?? variable("OCTOPI_TOKEN"), "pass { token } or set OCTOPI_TOKEN");
  return [origin ?? variable("OCTOPI_ORIGIN") ?? "https://app.octopi.co", { authorize: () => `Token token=${key}` }];
}
