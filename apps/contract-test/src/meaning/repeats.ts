import { documentedValues } from "../cases/replay-cases.js";
import type { Operation } from "../operation.js";
import type { Check } from "../run/check.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, tell } from "./meaning-check.js";

/** The same GET twice is answered the same: reading changes nothing. */
export function repeats(operations: readonly Operation[]): Check[] {
  return operations
    .filter(({ method }) => method === "GET")
    .map((operation) => {
      const { operationId } = operation;
      return meaningCheck(operationId, "answers the same twice", "reads", async (caller) => {
        const first = await caller.call(operationId, documentedValues(operation));
        const second = await caller.call(operationId, documentedValues(operation));
        if (first.status !== second.status)
          tell(
            caller,
            "not-repeatable",
            operationId,
            `first ${first.status}, then ${second.status}`,
            "the same answer to the same request",
          );
        else if (!isEqual(first.body, second.body))
          tell(
            caller,
            "not-repeatable",
            operationId,
            "two bodies to one request",
            "the same answer to the same request",
          );
      });
    });
}
