import { CannotTell } from "./verdicts.js";

/** Statuses of gateways and rate limits: they are about the moment. */
export const BUSY: readonly number[] = [429, 502, 503, 504];

/**
 * Who is refused learns nothing; what is busy tells nothing.
 *
 * @param sender - Of the request: another tenant may well be refused.
 * @throws CannotTell for such a status.
 */
export function refuseUntold(operationId: string, status: number, sender: "own" | "other" = "own"): void {
  if (sender === "own" && (status === 401 || status === 403))
    throw new CannotTell("credentials-refused", `${status} in spite of the credentials; do they cover ${operationId}?`);
  if (BUSY.includes(status))
    throw new CannotTell("target-busy", `${status}: the target, or something before it, cannot answer now`);
}
