import type { Answer } from "./send.js";

/**
 * An answer as a client wants it. It cannot be made with a body where HTTP has none.
 *
 * @throws RangeError for a status beyond those of HTTP.
 */
export function responseOf({ status, headers, body }: Answer): Response {
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
}
