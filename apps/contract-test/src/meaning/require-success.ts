import { member } from "../document.js";
import type { Reply } from "../run/caller.js";
import { NotReached } from "../run/verdicts.js";

/** What answered with success says. @throws NotReached for any other answer. */
export function requireSuccess({ operationId, status, body }: Reply): unknown {
  if (status >= 200 && status < 300) return body;
  const says = member(body, "error") ?? member(body, "message");
  throw new NotReached(
    `${operationId} was answered ${status}${typeof says === "string" ? `: ${says.slice(0, 200)}` : ""}`,
  );
}
