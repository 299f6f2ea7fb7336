import type { Report } from "./report.js";

/** Why checks were not reached. */
export type Reason = {
  readonly note: string;
  /** How many checks. */
  readonly count: number;
  /** Each once. */
  readonly operationIds: readonly string[];
};

/** Puts the checks that were not reached together by their reason, the most frequent first: it is often one for a hundred checks. */
export function groupByReason(results: Report["results"]): Reason[] {
  const reasons = new Map<string, string[]>();
  for (const { outcome, note, operationId } of results)
    if (outcome === "not-reached") reasons.set(note, [...(reasons.get(note) ?? []), operationId]);
  return [...reasons]
    .map(([note, all]) => ({ note, count: all.length, operationIds: [...new Set(all)] }))
    .toSorted((a, b) => b.count - a.count);
}
