import { callOperation } from "./call.js";
import { type ClientOptions, connect, sender } from "./client.js";
import type { Authorizer } from "./connection.js";
import { bearer, given } from "./dataloy-auth.js";
import { variable } from "./environment.js";

/** Client credentials of a tenant, which buy an access token. What is left out is read from the environment. */
export type ClientCredentials = {
  /** As Dataloy gave it. */
  readonly clientId: string;
  /** `DATALOY_CLIENT_SECRET` by default. */
  readonly clientSecret?: string | undefined;
  /** Where tokens are given, as Dataloy says with the credentials; `DATALOY_TOKEN_URL` by default. */
  readonly tokenUrl?: string | undefined;
  /** `https://dataloy` for production or `https://dataloy.dev` for test systems; `DATALOY_AUDIENCE` or the former by default. */
  readonly audience?: string | undefined;
};

/** A token is renewed so long before it ends, in milliseconds, or when half of its time is over. */
const EARLY_MS = 60_000;

/**
 * Keeps a token until shortly before its end. Who needs one while it is asked for waits for the same answer.
 *
 * @throws TypeError for what is missing or cannot be used.
 */
export function authorizeByCredentials(auth: ClientCredentials, options: ClientOptions): Authorizer {
  const client_id = given(auth.clientId, "clientId", "DATALOY_CLIENT_ID");
  const client_secret = given(auth.clientSecret, "clientSecret", "DATALOY_CLIENT_SECRET");
  const audience = auth.audience ?? variable("DATALOY_AUDIENCE") ?? "https://dataloy";
  const ask = tokenRequest(given(auth.tokenUrl, "tokenUrl", "DATALOY_TOKEN_URL"), client_secret, options);
  let current: { readonly authorization: string; readonly renewAt: number } | undefined;
  let coming: Promise<string> | undefined;

  const renewed = async () => {
    const { body } = await ask({ client_id, client_secret, audience, grant_type: "client_credentials" });
    const { access_token, expires_in } = Object(body) as { access_token?: unknown; expires_in?: unknown };
    const lifeMs = Number(expires_in ?? Infinity) * 1000;
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
  const url = URL.canParse(tokenUrl) ? new URL(tokenUrl) : undefined;
  if (!url || url.username)
    throw new TypeError("auth.tokenUrl must be an address such as https://example.com/oauth/token.");
  const { origin, pathname, searchParams } = url;
  const connection = connect(origin, { authorize: () => "", secret }, options, sender(options));
  const operation = { method: "POST", path: pathname, responses: { 200: ["application/json"] }, isTokenRequest: true };
  const call = callOperation(connection, "requestToken", operation);
  return (body: object) => call({ query: Object.fromEntries(searchParams), body });
}
