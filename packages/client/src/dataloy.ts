import { type operations, operationTable, type paths } from "@quayside/types/dataloy";
import { type ClientOptions, connect, createCalls, createMethods, type PlainOptions, sender } from "./client.js";
import { authorizeByCredentials, type ClientCredentials } from "./client-credentials.js";
import type { Authorizer } from "./connection.js";
import { type AccessToken, authorizePlainly, type BasicCredentials } from "./dataloy-auth.js";
import { variable } from "./environment.js";
import { writeFields } from "./fields.js";
import type { Lookups } from "./once.js";
import type { Client, PlainClient, WithPaths } from "./operation-types.js";
import { sendOnce } from "./send-once.js";
import { where } from "./where.js";

export type * from "@quayside/types/dataloy";
export { ApiError } from "./api-error.js";
export type { ClientOptions, PlainOptions } from "./client.js";
export type { ClientCredentials } from "./client-credentials.js";
export { ConnectionError } from "./connection-error.js";
export type { AccessToken, BasicCredentials } from "./dataloy-auth.js";
export type { Projected } from "./fields.js";
export type { RequestEvent, ResponseEvent, RetryEvent } from "./hooks.js";
export { ListError } from "./list-error.js";
export { instantIn, localTimeIn } from "./local-time.js";
export type { CallOptions, EachOptions, Once } from "./operation-types.js";
export type { RetryOptions } from "./retry.js";
export { type TimeKind, timeKindOf } from "./time-kind.js";
export * from "./where.js";

/** Dataloy's operations as methods. */
export type DataloyClient = Client<operations, typeof operationTable> & WithPaths<paths>;

/** Dataloy's operations as plain methods. */
export type PlainDataloyClient = PlainClient<operations> & WithPaths<paths>;

/** How a client shows a Dataloy tenant who it is. */
export type DataloyAuth = ClientCredentials | BasicCredentials | AccessToken;

type Tenant = {
  /** The tenant's address, such as `https://tenant.dataloy.com`; `DATALOY_ORIGIN` by default. Plain http is for local hosts only. */
  readonly origin?: string | undefined;
};

/** How to reach a Dataloy tenant. What is left out is read from the environment. */
export type DataloyOptions = Tenant &
  ClientOptions & {
    /**
     * By default `DATALOY_CLIENT_ID`, `DATALOY_CLIENT_SECRET`, `DATALOY_TOKEN_URL` and `DATALOY_AUDIENCE`; without a client id
     * `DATALOY_USERNAME` and `DATALOY_PASSWORD`; without a user name `DATALOY_TOKEN`.
     */
    readonly auth?: DataloyAuth | undefined;
  };

/** How to reach a Dataloy tenant with plain calls. What is left out is read from the environment. */
export type PlainDataloyOptions = Tenant &
  PlainOptions & {
    /** By default `DATALOY_USERNAME` and `DATALOY_PASSWORD`; without a user name `DATALOY_TOKEN`. */
    readonly auth?: BasicCredentials | AccessToken | undefined;
  };

/**
 * Makes a client for one Dataloy tenant.
 *
 * @throws TypeError or RangeError, without sending anything, for options that cannot work. No message has a secret in it.
 */
export function createDataloyClient(options: DataloyOptions = {}): DataloyClient {
  const connection = connect(originOf(options), authorizerOf(options), options, sender(options));
  const lookups: Lookups<typeof operationTable> = {
    createServiceOrder: (reference) => {
      const filter = [where.externalReferenceNo.eq(reference)];
      return async (within) => {
        const [found] = await client.listServiceOrders({ query: { filter, pageNumber: 1, limit: 1 } }, within());
        const order = found && (await client.getServiceOrder({ path: { key: found.key } }, within()));
        return (order?.externalReferenceNo ?? reference) === reference ? order : undefined;
      };
    },
  };
  const methods = createMethods(connection, operationTable, writeFields, lookups);
  // The one claim about types: the table's keys are the operations', and each answer is held to its documented media types.
  const client = methods as unknown as DataloyClient;
  return client;
}

/**
 * Makes a client for one Dataloy tenant that has the calls and nothing else, for pages where every kilobyte counts: no client credentials,
 * retries, hooks, paging or safe creations.
 *
 * @throws As {@link createDataloyClient}.
 */
export function createPlainDataloyClient(options: PlainDataloyOptions = {}): PlainDataloyClient {
  const connection = connect(originOf(options), authorizePlainly(options.auth), options, sendOnce);
  return createCalls(connection, operationTable, writeFields) as unknown as PlainDataloyClient;
}

function originOf({ origin }: Tenant): string {
  const found = origin ?? variable("DATALOY_ORIGIN");
  if (found === undefined) throw new TypeError("The origin is missing; pass { origin } or set DATALOY_ORIGIN.");
  return found;
}

function authorizerOf(options: DataloyOptions): Authorizer {
  const { auth } = options;
  const clientId = auth ? "clientId" in auth && auth.clientId : variable("DATALOY_CLIENT_ID");
  if (!clientId) return authorizePlainly(auth as BasicCredentials | AccessToken | undefined);
  return authorizeByCredentials({ ...auth, clientId }, options);
}
