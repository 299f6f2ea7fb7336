import { entries } from "../document.js";
import { valueAt } from "../pointer.js";
import type { Caller } from "../run/caller.js";
import type { Check } from "../run/check.js";
import { expectSame } from "./expect-same.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { callOn, isRowOf, type Made, makeRecord, readRecord } from "./record.js";
import { requireSuccess } from "./require-success.js";
import type { Resource } from "./resource.js";
import { findRow, readPage } from "./rows.js";

/** What is made is in the list, as what it is; what is removed is in it no more, nor anywhere else. */
export function listed(resource: Resource): Check[] {
  const { create, list, remove } = resource;
  if (create === undefined) return [];
  const created = meaningCheck(list.operationId, "has what was made, and as it is", "own", async (caller) => {
    // Read before too: who keeps answers shows the old one.
    await readPage(caller, list);
    const made = await makeRecord(caller, resource);
    await expectRow(caller, made, "the list lacks a new record");
    const [update] = resource.updates;
    if (update === undefined) return;
    requireSuccess(await callOn(caller, made, update.operationId, update.body));
    await expectRow(caller, made, "the list lacks a changed record");
  });
  return remove === undefined ? [created] : [created, removed(resource, remove)];
}

function removed(resource: Resource, remove: string): Check {
  return meaningCheck(remove, "leaves nothing behind", "own", async (caller) => {
    const [other, made] = [await makeRecord(caller, resource), await makeRecord(caller, resource)];
    const before = await readRecord(caller, made);
    const { status, body } = await caller.call(remove, { path: made.path });
    if (status >= 300) return tell(caller, "wrong-transition", remove, `${status}`, "success");
    expectSame(caller, remove, withoutLists(body), resource.read === undefined ? before : made.created);
    if ((await readRecord(caller, made)) !== undefined)
      tell(caller, "still-there", remove, "the record is read as before", "that it is gone");
    if ((await rowOf(caller, made)) !== undefined)
      tell(caller, "still-there", `${remove} list`, "the list still has the record", "that it is gone");
    if ((await readRecord(caller, other)) === undefined)
      tell(caller, "changed-unasked", remove, "another record went with it", "that the others stay");
  });
}

/** What hangs on a record goes with it, and is answered no more. */
function withoutLists(answered: unknown): unknown {
  return Object.fromEntries(entries(answered).filter(([, value]) => !Array.isArray(value)));
}

async function expectRow(caller: Caller, made: Made, otherwise: string): Promise<void> {
  const row = await rowOf(caller, made);
  if (row === undefined) tell(caller, "not-listed", made.resource.list.operationId, otherwise, "it in the list");
  else await compare(caller, made, row);
}

async function rowOf(caller: Caller, { resource: { list }, path, created }: Made): Promise<unknown> {
  return await findRow(caller, list, { path }, (row) => isRowOf(list.id, row, created));
}

/** What the list says of a record is what the record says of itself; where nothing else reads it, what its creation said. */
async function compare(caller: Caller, made: Made, row: unknown): Promise<void> {
  const { read, list, updates } = made.resource;
  const record = read === undefined ? made.created : await readRecord(caller, made);
  const free = read === undefined ? updates.flatMap(({ changes }) => changes) : [];
  for (const [name, value] of entries(row)) {
    const own = valueAt(record, `/${name}`);
    if (own === undefined || free.includes(`/${name}`) || isEqual(own, value)) continue;
    const where = `${list.operationId} ${list.rows}/#/${name}`;
    tell(caller, "not-listed", where, `the list has ${show(value)}`, `${show(own)}, as the record itself`);
  }
}
