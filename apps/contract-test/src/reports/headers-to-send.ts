import type { Exchange } from "../wire/exchange.js";
import { isPlain, wellFormed } from "./plain-text.js";

/** Who a request is shown to be sent by: the API, and whether its callers have a token or a user name and password. */
export type Login = { readonly api: string; readonly credentials: "token" | "user" };

/** Longer bodies are cut in an exchange already. */
export const MAX_REQUEST_BODY = 20_000;

/** Recorded traffic has credentials in headers of any name. */
const SECRET = /(^|-)(api-?key|auth|authentication|token|secret|password|cookie)(-|$)/;

/** What every tool writes by itself, and what is a credential. */
const LEFT_OUT =
  /^(authorization|cookie|host|connection|content-length|transfer-encoding|accept-encoding|accept-language|user-agent|keep-alive|te|expect|origin|referer|upgrade|(sec|proxy)-.*)$/;

/** The headers of a request that it takes to send it again, as pairs. What no header can hold is left out. */
export function headersToSend({ headers }: Exchange["request"]): [name: string, value: string][] {
  return Object.entries(headers)
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.trim()])
    .filter(([name]) => /^[!#$%&'*+.^_`|~\w-]+$/.test(name) && !LEFT_OUT.test(name) && !SECRET.test(name))
    .filter(([, value]) => isPlain(value));
}

/** The variable of the environment that credentials are read from; undefined where the request has none of those. */
export function variableOf({ sender }: Exchange, { credentials }: Login): string | undefined {
  const name = credentials === "user" ? "USER" : "TOKEN";
  if (sender === "own") return `QUAYSIDE_${name}`;
  return sender === "other" ? `QUAYSIDE_OTHER_${name}` : undefined;
}

/** The request's URL without a user name or password; undefined where it is none of `http` or `https`, or cannot be read. */
export function urlToSend({ url }: Exchange["request"]): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const escaped = wellFormed(url).replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  return escaped.replace(/^(https?:\/\/)[^/?#]*@/i, "$1");
}

/** What is sent in place of credentials where they are to be no good. */
export const MALFORMED = "quayside";
