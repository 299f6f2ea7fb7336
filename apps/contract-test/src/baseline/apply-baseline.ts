import type { Finding } from "../finding.js";
import { findingId } from "../reports/finding-id.js";
import type { BaselineReport } from "../reports/report.js";
import type { CheckResult } from "../result.js";
import type { Baseline, BaselineEntry } from "./baseline.js";

/** What a baseline is held against. */
export type RunToExcuse = {
  /** `octopi` or `dataloy`; a baseline may have entries of both. */
  readonly api: string;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** Whether the run tested every operation, in every way, to its end: only then a difference that was not met is gone. */
  readonly complete: boolean;
};

/**
 * Takes what is known out of findings and warnings. A check that failed with nothing but known findings is known; one that could
 * not be judged is never excused. Entries that are over excuse nothing.
 *
 * @returns The results, with what is excused in `known`, and what became of each entry. An entry whose finding was not met is
 * fixed when the run was complete and everything in it could be judged, else nothing can be told of it.
 */
export function applyBaseline(
  { entries }: Baseline,
  results: readonly CheckResult[],
  { api, today, complete }: RunToExcuse,
): { results: CheckResult[]; report: BaselineReport } {
  const valid = new Set(entries.filter((entry) => today <= entry.expires).map(({ id }) => id));
  const isKnown = (finding: Finding) => valid.has(findingId(api, finding));
  const met = new Set(results.flatMap((result) => judgedFindings(result).map((finding) => findingId(api, finding))));
  const isTold = complete && results.every(({ outcome }) => outcome !== "error");
  const fateOf = ({ id }: BaselineEntry) => {
    if (met.has(id)) return valid.has(id) ? "known" : "expired";
    return isTold && id.startsWith(`${api}-`) ? "fixed" : "untold";
  };
  const having = (fate: keyof BaselineReport) => entries.filter((entry) => fateOf(entry) === fate);
  return {
    results: results.map((result) => excuse(result, isKnown)),
    report: { known: having("known"), expired: having("expired"), fixed: having("fixed"), untold: having("untold") },
  };
}

/** What keeps a check from being judged is no difference. */
function judgedFindings({ outcome, findings, warnings }: CheckResult): readonly Finding[] {
  return outcome === "error" ? warnings : [...findings, ...warnings];
}

function excuse(result: CheckResult, isKnown: (finding: Finding) => boolean): CheckResult {
  const known = judgedFindings(result).filter(isKnown);
  if (known.length === 0) return result;
  const rest = (findings: readonly Finding[]) => findings.filter((finding) => !known.includes(finding));
  const findings = rest(result.findings);
  const isExcused = result.outcome === "failed" && findings.length === 0;
  return {
    ...result,
    outcome: isExcused ? "known" : result.outcome,
    findings,
    warnings: rest(result.warnings),
    known: [...result.known, ...known],
  };
}
