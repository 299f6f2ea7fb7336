import type { Incoming, Outgoing } from "./answer.js";

/** Headers that let scripts of every origin read an answer, and all its headers. */
export const CROSS_ORIGIN_HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "*",
} as const;

const PREFLIGHT_SECONDS = "600";

/**
 * Answers a browser's preflight. It passes whatever the path and the method are, so that the script gets to read the 404
 * or 405 of the request itself.
 *
 * @param methods - What the path has; see {@link describeAllow}.
 * @returns undefined when the request is no preflight.
 */
export function answerPreflight(
  { method, headers }: Pick<Incoming, "method" | "headers">,
  methods: readonly string[],
): Outgoing | undefined {
  const wantedMethod = headers.get("access-control-request-method");
  if (method !== "OPTIONS" || wantedMethod === null) return undefined;
  const allowed = {
    allow: describeAllow(methods),
    "access-control-allow-methods": wantedMethod,
    // Authorization is not covered by a "*" here.
    "access-control-allow-headers": headers.get("access-control-request-headers") ?? "*",
    "access-control-max-age": PREFLIGHT_SECONDS,
  };
  return { status: 204, headers: { ...CROSS_ORIGIN_HEADERS, ...allowed }, body: "" };
}

/** The value of an `Allow` header: the methods that a path has, in upper case. HEAD comes with GET, and OPTIONS is always there. */
export function describeAllow(methods: readonly string[]): string {
  const known = methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  return [...new Set([...known, "OPTIONS"])].join(", ");
}
