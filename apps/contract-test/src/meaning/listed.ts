import type { Caller } from "../caller.js";
import type { Check } from "../check.js";
import { entries } from "../document.js";
import { findOperation } from "../operation.js";
import { valueAt } from "../pointer.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { isRowOf, type Made, makeRecord, readRecord } from "./record.js";
import type { Resource } from "./resource.js";
import { everyRow, readPage } from "./rows.js";

/** What is made is in the list, as what it is; what is removed is in it no more, nor anywhere else. */
export function listed(resource: Resource): Check[] {
  const { create, list, remove } = resource;
  if (create === undefined) return [];
  const created = meaningCheck(list.operationId, "has what was made", "own", async (caller) => {
    const made = await makeRecord(caller, resource);
    const row = await findRow(caller, made);
    if (row === undefined)
      return tell(caller, "not-listed", list.operationId, "the list lacks a new record", "it in the list");
    await compare(caller, made, row);
  });
  if (remove === undefined) return [created];
  const removed = meaningCheck(remove, "leaves nothing behind", "own", async (caller) => {
    const [other, made] = [await makeRecord(caller, resource), await makeRecord(caller, resource)];
    const { status } = await caller.call(remove, { path: made.path });
    if (status >= 300) return tell(caller, "wrong-transition", remove, `${status}`, "success");
    if ((await readRecord(caller, made)) !== undefined)
      tell(caller, "still-there", remove, "the record is read as before", "that it is gone");
    if ((await findRow(caller, made)) !== undefined)
      tell(caller, "still-there", `${remove} list`, "the list still has the record", "that it is gone");
    if ((await readRecord(caller, other)) === undefined)
      tell(caller, "changed-unasked", remove, "another record went with it", "that the others stay");
  });
  return [created, removed];
}

/** The record's row; the first page is enough where new ones come first. */
async function findRow(caller: Caller, { resource: { list }, path, created }: Made): Promise<unknown> {
  const { pagination } = findOperation(caller.run.target.api.operations, list.operationId);
  const isRow = (row: unknown) => isRowOf(list.id, row, created);
  const first = (await readPage(caller, list, { path })).rows.find(isRow);
  if (first !== undefined || pagination === undefined) return first;
  return (await everyRow(caller, list, { path })).find(isRow);
}

/** What the list says of a record is what the record says of itself. */
async function compare(caller: Caller, made: Made, row: unknown): Promise<void> {
  const record = await readRecord(caller, made);
  for (const [name, value] of entries(row)) {
    const own = valueAt(record, `/${name}`);
    if (own === undefined || isEqual(own, value)) continue;
    const where = `${made.resource.list.operationId} ${made.resource.list.rows}/#/${name}`;
    tell(caller, "not-listed", where, `the list has ${show(value)}`, `${show(own)}, as the record itself`);
  }
}
