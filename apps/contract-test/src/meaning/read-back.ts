import type { Caller } from "../caller.js";
import type { Check } from "../check.js";
import { valueAt, withValue } from "../pointer.js";
import { isSame } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { reachOf } from "./reach-of.js";
import { callOn, type Made, makeRecord, readRecord } from "./record.js";
import { requireSuccess } from "./require-success.js";
import type { Resource, Written } from "./resource.js";

/** What is written is what is read back, and what the write itself answers does not say otherwise. */
export function readBack(resource: Resource): Check[] {
  return resource.written.map((written) =>
    meaningCheck(
      written.by,
      nameOf(resource, written),
      reachOf(resource, withValue({}, written.sent, "")),
      async (caller) => {
        for (const value of written.values) await writeAndRead(caller, resource, written, value);
      },
    ),
  );
}

/** Rules on one place are told apart by their values. */
function nameOf({ written }: Resource, { by, sent, values }: Written): string {
  const isAlone = written.filter((one) => one.by === by && one.sent === sent).length === 1;
  return `${sent} is read back as written${isAlone ? "" : `: ${values.map(show).join(", ")}`}`;
}

async function writeAndRead(caller: Caller, resource: Resource, written: Written, value: unknown): Promise<void> {
  const made = await write(caller, resource, written, value);
  const read = await readRecord(caller, made);
  if (read === undefined)
    return tell(caller, "not-read-back", written.by, "the record is not there", "what was written");
  const came = valueAt(read, written.read);
  if (isSame(value, came, written.as)) return;
  const where = `${written.by} ${written.read}`;
  tell(caller, "not-read-back", where, `${show(came)} is read`, `${show(value)}, as written`, written.inferred);
}

async function write(
  caller: Caller,
  resource: Resource,
  { by, sent, with: beside }: Written,
  value: unknown,
): Promise<Made> {
  const settings = Object.entries({ ...beside, [sent]: value }).map(([pointer, one]) => ({ pointer, value: one }));
  if (by === resource.create?.operationId) return await makeRecord(caller, resource, settings);
  const made = await makeRecord(caller, resource);
  const body = settings.reduce<unknown>((sum, { pointer, value: one }) => withValue(sum, pointer, one), {});
  requireSuccess(await callOn(caller, made, by, body));
  return made;
}
