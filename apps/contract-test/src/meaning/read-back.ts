import { valueAt, withValue } from "../pointer.js";
import type { Caller } from "../run/caller.js";
import type { Check } from "../run/check.js";
import { expectSame } from "./expect-same.js";
import { isSame } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { reachOf } from "./reach-of.js";
import { callOn, type Made, makeRecord, readRecord, type Setting } from "./record.js";
import { requireSuccess } from "./require-success.js";
import type { Resource, Written } from "./resource.js";

/** What is written is what is read back, and what the write itself answers does not say otherwise. */
export function readBack(resource: Resource): Check[] {
  return resource.written.map((written) => {
    // In place of the mark it would make a record that cannot be recognised.
    const isMark = written.by === resource.create?.operationId && written.sent === resource.create.mark;
    const reach = isMark ? "any" : reachOf(resource, withValue({}, written.sent, ""));
    const work = written.by === resource.create?.operationId ? createEach : updateInTurn;
    return meaningCheck(written.by, nameOf(resource, written), reach, (caller) => work(caller, resource, written));
  });
}

/** Rules on one place are told apart by their values. */
function nameOf({ written }: Resource, { by, sent, values }: Written): string {
  const isAlone = written.filter((one) => one.by === by && one.sent === sent).length === 1;
  return `${sent} is read back as written${isAlone ? "" : `: ${values.map(show).join(", ")}`}`;
}

async function createEach(caller: Caller, resource: Resource, written: Written): Promise<void> {
  for (const value of written.values) {
    const made = await makeRecord(caller, resource, settingsOf(written, value));
    await expectRead(caller, made, written, value, made.created);
  }
}

/** One value after the other goes to one record: each takes the place of the one before. */
async function updateInTurn(caller: Caller, resource: Resource, written: Written): Promise<void> {
  const made = await makeRecord(caller, resource);
  for (const value of written.values) {
    const settings = settingsOf(written, value);
    const body = settings.reduce<unknown>((sum, { pointer, value: one }) => withValue(sum, pointer, one), {});
    const answered = requireSuccess(await callOn(caller, made, written.by, body));
    await expectRead(caller, made, written, value, answered);
  }
}

function settingsOf({ sent, with: beside }: Written, value: unknown): Setting[] {
  return Object.entries({ ...beside, [sent]: value }).map(([pointer, one]) => ({ pointer, value: one }));
}

async function expectRead(
  caller: Caller,
  made: Made,
  written: Written,
  value: unknown,
  answered: unknown,
): Promise<void> {
  const read = await readRecord(caller, made);
  const came = valueAt(read, written.read);
  const where = `${written.by} ${written.read}`;
  if (read === undefined) tell(caller, "not-read-back", written.by, "the record is not there", "what was written");
  else if (!isSame(value, came, written.as))
    tell(caller, "not-read-back", where, `${show(came)} is read`, `${show(value)}, as written`, written.inferred);
  if (made.resource.isOfOneShape) expectSame(caller, written.by, answered, read);
}
