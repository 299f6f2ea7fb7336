import { Refusal } from "./refusal.js";
import type { Route } from "./routes.js";

/**
 * Lets a request pass whose `Authorization` header has the form that the API asks for, with any key in it.
 *
 * @throws Refusal - 401 that says what to send, and never what was sent.
 */
export function authorise({ api, operation }: Route, authorization: string | null): void {
  const open = operation.security?.some((schemes) => schemes.length === 0) ?? true;
  if (open || (authorization !== null && api.isAuthorised(authorization))) return;
  throw new Refusal(401, api.howToAuthorise, { "www-authenticate": api.challenge });
}
