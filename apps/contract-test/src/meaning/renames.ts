import { valueAt, withValue } from "../pointer.js";
import type { Caller } from "../run/caller.js";
import type { Check } from "../run/check.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { callOn, type Made, makeRecord, readRecord } from "./record.js";
import { requireSuccess } from "./require-success.js";
import type { Rename, Resource } from "./resource.js";

/** A record that got another number answers under that one, whatever is in it, and no more under the old; a number that is taken is not given. */
export function renames(resource: Resource): Check[] {
  const { rename } = resource;
  if (rename === undefined) return [];
  const check = (name: string, work: typeof expectNew) =>
    meaningCheck(rename.operationId, name, "own", async (caller) =>
      work(caller, rename, await makeRecord(caller, resource)),
    );
  return [
    check("a rename answers under the new number", expectNew),
    check("a record is found under a number with awkward characters", expectAwkward),
    check("a number that is taken is refused", expectRefusal),
  ];
}

async function expectNew(caller: Caller, rename: Rename, made: Made): Promise<void> {
  const number = caller.run.names.fresh();
  const now = await renameTo(caller, rename, made, number);
  const where = `${rename.operationId} ${rename.read}`;
  if (now === undefined) tell(caller, "rename-wrong", where, "nothing is read under the new number", "the record");
  else if (valueAt(now, rename.read) !== number || !isEqual(valueAt(now, "/id"), valueAt(made.created, "/id")))
    tell(
      caller,
      "rename-wrong",
      where,
      `${show(valueAt(now, rename.read))} is read under the new number`,
      show(number),
    );
  if ((await readRecord(caller, made)) !== undefined)
    tell(caller, "rename-wrong", where, "something is read under the old number", "nothing there");
}

/** A slash, a blank, a percent sign, a letter beyond ASCII, and an ending that paths have. */
async function expectAwkward(caller: Caller, rename: Rename, made: Made): Promise<void> {
  const number = `${caller.run.names.fresh()}/ 1%é.json`;
  const now = await renameTo(caller, rename, made, number);
  if (now !== undefined && valueAt(now, rename.read) === number) return;
  const where = `${rename.operationId} path.${rename.parameter}`;
  tell(caller, "rename-wrong", where, `nothing is read under ${show(number)}`, "the record", true);
}

async function expectRefusal(caller: Caller, rename: Rename, made: Made): Promise<void> {
  const other = await makeRecord(caller, made.resource);
  const before = await readRecord(caller, other);
  const taken = withValue({}, rename.sent, made.path[rename.parameter]);
  const { status } = await callOn(caller, other, rename.operationId, taken);
  const where = `${rename.operationId} ${rename.read}`;
  if (status < 400) tell(caller, "rename-wrong", where, `${status} to a number that another record has`, "a refusal");
  else if (!isEqual(before, await readRecord(caller, other)))
    tell(caller, "rename-wrong", where, "it is refused, and changes the record", "that it stays");
}

/** What is then read under the new number. */
async function renameTo(
  caller: Caller,
  { operationId, sent, parameter }: Rename,
  made: Made,
  number: string,
): Promise<unknown> {
  requireSuccess(await callOn(caller, made, operationId, withValue({}, sent, number)));
  return await readRecord(caller, { ...made, path: { ...made.path, [parameter]: number } });
}
