import { Refusal } from "@quayside/serve";
import type { Route } from "./routes.js";

/**
 * Lets a request pass whose `Authorization` header has the form that the API asks for, with any key in it.
 *
 * @throws Refusal - 401 that says what to send, and never what was sent.
 */
export function authorise({ api, operation }: Route, authorization: string | null): void {
  const { security = [] } = operation;
  // `security: []` asks for nothing, and neither does an empty alternative.
  const open = security.length === 0 || security.some((schemes) => schemes.length === 0);
  if (open || (authorization !== null && api.isAuthorised(authorization))) return;
  throw new Refusal(401, api.howToAuthorise, { "www-authenticate": api.challenge });
}
