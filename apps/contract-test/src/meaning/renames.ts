import type { Check } from "../check.js";
import { valueAt, withValue } from "../pointer.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { callOn, makeRecord, readRecord } from "./record.js";
import { requireSuccess } from "./require-success.js";
import type { Resource } from "./resource.js";

/** A record that got another number answers under that one, and no more under the old. */
export function renames(resource: Resource): Check[] {
  const { rename } = resource;
  if (rename === undefined) return [];
  const { operationId, sent, read, parameter } = rename;
  return [
    meaningCheck(operationId, "a rename answers under the new number", "own", async (caller) => {
      const made = await makeRecord(caller, resource);
      const number = caller.run.names.fresh();
      requireSuccess(await callOn(caller, made, operationId, withValue({}, sent, number)));
      const renamed = { ...made, path: { ...made.path, [parameter]: number } };
      const now = await readRecord(caller, renamed);
      const where = `${operationId} ${read}`;
      if (now === undefined) tell(caller, "rename-wrong", where, "nothing is read under the new number", "the record");
      else if (!isEqual(valueAt(now, read), number) || !isEqual(valueAt(now, "/id"), valueAt(made.created, "/id")))
        tell(caller, "rename-wrong", where, `${show(valueAt(now, read))} is read under the new number`, show(number));
      if ((await readRecord(caller, made)) !== undefined)
        tell(caller, "rename-wrong", where, "something is read under the old number", "nothing there");
    }),
  ];
}
