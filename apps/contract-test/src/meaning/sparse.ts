import { documentedValues } from "../cases/replay-cases.js";
import { findOperation } from "../operation.js";
import { valueAt, withValue } from "../pointer.js";
import type { Check } from "../run/check.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { madeBy, readRecord } from "./record.js";
import { requireSuccess } from "./require-success.js";
import type { Resource } from "./resource.js";

/** A record made with no more than is required is complete when it is read: what was left out has its documented value. */
export function sparse(resource: Resource): Check[] {
  const { create } = resource;
  if (create?.sparse === undefined) return [];
  const { operationId, mark, sparse: rule } = create;
  return [
    // What bears no mark cannot be told from what others made.
    meaningCheck(
      operationId,
      "gives what is left out its documented value",
      rule.isMarked ? "own" : "any",
      async (caller) => {
        const operation = findOperation(caller.run.target.api.operations, operationId);
        const example = operation.body?.examples.find(({ name }) => name === rule.example)?.value;
        const body = rule.isMarked ? withValue(example, mark, caller.run.names.fresh()) : example;
        const values = { ...documentedValues(operation), body };
        const made = madeBy(resource, values, requireSuccess(await caller.call(operationId, values)));
        const read = await readRecord(caller, made);
        for (const [pointer, { inferred, ...due }] of Object.entries(rule.defaults)) {
          const came = valueAt(read, pointer);
          if ("value" in due ? isEqual(came, due.value) : came !== null && came !== undefined) continue;
          const expected = `${"value" in due ? show(due.value) : "a value"} where nothing is sent`;
          tell(caller, "not-read-back", `${operationId} ${pointer}`, `${show(came)} is read`, expected, inferred);
        }
      },
    ),
  ];
}
