import type { Outgoing } from "./answer.js";
import { CROSS_ORIGIN_HEADERS } from "./cross-origin.js";
import type { Front } from "./exchange.js";
import type { Refusal } from "./refusal.js";

/** The answer to a request that the front itself refuses: a sentence, in JSON. */
export function answerRefusal({ status, message, headers }: Refusal, { crossOrigin }: Front): Outgoing {
  const shared = crossOrigin ? CROSS_ORIGIN_HEADERS : {};
  const body = JSON.stringify({ error: message });
  return { status, headers: { "content-type": "application/json", ...shared, ...headers }, body };
}
