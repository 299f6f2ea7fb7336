import type { Rule } from "../finding.js";
import type { Caller } from "../run/caller.js";
import type { Check, Reach } from "../run/check.js";

/** A rule over several requests; what is wrong it tells the caller. */
export function meaningCheck(
  operationId: string,
  name: string,
  reach: Reach,
  run: (caller: Caller) => Promise<void>,
): Check {
  return {
    kind: "meaning",
    operationId,
    name,
    reach,
    run: async (caller) => {
      await run(caller);
      return undefined;
    },
  };
}

/** Tells what came and what should have come, in the form of all messages. */
export function tell(
  caller: Caller,
  rule: Rule,
  where: string,
  came: string,
  expected: string,
  inferred = false,
): void {
  caller.found({ rule, where, message: `${came}; the spec has ${expected}` }, inferred);
}

/** A value in few words. */
export function show(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
