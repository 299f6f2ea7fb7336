import type { CaseResult } from "../result.js";

/** A result that passed, with changes. */
export function result(changes: Partial<CaseResult> = {}): CaseResult {
  return {
    operationId: "getServiceOrder",
    name: "no more than is required",
    outcome: "passed",
    findings: [],
    warnings: [],
    status: 200,
    asked: undefined,
    note: "",
    durationMs: 12,
    ...changes,
  };
}
