import type { Authorizer } from "./connection.js";
import { variable } from "./environment.js";
import { checkToken } from "./token.js";

/** A user of an older tenant. */
export type BasicCredentials = {
  /** Without a colon. */
  readonly username: string;
  /** `DATALOY_PASSWORD` by default. */
  readonly password?: string | undefined;
};

/** An access token: as it is, or a function that is asked for one before each request. */
export type AccessToken = {
  /** The token alone, without `Bearer`. */
  readonly token: string | (() => string | Promise<string>);
};

const HOW = "pass { auth } or set DATALOY_CLIENT_ID, DATALOY_USERNAME or DATALOY_TOKEN";

/**
 * Reads who a client is: a user, or a token.
 *
 * @throws TypeError for what is missing or cannot be sent. No message has a secret in it.
 */
export function authorizePlainly(auth: BasicCredentials | AccessToken = fromEnvironment()): Authorizer {
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

function fromEnvironment(): BasicCredentials | AccessToken {
  const username = variable("DATALOY_USERNAME");
  return username ? { username } : { token: variable("DATALOY_TOKEN") ?? "" };
}

/**
 * An option, or what the environment has for it.
 *
 * @throws TypeError where neither has it.
 */
export function given(value: string | undefined, option: string, name: string): string {
  const found = value ?? variable(name);
  if (typeof found === "string" && found !== "") return found;
  throw new TypeError(`auth.${option} is missing; pass it or set ${name}.`);
}

/**
 * The header for an access token.
 *
 * @throws TypeError, as {@link checkToken}.
 */
export function bearer(token: unknown, how = HOW): string {
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
