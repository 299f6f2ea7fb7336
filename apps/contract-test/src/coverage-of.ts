import { openApi } from "./api.js";
import type { CaseResult } from "./result.js";

/** Which documented statuses a run met. */
export type Coverage = {
  readonly operations: readonly OperationCoverage[];
  readonly reached: number;
  readonly documented: number;
};

/** Documented statuses of one operation, as the spec writes them. */
export type OperationCoverage = {
  readonly operationId: string;
  readonly reached: readonly string[];
  readonly missed: readonly string[];
};

/**
 * Counts operations × statuses: a status is reached when an answer with it came, whatever the request was.
 *
 * @param api - `octopi` or `dataloy`.
 * @throws CannotRun when there is no such API.
 */
export function coverageOf(api: string, results: readonly CaseResult[]): Coverage {
  const operations = openApi(api).operations.map(({ operationId, responses }) => {
    const met = new Set(results.filter((one) => one.operationId === operationId).map(({ status }) => `${status}`));
    const statuses = responses.map(({ status }) => status);
    const isMet = (status: string) => met.has(status) || [...met].some((one) => isInRange(one, status));
    return { operationId, reached: statuses.filter(isMet), missed: statuses.filter((status) => !isMet(status)) };
  });
  const reached = operations.reduce((sum, one) => sum + one.reached.length, 0);
  const documented = operations.reduce((sum, one) => sum + one.reached.length + one.missed.length, 0);
  return { operations, reached, documented };
}

function isInRange(status: string, range: string): boolean {
  return /^[1-5]XX$/.test(range) && status.startsWith(range.charAt(0));
}
