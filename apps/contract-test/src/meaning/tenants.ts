import { documentedValues } from "../cases/replay-cases.js";
import { member } from "../document.js";
import { findOperation, type Operation } from "../operation.js";
import type { Caller } from "../run/caller.js";
import type { Check } from "../run/check.js";
import { requireOther } from "../run/run.js";
import { NotReached } from "../run/verdicts.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, tell } from "./meaning-check.js";
import { completed, isRowOf, type Made, makeRecord, readRecord } from "./record.js";
import type { Resource } from "./resource.js";
import { everyRow, rowsIn } from "./rows.js";

/**
 * One tenant sees and changes nothing of another's: no operation on a record, or below one, answers the other tenant as it
 * answers the owner, and no list has what is in the owner's.
 */
export function tenants(resource: Resource, operations: readonly Operation[]): Check[] {
  const { create, list } = resource;
  const shared = meaningCheck(list.operationId, "shows another tenant nothing of it", "reads", async (caller) => {
    requireOther(caller.run);
    await expectOtherRows(caller, resource);
  });
  if (create === undefined) return [shared];
  const members = operations.filter(({ path }) =>
    Object.keys(create.member).every((name) => path.includes(`{${name}}`)),
  );
  const own = members
    .filter((one) => belongs(resource, one))
    .map(({ operationId }) =>
      meaningCheck(operationId, "is refused to another tenant", "own", async (caller) => {
        requireOther(caller.run);
        const made = await makeRecord(caller, resource);
        await expectRefused(caller, made, operationId);
      }),
    );
  return [shared, ...own];
}

/** Only operations of the resource itself: others may have parameters of the same name. */
function belongs({ read, remove, cancels, updates }: Resource, { operationId }: Operation): boolean {
  const own = [read?.operationId, remove, cancels?.operationId, ...updates.map((one) => one.operationId)];
  return own.includes(operationId);
}

async function expectRefused(caller: Caller, made: Made, operationId: string): Promise<void> {
  const before = await readRecord(caller, made);
  const operation = findOperation(caller.run.target.api.operations, operationId);
  const example = operation.body?.examples[0]?.value;
  const change = made.resource.updates.find((one) => one.operationId === operationId)?.body;
  // What the owner's own change would be: the example may speak of other records.
  const body = example === undefined ? {} : { body: completed(example, made, change) };
  const { status } = await caller.call(operationId, { path: made.path, ...body }, "other");
  if (status < 300) tell(caller, "tenant-leak", operationId, `${status} to another tenant's credentials`, "a refusal");
  if (!isEqual(before, await readRecord(caller, made)))
    tell(caller, "tenant-leak", operationId, "another tenant changed the record", "that nobody else can");
}

/** Lists below a record of the owner's are refused; lists of their own have other rows. */
async function expectOtherRows(caller: Caller, { list }: Resource): Promise<void> {
  const operation = findOperation(caller.run.target.api.operations, list.operationId);
  const values = { ...documentedValues(operation), ...list.values };
  const reply = await caller.call(list.operationId, values, "other");
  if (reply.status >= 300) return;
  const mine = await everyRow(caller, list);
  if (mine.length === 0) throw new NotReached("the list is empty");
  const theirs = rowsIn(list, reply.body);
  const leaked = theirs.find((row) => mine.some((own) => isRowOf({ ...list.id, record: list.id.row }, own, row)));
  const named = operation.parameters.some((one) => one.in === "path");
  if (leaked !== undefined || (named && theirs.length > 0))
    tell(
      caller,
      "tenant-leak",
      list.operationId,
      `another tenant is shown ${JSON.stringify(member(leaked, "id") ?? "rows")}`,
      "that each sees its own",
    );
}
