import { valueAt } from "../pointer.js";
import type { Check } from "../run/check.js";
import { NotReached } from "../run/verdicts.js";
import { instantOf } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { readRecord } from "./record.js";
import { requireSuccess } from "./require-success.js";
import type { Resource } from "./resource.js";

/** A change moves the time of the last change: who asks for what is new since then must see it. */
export function touched(resource: Resource): Check[] {
  const { touches } = resource;
  if (touches === undefined) return [];
  const { by, path, body, read } = touches;
  return [
    // On a record of long ago, for one that is made and changed in one second shows nothing.
    meaningCheck(by, `moves ${read} on`, "any", async (caller) => {
      const made = { resource, path, created: undefined, sent: undefined };
      const before = valueAt(await readRecord(caller, made), read);
      if (before === undefined || before === null) throw new NotReached(`there is no record with ${read} to change`);
      requireSuccess(await caller.call(by, { path, body }));
      const after = valueAt(await readRecord(caller, made), read);
      if (Number(instantOf(after)) > Number(instantOf(before))) return;
      tell(caller, "not-read-back", `${by} ${read}`, `${show(after)} after a change`, `a time after ${show(before)}`);
    }),
  ];
}
