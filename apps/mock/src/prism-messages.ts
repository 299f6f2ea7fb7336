import type { PrismRequest, Reply } from "./prism-engine.js";
import type { JsonBody } from "./read-json-body.js";
import type { Query } from "./read-url.js";
import type { Match } from "./routes.js";

const WITHOUT_BODY = [204, 205, 304];

/**
 * A request in Prism's form. What is said of a body is what was read: Prism looks at a media type only where it is told a
 * length, and fails on a malformed one even without a body. `Accept` is decided already.
 */
export function toPrismRequest(match: Match, query: Query, request: Request, body: JsonBody | undefined): PrismRequest {
  const headers = new Headers(request.headers);
  for (const name of ["accept", "content-type", "content-length"]) headers.delete(name);
  if (body !== undefined) {
    headers.set("content-type", body.mediaType);
    headers.set("content-length", String(body.size));
  }
  return {
    method: match.route.operation.method as PrismRequest["method"],
    url: { path: match.path, query },
    headers: Object.fromEntries(headers),
    body: body?.value,
  };
}

/** Serialises Prism's answer; for HEAD without its body. */
export function toResponse({ status, headers, body }: Reply, method: string): Response {
  const empty = body === undefined || WITHOUT_BODY.includes(status);
  const known = Object.entries(headers).filter(
    ([name, value]) => value !== null && !(empty && /^content-type$/i.test(name)),
  );
  const sent = new Headers(known.map(([name, value]) => [name, String(value)]));
  const text = sent.get("content-type")?.startsWith("text/") ? String(body) : JSON.stringify(body);
  return new Response(empty || method === "HEAD" ? null : text, { status, headers: sent });
}
