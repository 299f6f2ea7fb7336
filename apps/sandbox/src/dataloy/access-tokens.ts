import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { Refusal } from "@quayside/serve";
import { isSameSecret } from "../secrets.js";
import type { Db, Store } from "../store/open-store.js";
import { keepSetting, readSetting } from "../store/settings.js";
import { TENANTS, type Tenant } from "./tenants.js";

/** What a client sends for a token. */
export type ClientCredentials = {
  readonly client_id: string;
  readonly client_secret: string;
  readonly audience: string;
};

/** A token, and for how many seconds it is valid. */
export type IssuedToken = { readonly access_token: string; readonly expires_in: number };

/** Whose a token is, and when it expires, in milliseconds since 1970. */
export type ReadToken = { readonly tenant: Tenant; readonly expiresAt: number };

const ISSUER = "quayside-sandbox";
const AUDIENCES = ["https://dataloy", "https://dataloy.dev"];
const LIFETIME_SECONDS = 86_400;
const ALGORITHM = "HS256";
/** Where the secret lies that signs the tokens: in the database, so that every process on it accepts the tokens of all. */
const SECRET = "access_token_secret";
const SECRET_BYTES = 32;

/**
 * Gives a client a token.
 *
 * @param db - A transaction that may write: the first token needs a secret.
 * @param now - The session's time, in milliseconds since 1970.
 * @returns undefined when the client is unknown or its secret is wrong.
 * @throws Refusal - 400 for an unknown audience.
 */
export async function issueAccessToken(
  db: Db,
  { client_id, client_secret, audience }: ClientCredentials,
  now: number,
): Promise<IssuedToken | undefined> {
  if (!AUDIENCES.includes(audience)) throw new Refusal(400, `audience must be ${AUDIENCES.join(" or ")}.`);
  const tenant = TENANTS.find(({ clientId }) => clientId === client_id);
  if (tenant === undefined || !isSameSecret(tenant.clientSecret, client_secret)) return undefined;
  const secret = await keepSetting(db, SECRET, () => randomBytes(SECRET_BYTES).toString("base64url"));
  const { SignJWT } = await loadJose();
  const issuedAt = Math.floor(now / 1000);
  const token = new SignJWT({}).setProtectedHeader({ alg: ALGORITHM, typ: "JWT" }).setIssuer(ISSUER);
  const dated = token.setSubject(client_id).setAudience(audience).setIssuedAt(issuedAt);
  const access_token = await dated.setExpirationTime(issuedAt + LIFETIME_SECONDS).sign(keyOf(secret));
  return { access_token, expires_in: LIFETIME_SECONDS };
}

/** Reads tokens; undefined for one that nobody on this database issued. The secret is read once, as soon as there is one. */
export function openTokenReader(store: Store): (token: string) => Promise<ReadToken | undefined> {
  let key: KeyObject | undefined;
  return async (token) => {
    key ??= await readKey(store);
    return key === undefined ? undefined : await readAccessToken(key, token);
  };
}

async function readKey(store: Store): Promise<KeyObject | undefined> {
  const secret = await store.read((db) => readSetting(db, SECRET));
  return secret === undefined ? undefined : keyOf(secret);
}

function keyOf(secret: string): KeyObject {
  return createSecretKey(secret, "base64url");
}

async function readAccessToken(key: KeyObject, token: string): Promise<ReadToken | undefined> {
  const { jwtVerify, errors } = await loadJose();
  // Whether it has expired is judged by the session's clock, which is not known here.
  const options = { algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCES, currentDate: new Date(0) };
  try {
    const { payload } = await jwtVerify(token, key, { ...options, requiredClaims: ["sub", "iat", "exp"] });
    const tenant = TENANTS.find(({ clientId }) => clientId === payload.sub);
    return tenant === undefined ? undefined : { tenant, expiresAt: (payload.exp ?? 0) * 1000 };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** Loaded with the first token only: whoever sends user and password does not wait for it. */
function loadJose() {
  return import("jose");
}
