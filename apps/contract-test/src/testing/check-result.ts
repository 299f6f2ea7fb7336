import type { CheckResult } from "../result.js";

/** A check that passed, with changes. */
export function checkResult(changes: Partial<CheckResult> = {}): CheckResult {
  return {
    kind: "request",
    operationId: "getServiceOrder",
    name: "no more than is required",
    outcome: "passed",
    findings: [],
    warnings: [],
    known: [],
    status: 200,
    asked: undefined,
    note: "",
    durationMs: 12,
    exchanges: [],
    ...changes,
  };
}
