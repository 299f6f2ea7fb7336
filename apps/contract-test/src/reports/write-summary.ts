import { openApi } from "../api.js";
import { type Coverage, coverageOf } from "../coverage-of.js";
import type { Finding } from "../finding.js";
import type { CaseResult, Outcome } from "../result.js";
import { plainText } from "./plain-text.js";

/** What a report tells besides the results. */
export type RunFacts = {
  /** `octopi` or `dataloy`. */
  readonly api: string;
  /** The origin. */
  readonly target: string;
  readonly durationMs: number;
  /** Why the run ended early. */
  readonly stopped?: string | undefined;
};

/** A summary for people: each operation, then what is wrong, then what was not met. Ends with a line break. */
export function writeSummary(facts: RunFacts, results: readonly CaseResult[]): string {
  const coverage = coverageOf(facts.api, results);
  const sections = [
    [`${openApi(facts.api).title} at ${facts.target}`],
    coverage.operations.map(({ operationId }) => operationLine(operationId, results)),
    section("FAILED: the target breaks the spec", withOutcome(results, "failed"), findingsOf),
    section("ERROR: could not be judged", withOutcome(results, "error"), findingsOf),
    section("WARNING: differs from what the spec only infers", results.filter(hasWarnings), ({ warnings }) =>
      lines(warnings),
    ),
    section("NOT REACHED", withOutcome(results, "not-reached"), ({ note }) => [`    ${plainText(note)}`]),
    coverageLines(coverage),
    facts.stopped === undefined ? [] : [`ENDED EARLY: ${plainText(facts.stopped)}`],
    [totals(facts, results)],
  ];
  return `${sections
    .filter((one) => one.length > 0)
    .map((one) => one.join("\n"))
    .join("\n\n")}\n`;
}

/** What a run comes to. A proven break stays proven, even where the rest could not be told; a run that met nothing does not pass. */
export function overall(results: readonly CaseResult[], stopped?: string): "kept" | "broken" | "could not be told" {
  if (withOutcome(results, "failed").length > 0) return "broken";
  const isJudged = withOutcome(results, "passed").length > 0 && withOutcome(results, "error").length === 0;
  return isJudged && stopped === undefined ? "kept" : "could not be told";
}

function operationLine(operationId: string, results: readonly CaseResult[]): string {
  const own = results.filter((one) => one.operationId === operationId);
  const counts = countOutcomes(own);
  return `  ${mark(own)} ${operationId.padEnd(22)} ${counts}`;
}

function mark(results: readonly CaseResult[]): string {
  if (withOutcome(results, "failed").length > 0) return "✗";
  if (withOutcome(results, "error").length > 0) return "!";
  return withOutcome(results, "passed").length > 0 ? "✓" : "–";
}

function countOutcomes(results: readonly CaseResult[]): string {
  const outcomes: Outcome[] = ["passed", "failed", "error", "not-reached"];
  const counts = outcomes.map((outcome) => ({ outcome, count: withOutcome(results, outcome).length }));
  const parts = counts.filter(({ count }) => count > 0).map(({ outcome, count }) => `${count} ${outcome}`);
  return parts.join(", ") || "no cases";
}

function section(
  title: string,
  results: readonly CaseResult[],
  details: (result: CaseResult) => readonly string[],
): string[] {
  if (results.length === 0) return [];
  return [`${title} (${results.length})`, ...results.flatMap((one) => [`  ${caseLine(one)}`, ...details(one)])];
}

function caseLine({ operationId, name, status }: CaseResult): string {
  return plainText(`${operationId} · ${name}${status === undefined ? "" : ` → ${status}`}`);
}

function findingsOf({ findings }: CaseResult): string[] {
  return lines(findings);
}

function lines(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, where, message }) => plainText(`    ${rule}  ${where}: ${message}`));
}

function hasWarnings({ warnings }: CaseResult): boolean {
  return warnings.length > 0;
}

function coverageLines({ operations, reached, documented }: Coverage): string[] {
  const missed = operations.filter((one) => one.missed.length > 0);
  return [
    `Coverage: ${reached} of ${documented} documented statuses over ${operations.length} operations`,
    ...missed.map((one) => `  not reached: ${one.operationId} ${one.missed.join(", ")}`),
  ];
}

function totals({ durationMs, stopped }: RunFacts, results: readonly CaseResult[]): string {
  const seconds = (durationMs / 1000).toFixed(1);
  return `${overall(results, stopped)}: ${results.length} cases in ${seconds} s, ${countOutcomes(results)}`;
}

function withOutcome(results: readonly CaseResult[], outcome: Outcome): CaseResult[] {
  return results.filter((one) => one.outcome === outcome);
}
