import { Refusal } from "./refusal.js";

/** What a URL parser gives back as it is: no percent escapes, no segment that is empty or begins with a dot. */
const PLAIN = /^(?:\/[\w~!$&()*+,;=:@-][\w~!$&()*+,;=:@.-]*)+(?:\?[\w~!$&()*+,;=:@/.%-]*)?$/;
const HOST = /^[\w.:[\]-]+$/;
const NO_HOST = "http://invalid.invalid";
const OUTSIDE_URLS = /[^!-~]|[\\#]/;
const DOT_SEGMENT = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * Turns the target of a request line into a URL whose path is the one that was sent. A URL parser alone would resolve
 * dot segments, take a backslash for a slash, and read a host out of `//host/path`.
 *
 * @param target - In origin form or absolute form, whose host is ignored.
 * @param host - The `Host` header, for the URL's origin; without one it is `localhost`, and one that is no host
 *   becomes `invalid.invalid`, which nobody trusts.
 * @throws Refusal - 400 when the URL would differ from what was sent.
 */
export function readTarget(target: string, host: string | undefined): string {
  const origin = readOrigin(host ?? "");
  return PLAIN.test(target) ? origin + target : readUnusual(target, origin);
}

/** Nearly all requests to a server name it in the same way. */
let latest = { host: "", origin: "http://localhost" };

function readOrigin(host: string): string {
  if (host !== latest.host) {
    const isHost = HOST.test(host) && URL.canParse(`http://${host}`);
    const other = host === "" ? "http://localhost" : NO_HOST;
    latest = { host, origin: isHost ? new URL(`http://${host}`).origin : other };
  }
  return latest.origin;
}

function readUnusual(target: string, origin: string): string {
  const [, path = "", query = ""] = /^(?:https?:\/\/[^/?]*)?([^?]*)(.*)$/i.exec(target) ?? [];
  if (OUTSIDE_URLS.test(target)) throw new Refusal(400, "The URL holds a character that must be percent-encoded.");
  if (DOT_SEGMENT.test(path)) throw new Refusal(400, "The path holds a segment . or .., which leads elsewhere.");
  if (path !== "" && !path.startsWith("/")) throw new Refusal(400, "The path must begin with a slash.");
  return new URL(`${origin}${path}${query}`).href;
}
