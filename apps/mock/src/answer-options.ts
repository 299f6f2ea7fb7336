import { answerPreflight, describeAllow, Refusal } from "@quayside/serve";
import { methodsOf, type Route } from "./routes.js";

/**
 * Answers OPTIONS. A browser's preflight passes even on an unknown path, so that the script gets to read the 404.
 *
 * @throws Refusal - 404 for an unknown path, when it is no preflight.
 */
export function answerOptions(onPath: readonly Route[], request: Request): Response {
  const methods = methodsOf(onPath);
  const preflight = answerPreflight(request, methods);
  if (preflight !== undefined) return new Response(null, preflight);
  if (onPath.length === 0) throw new Refusal(404, "The mock has no such path.");
  return new Response(null, { status: 204, headers: { allow: describeAllow(methods) } });
}
