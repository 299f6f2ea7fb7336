import { elements } from "../document.js";
import { valueAt, withValue } from "../pointer.js";
import type { Caller } from "../run/caller.js";
import type { Check } from "../run/check.js";
import { NotReached } from "../run/verdicts.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { callOn, type Made, readRecord } from "./record.js";
import { requireSuccess } from "./require-success.js";
import type { Cancels, Resource } from "./resource.js";
import { readPage } from "./rows.js";

const REASON = "Cancelled by a contract test";

/** A cancellation takes all that is open, at one time and for the reason given, and leaves the rest as it is. */
export function cancels(resource: Resource): Check[] {
  const { cancels: rule } = resource;
  if (rule === undefined) return [];
  return [
    // No documented operation completes an item, so records of others are needed: for mocks and sandboxes alone.
    meaningCheck(rule.operationId, "leaves alone what is completed", "any", async (caller) => {
      const found = await Promise.all(rule.tryOn.map((values) => readPage(caller, resource.list, values)));
      const rows = found
        .flatMap((page) => page.rows)
        .filter((row) => elements(valueAt(row, rule.items)).some(isOpen(rule)));
      const mixed = rows.filter((row) => !elements(valueAt(row, rule.items)).every(isOpen(rule)));
      if (mixed.length === 0) throw new NotReached("there is no record with items both open and done");
      const several = rows.filter((row) => elements(valueAt(row, rule.items)).length > 1);
      for (const row of new Set([...mixed, ...several.slice(0, 2)])) await cancelOne(caller, resource, rule, row);
    }),
  ];
}

function isOpen({ status, open }: Cancels): (item: unknown) => boolean {
  return (item) => open.includes(String(valueAt(item, status)));
}

async function cancelOne(caller: Caller, resource: Resource, rule: Cancels, row: unknown): Promise<void> {
  const { operationId, items, id } = rule;
  const made = madeOf(resource, row);
  const answered = requireSuccess(await callOn(caller, made, operationId, withValue({}, rule.reason.sent, REASON)));
  const read = await readRecord(caller, made);
  if (!isEqual(answered, read))
    tell(caller, "not-read-back", operationId, "another record is read than was answered", "the same");
  const [before, after] = [elements(valueAt(row, items)), elements(valueAt(read, items))];
  const complain = (came: string, expected: string) =>
    tell(caller, "wrong-transition", `${operationId} ${items}`, came, expected);
  for (const item of before) {
    const now = after.find((one) => isEqual(valueAt(one, id), valueAt(item, id)));
    if (!isOpen(rule)(item)) {
      if (!isEqual(item, now))
        complain(`a ${show(valueAt(item, rule.status))} item became ${show(now)}`, "that it stays as it is");
    } else if (valueAt(now, rule.status) !== rule.becomes)
      complain(`an open item became ${show(valueAt(now, rule.status))}`, show(rule.becomes));
    else if (valueAt(now, rule.reason.read) !== REASON)
      complain(`the reason is ${show(valueAt(now, rule.reason.read))}`, `${show(REASON)}, as sent`);
  }
  expectAlike(complain, rule, before, after);
  const { whole } = rule;
  const isMixed =
    valueAt(row, whole.state) !== rule.becomes && after.some((item) => valueAt(item, rule.status) === whole.item);
  const due = isMixed ? whole.is : whole.otherwise;
  const state = valueAt(read, whole.state);
  if (state !== due)
    tell(caller, "wrong-transition", `${operationId} ${whole.state}`, `it becomes ${show(state)}`, show(due));
}

/** One cancellation has one time, one author and one reason. */
function expectAlike(
  complain: (came: string, expected: string) => void,
  rule: Cancels,
  before: readonly unknown[],
  after: readonly unknown[],
): void {
  const open = new Set(before.filter(isOpen(rule)).map((item) => valueAt(item, rule.id)));
  const cancelled = after.filter((item) => open.has(valueAt(item, rule.id)));
  for (const pointer of rule.alike) {
    const values = new Set(cancelled.map((item) => show(valueAt(item, pointer))));
    if (values.size > 1)
      complain(`the items that it cancels have ${[...values].join(" and ")} at ${pointer}`, "one for all");
  }
}

/** A row as if this run had made it. */
function madeOf(resource: Resource, row: unknown): Made {
  const path = Object.entries(resource.create?.member ?? {}).map(([name, pointer]) => [name, valueAt(row, pointer)]);
  return { resource, path: Object.fromEntries(path), created: row, sent: undefined };
}
