import { Refusal } from "./refusal.js";
import { allowedMethods, type Route } from "./routes.js";

const PREFLIGHT_SECONDS = "600";

/** Lets scripts of every origin read an answer and all its headers: the mock has nothing to protect. */
export function allowCrossOrigin(response: Response): Response {
  response.headers.set("access-control-allow-origin", "*");
  response.headers.set("access-control-expose-headers", "*");
  return response;
}

/**
 * Answers OPTIONS. A browser's preflight passes even on an unknown path, so that the script gets to read the 404.
 *
 * @throws Refusal - 404 for an unknown path, when it is no preflight.
 */
export function answerOptions(onPath: readonly Route[], request: Request): Response {
  const wantedMethod = request.headers.get("access-control-request-method");
  if (wantedMethod === null && onPath.length === 0) throw new Refusal(404, "The mock has no such path.");
  const headers = new Headers({ allow: allowedMethods(onPath) });
  if (wantedMethod !== null) {
    headers.set("access-control-allow-methods", wantedMethod);
    // Authorization is not covered by a "*" here.
    headers.set("access-control-allow-headers", request.headers.get("access-control-request-headers") ?? "*");
    headers.set("access-control-max-age", PREFLIGHT_SECONDS);
  }
  return new Response(null, { status: 204, headers });
}
