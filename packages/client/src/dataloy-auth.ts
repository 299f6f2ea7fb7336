import { callOperation } from "./call.js";
import { type ClientOptions, connect, sender } from "./client.js";
import type { Authorizer } from "./connection.js";
import { variable } from "./environment.js";
import { checkToken } from "./token.js";

/** Client credentials of a tenant, which buy an access token. What is left out is read from the environment. */
export type ClientCredentials = {
  /** `DATALOY_CLIENT_ID` by default. */
  readonly clientId: string;
  /** `DATALOY_CLIENT_SECRET` by default. */
  readonly clientSecret?: string | undefined;
  /** Where tokens are given, as Dataloy says with the credentials; `DATALOY_TOKEN_URL` by default. */
  readonly tokenUrl?: string | undefined;
  /** `https://dataloy` for production or `https://dataloy.dev` for test systems; `DATALOY_AUDIENCE` or the former by default. */
  readonly audience?: string | undefined;
};

/** A user of an older tenant. */
export type BasicCredentials = {
  readonly username: string;
  /** `DATALOY_PASSWORD` by default. */
  readonly password?: string | undefined;
};

/** An access token: as it is, or a function that is asked for one before each request. */
export type AccessToken = { readonly token: string | (() => string | Promise<string>) };

/** How a client shows a Dataloy tenant who it is. */
export type DataloyAuth = ClientCredentials | BasicCredentials | AccessToken;

/** A token is renewed so long before it ends, in milliseconds, or when half of its time is over. */
const EARLY_MS = 60_000;
const HOW = "pass { auth } or set DATALOY_CLIENT_ID, DATALOY_USERNAME or DATALOY_TOKEN";

/**
 * Reads who a client is.
 *
 * @throws TypeError for what is missing or cannot be sent. No message has a secret in it.
 */
export function authorizeDataloy(auth: DataloyAuth = fromEnvironment(), options: ClientOptions): Authorizer {
  if ("clientId" in auth) return byCredentials(auth, options);
  if ("username" in auth) {
    const password = given(auth.password, "password", "DATALOY_PASSWORD");
    const authorization = basic(auth.username, password);
    return { authorize: () => authorization, secret: password };
  }
  const { token } = auth;
  if (typeof token === "function") return { authorize: async () => bearer(await token()) };
  const authorization = bearer(token);
  return { authorize: () => authorization };
}

function fromEnvironment(): DataloyAuth {
  const clientId = variable("DATALOY_CLIENT_ID");
  if (clientId) return { clientId };
  const username = variable("DATALOY_USERNAME");
  return username ? { username } : { token: variable("DATALOY_TOKEN") ?? "" };
}

function given(value: string | undefined, option: string, name: string): string {
  const found = value ?? variable(name);
  if (typeof found === "string" && found !== "") return found;
  throw new TypeError(`auth.${option} is missing; pass it or set ${name}.`);
}

/** Keeps a token until shortly before its end. Who needs one while it is asked for waits for the same answer. */
function byCredentials(auth: ClientCredentials, options: ClientOptions): Authorizer {
  const client_id = given(auth.clientId, "clientId", "DATALOY_CLIENT_ID");
  const client_secret = given(auth.clientSecret, "clientSecret", "DATALOY_CLIENT_SECRET");
  const audience = auth.audience ?? variable("DATALOY_AUDIENCE") ?? "https://dataloy";
  const ask = tokenRequest(given(auth.tokenUrl, "tokenUrl", "DATALOY_TOKEN_URL"), client_secret, options);
  let current: { readonly authorization: string; readonly renewAt: number } | undefined;
  let coming: Promise<string> | undefined;

  const renewed = async () => {
    const { body } = await ask({ body: { client_id, client_secret, audience, grant_type: "client_credentials" } });
    const { access_token, expires_in } = body as { access_token?: unknown; expires_in?: number };
    const lifeMs = (expires_in ?? Infinity) * 1000;
    current = {
      authorization: bearer(access_token, "requestToken was answered without one"),
      renewAt: Date.now() + Math.max(lifeMs - EARLY_MS, lifeMs / 2),
    };
    return current.authorization;
  };
  return {
    secret: client_secret,
    authorize: () => {
      if (current && Date.now() < current.renewAt) return current.authorization;
      coming ??= renewed().finally(() => {
        coming = undefined;
      });
      return coming;
    },
    renew: (refused) => {
      // Another call may have renewed it meanwhile.
      if (current?.authorization === refused) current = undefined;
      return true;
    },
  };
}

/** A token is asked for in JSON, unlike RFC 6749 has it. To ask twice does no harm. */
function tokenRequest(tokenUrl: string, secret: string, options: ClientOptions) {
  const { origin, pathname, search, username } = new URL(tokenUrl);
  if (username) throw new TypeError("auth.tokenUrl must not hold credentials.");
  const connection = connect(origin, { authorize: () => "", secret }, options, sender(options));
  const operation = {
    method: "POST",
    path: pathname + search,
    responses: { 200: ["application/json"] },
    isRepeatable: true,
  };
  return callOperation(connection, "requestToken", operation, ({ ok }) => ok);
}

function bearer(token: unknown, how = HOW): string {
  return `Bearer ${checkToken(token, how)}`;
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
