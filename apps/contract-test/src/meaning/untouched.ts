import { entries } from "../document.js";
import { valueAt } from "../pointer.js";
import type { Check } from "../run/check.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { callOn, makeRecord, readRecord } from "./record.js";
import { requireSuccess } from "./require-success.js";
import type { Resource } from "./resource.js";

/** An update changes what it names and nothing else: no update is lost with another one. */
export function untouched(resource: Resource): Check[] {
  return resource.updates.map(({ operationId, body, changes }) =>
    meaningCheck(operationId, `keeps all but ${changes.join(", ")}`, "own", async (caller) => {
      const made = await makeRecord(caller, resource);
      const before = await readRecord(caller, made);
      requireSuccess(await callOn(caller, made, operationId, body));
      const after = await readRecord(caller, made);
      for (const [name, value] of entries(before)) {
        const now = valueAt(after, `/${name}`);
        if (changes.includes(`/${name}`) || isEqual(value, now)) continue;
        tell(
          caller,
          "changed-unasked",
          `${operationId} /${name}`,
          `it became ${show(now)}`,
          `${show(value)}, as before`,
        );
      }
    }),
  );
}
