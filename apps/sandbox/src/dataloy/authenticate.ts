import { Refusal } from "@quayside/serve";
import type { Caller } from "../api.js";
import { isSameSecret } from "../secrets.js";
import type { Store } from "../store/open-store.js";
import { openTokenReader } from "./access-tokens.js";
import { TENANTS, type Tenant } from "./tenants.js";

const CHALLENGE = 'Bearer realm="Dataloy", Basic realm="Dataloy"';

const BEARER = /^bearer +([A-Za-z0-9._~+/-]+=*)$/i;
const BASIC = /^basic +([A-Za-z0-9+/]+={0,2})$/i;

/** Says who calls, from an `Authorization` header; with 401 for whom the tenants do not know. */
export function openAuthenticator(store: Store): (authorization: string | null) => Promise<Caller> {
  const readToken = openTokenReader(store);
  return async (authorization) => {
    const [, token] = BEARER.exec(authorization ?? "") ?? [];
    const [, pair] = BASIC.exec(authorization ?? "") ?? [];
    if (token !== undefined) {
      const read = await readToken(token);
      if (read === undefined) throw unauthorized("The access token is not valid. Get one with POST /oauth/token.");
      return { owner: read.tenant, expiresAt: read.expiresAt, challenge: CHALLENGE };
    }
    if (pair === undefined) throw unauthorized(WHAT_TO_SEND);
    const owner = findTenant(pair);
    if (owner === undefined) throw unauthorized("The user is unknown, or the password is wrong.");
    return { owner };
  };
}

const WHAT_TO_SEND =
  "Send the header Authorization: Bearer <access token from POST /oauth/token>, or Basic <user:password in Base64>.";

function unauthorized(message: string): Refusal {
  return new Refusal(401, message, { "www-authenticate": CHALLENGE });
}

function findTenant(pair: string): Tenant | undefined {
  const [, user, password = ""] = /^([^:]*):(.*)$/s.exec(Buffer.from(pair, "base64").toString()) ?? [];
  return TENANTS.find((tenant) => tenant.user === user && isSameSecret(tenant.password, password));
}
