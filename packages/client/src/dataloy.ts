import { type operations, operationTable, type paths } from "@quayside/types/dataloy";
import { type ClientOptions, createClient } from "./client.js";
import type { Client } from "./operation-types.js";
import { checkToken } from "./token.js";

export type * from "@quayside/types/dataloy";
export { ApiError } from "./api-error.js";
export type { ClientOptions } from "./client.js";
export { ConnectionError } from "./connection-error.js";
export type { CallOptions } from "./operation-types.js";

/** Dataloy's operations as methods. */
export type DataloyClient = Client<operations, paths>;

/** A tenant's user, or an access token: as it is, or a function that is asked for one before each request. */
export type DataloyAuth =
  | { readonly username: string; readonly password: string; readonly token?: never }
  | { readonly token: string | (() => string | Promise<string>); readonly username?: never; readonly password?: never };

/** How to reach a Dataloy tenant. */
export type DataloyOptions = ClientOptions & {
  /** The tenant's address, such as `https://tenant.dataloy.com`. Plain http is for local hosts only. */
  readonly origin: string;
  readonly auth: DataloyAuth;
};

/**
 * Makes a client for one Dataloy tenant.
 *
 * @throws TypeError or RangeError, without sending anything, for options that cannot work. No message has a secret in it.
 */
export function createDataloyClient(options: DataloyOptions): DataloyClient {
  return createClient<operations, paths>(operationTable, options?.origin, authorizer(options?.auth), options);
}

function authorizer(auth: DataloyAuth | undefined): () => string | Promise<string> {
  const token = auth?.token;
  if (typeof token === "function") return async () => bearer(await token());
  const authorization = auth?.username === undefined ? bearer(token) : basic(auth.username, auth.password);
  return () => authorization;
}

function bearer(token: unknown): string {
  return `Bearer ${checkToken(token, "{ auth: { token } } or { auth: { username, password } }")}`;
}

function basic(username: string, password: string): string {
  const usable = [username, password].every((part) => typeof part === "string" && /^\P{Cc}+$/u.test(part));
  if (!usable || username.includes(":")) {
    throw new TypeError(
      "auth needs a username without a colon and a password, both without line breaks and not empty.",
    );
  }
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
}
