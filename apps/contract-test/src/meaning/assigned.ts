import { valueAt } from "../pointer.js";
import type { Check } from "../run/check.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { creationOf, madeBy, readRecord } from "./record.js";
import { requireSuccess } from "./require-success.js";
import type { Resource } from "./resource.js";

/** How far a server's own times may lie from its clock: five minutes. */
const TOLERANCE_MS = 300_000;

/** Times that the server sets are those of its clock, as its `Date` header tells it: no zone is mixed up. */
export function assigned(resource: Resource): Check[] {
  const { create } = resource;
  if (create === undefined) return [];
  return resource.assigned.map(({ read, inferred }) =>
    meaningCheck(create.operationId, `${read} is the time of its making`, "own", async (caller) => {
      const { operationId, values } = creationOf(caller, resource);
      const reply = await caller.call(operationId, values);
      const made = madeBy(resource, values, requireSuccess(reply));
      const now = Date.parse(reply.headers.get("date") ?? "");
      const came = valueAt(await readRecord(caller, made), read);
      const time = Date.parse(String(came));
      if (Number.isNaN(now) || Math.abs(time - now) <= TOLERANCE_MS) return;
      tell(
        caller,
        "not-read-back",
        `${operationId} ${read}`,
        show(came),
        `a time about ${new Date(now).toISOString()}`,
        inferred,
      );
    }),
  );
}
