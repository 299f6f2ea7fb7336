import { Refusal } from "./refusal.js";

const HOST = /^[\w.:[\]-]+$/;
const OUTSIDE_URLS = /[^!-~]|[\\#]/;
const DOT_SEGMENT = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * Turns the target of a request line into a URL whose path is the one that was sent. A URL parser alone would resolve
 * dot segments, take a backslash for a slash, and read a host out of `//host/path`.
 *
 * @param target - In origin form or absolute form, whose host is ignored.
 * @param host - The `Host` header, for the URL's origin; one that is no host becomes `localhost`.
 * @throws Refusal - 400 when the URL would differ from what was sent.
 */
export function readTarget(target: string, host: string | undefined): URL {
  const [, path = "", query = ""] = /^(?:https?:\/\/[^/?]*)?([^?]*)(.*)$/i.exec(target) ?? [];
  const origin = HOST.test(host ?? "") && URL.canParse(`http://${host}`) ? `http://${host}` : "http://localhost";
  if (OUTSIDE_URLS.test(target)) throw new Refusal(400, "The URL holds a character that must be percent-encoded.");
  if (DOT_SEGMENT.test(path)) throw new Refusal(400, "The path holds a segment . or .., which leads elsewhere.");
  if (path !== "" && !path.startsWith("/")) throw new Refusal(400, "The path must begin with a slash.");
  return new URL(`${origin}${path}${query}`);
}
