import { valueAt } from "../pointer.js";
import type { Check } from "../run/check.js";
import { NotReached } from "../run/verdicts.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { makeRecord, readRecord } from "./record.js";
import type { Resource } from "./resource.js";

/** A time that is sent comes back in the zone in which the server tells its own: of one moment, both have one offset. */
export function zone(resource: Resource): Check[] {
  const { zone: rule } = resource;
  if (rule === undefined) return [];
  const { by, sent, read, like } = rule;
  return [
    meaningCheck(by, `${read} is told in the zone of ${like}`, "own", async (caller) => {
      const now = `${new Date().toISOString().slice(0, 19)}Z`;
      const record = await readRecord(caller, await makeRecord(caller, resource, [{ pointer: sent, value: now }]));
      const [came, own] = [offsetOf(valueAt(record, read)), offsetOf(valueAt(record, like))];
      if (own === undefined) throw new NotReached(`${like} is no time`);
      const expected = `the offset ${own}, as at ${like}`;
      if (came !== own) tell(caller, "not-read-back", `${by} ${read}`, show(valueAt(record, read)), expected);
    }),
  ];
}

function offsetOf(time: unknown): string | undefined {
  return /(Z|[+-]\d{2}:\d{2})$/.exec(String(time))?.[1];
}
