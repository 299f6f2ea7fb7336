import { type operations, operationTable, type paths } from "@quayside/types/octopi";
import { type ClientOptions, createClient } from "./client.js";
import type { Client } from "./operation-types.js";
import { checkToken } from "./token.js";

export type * from "@quayside/types/octopi";
export { ApiError } from "./api-error.js";
export type { ClientOptions } from "./client.js";
export { ConnectionError } from "./connection-error.js";
export type { CallOptions } from "./operation-types.js";

/** Octopi's operations as methods. */
export type OctopiClient = Client<operations, paths>;

/** How to reach Octopi. */
export type OctopiOptions = ClientOptions & {
  /** The API key alone, without `Token token=`. */
  readonly token: string;
  /** Where Octopi, a mock or a sandbox answers; `https://app.octopi.co` by default. Plain http is for local hosts only. */
  readonly origin?: string | undefined;
};

/**
 * Makes a client for Octopi.
 *
 * @throws TypeError or RangeError, without sending anything, for options that cannot work. The token is in no message.
 */
export function createOctopiClient(options: OctopiOptions): OctopiClient {
  const authorization = `Token token=${checkToken(options?.token, "{ token }")}`;
  const origin = options.origin ?? "https://app.octopi.co";
  return createClient<operations, paths>(operationTable, origin, () => authorization, options);
}
