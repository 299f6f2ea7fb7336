import type { CheckResult } from "../result.js";

/** A result that passed, with changes. */
export function result(changes: Partial<CheckResult> = {}): CheckResult {
  return {
    kind: "request",
    operationId: "getServiceOrder",
    name: "no more than is required",
    outcome: "passed",
    findings: [],
    warnings: [],
    known: [],
    exchanges: [],
    status: 200,
    asked: undefined,
    note: "",
    durationMs: 12,
    ...changes,
  };
}
