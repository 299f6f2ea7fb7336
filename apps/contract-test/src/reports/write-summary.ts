import type { BaselineEntry } from "../baseline/baseline.js";
import { OUTCOMES, type Outcome } from "../result.js";
import { ASPECTS, type Coverage } from "../spec-coverage/coverage.js";
import { groupByReason } from "./group-by-reason.js";
import { openPaint, type Paint } from "./paint.js";
import { plainLine } from "./plain-text.js";
import type { BaselineReport, Report, ReportedFinding } from "./report.js";
import { listed, writeFinding } from "./summary-finding.js";

/** How a summary is written. */
export type SummaryOptions = {
  /** Whether to colour it, for a terminal; not by default. */
  readonly colour?: boolean | undefined;
};

/** So many differences are told in full; the others by their place. */
const MAX_FULL = 20;
const MAX_SHORT = 100;

/**
 * Writes a summary for people: the verdict, what is broken and how to see it, then what could not be told, then what was met.
 * Ends with a line break. It has no control characters but line breaks and, where it is coloured, colours.
 */
export function writeSummary(report: Report, { colour = false }: SummaryOptions = {}): string {
  const paint = openPaint(colour);
  const sections = [
    [verdict(report, paint)],
    endedEarly(report, paint),
    findings("WHAT IS BROKEN", report, "failed", paint),
    findings("COULD NOT BE JUDGED", report, "error", paint),
    findings("WARNINGS: the spec only infers what these differ from, and may be wrong", report, "warning", paint),
    knownLines(report, paint),
    report.baseline === undefined ? [] : baselineLines(report.baseline, paint),
    notReached(report, paint),
    operationLines(report, paint),
    coverageLines(report.coverage, paint),
    report.notes.length === 0 ? [] : [paint.bold("NOTES"), ...report.notes.map((note) => `  - ${plainLine(note)}`)],
    [totals(report)],
  ];
  const written = sections.filter((one) => one.length > 0).map((one) => one.join("\n"));
  return `${written.join("\n\n")}\n`;
}

function verdict({ overall, title, target, totals, findings, stopped }: Report, paint: Paint): string {
  const subject = plainLine(`${title} at ${target}`);
  const broken = findings.filter(({ kind }) => kind === "failed").length;
  if (overall === "kept")
    return `${paint.good("KEPT")} ${subject} keeps the spec, as far as ${totals.passed} checks tell.`;
  if (overall === "broken") return `${paint.bad("BROKEN")} ${subject} breaks the spec in ${count(broken, "way")}.`;
  const why = stopped === undefined ? whyUntold(totals) : `The run ended early: ${plainLine(stopped)}`;
  return `${paint.doubtful("COULD NOT BE TOLD")} whether ${subject} keeps the spec. ${why}`;
}

function whyUntold({ error, passed }: Report["totals"]): string {
  return error > 0 || passed > 0 ? `${count(error, "check")} could not be judged.` : "No check was reached.";
}

/** Where the verdict does not say it already. */
function endedEarly({ overall, stopped }: Report, paint: Paint): string[] {
  return stopped === undefined || overall !== "broken"
    ? []
    : [paint.doubtful("ENDED EARLY"), `  ${plainLine(stopped)}`];
}

function findings(title: string, report: Report, kind: ReportedFinding["kind"], paint: Paint): string[] {
  const own = report.findings.filter((one) => one.kind === kind);
  if (own.length === 0) return [];
  const full = own.slice(0, MAX_FULL).map((one) => ["", ...writeFinding(one, paint)]);
  const short = own
    .slice(MAX_FULL, MAX_FULL + MAX_SHORT)
    .map(({ where, rule, id }) => `  ${plainLine(`${where}  ${rule}  ${id}`)}`);
  const more = own.length - MAX_FULL - MAX_SHORT;
  return [
    paint.bold(`${title} (${own.length})`),
    ...full.flat(),
    ...(short.length === 0 ? [] : ["", ...short]),
    ...(more > 0 ? [`  and ${more} more; the HTML and JSON reports have them all`] : []),
  ];
}

/** Whoever bears a difference knows it: a line is enough. */
function knownLines({ findings, baseline }: Report, paint: Paint): string[] {
  const lines = findings
    .filter(({ kind }) => kind === "known")
    .map(({ id, where }) => {
      const entry = baseline?.known.find((one) => one.id === id);
      return `  ${plainLine(`${where}  ${entry === undefined ? id : describe(entry)}`)}`;
    });
  return lines.length === 0 ? [] : [paint.bold(`KNOWN: the baseline excuses these (${lines.length})`), ...lines];
}

function describe({ id, expires, owner, reason }: BaselineEntry): string {
  return `${id}  until ${expires}, ${owner}${reason === undefined ? "" : `: ${reason}`}`;
}

function baselineLines({ expired, fixed, untold }: BaselineReport, paint: Paint): string[] {
  const told: [string, readonly BaselineEntry[]][] = [
    ["is over and excuses nothing any more; decide anew", expired],
    ["is fixed; take it out of the baseline", fixed],
    ["was not tested; this run tells nothing of it", untold],
  ];
  const lines = told.flatMap(([fate, entries]) => entries.map((entry) => `  ${plainLine(describe(entry))}  ${fate}`));
  return lines.length === 0 ? [] : [paint.bold(`BASELINE (${lines.length})`), ...lines];
}

function notReached({ results }: Report, paint: Paint): string[] {
  const reasons = groupByReason(results);
  if (reasons.length === 0) return [];
  const total = reasons.reduce((sum, one) => sum + one.count, 0);
  const lines = reasons
    .slice(0, MAX_FULL)
    .flatMap(({ note, count, operationIds }) => [
      `  ${String(count).padStart(4)}  ${plainLine(note)}`,
      paint.faint(`        ${plainLine(listed(operationIds, 6))}`),
    ]);
  return [paint.bold(`NOT REACHED (${total}), by reason`), ...lines];
}

function operationLines({ results, coverage }: Report, paint: Paint): string[] {
  const rows = coverage.operations.map(({ operationId, statuses }) => {
    const own = results.filter((one) => one.operationId === operationId);
    const missed = statuses.missed.length === 0 ? "" : `not met: ${plainLine(statuses.missed.join(", "))}`;
    return { sign: mark(own, paint), name: plainLine(operationId), counts: countOutcomes(own), missed };
  });
  const widthOf = (column: "name" | "counts") => Math.min(48, Math.max(0, ...rows.map((row) => row[column].length)));
  const [name, counts] = [widthOf("name"), widthOf("counts")];
  const lines = rows.map((row) =>
    `  ${row.sign} ${row.name.padEnd(name)}  ${row.counts.padEnd(counts)}  ${paint.faint(row.missed)}`.trimEnd(),
  );
  return lines.length === 0 ? [] : [paint.bold("OPERATIONS"), ...lines];
}

function mark(results: Report["results"], paint: Paint): string {
  const has = (outcome: Outcome) => results.some((one) => one.outcome === outcome);
  if (has("failed")) return paint.bad("✗");
  if (has("error")) return paint.doubtful("!");
  return has("passed") || has("known") ? paint.good("✓") : paint.faint("–");
}

function coverageLines({ totals }: Coverage, paint: Paint): string[] {
  const lines = ASPECTS.map((aspect) => {
    const { reached, documented } = totals[aspect];
    const percent = documented === 0 ? "" : `  ${Math.floor((reached / documented) * 100)} %`;
    return `  ${aspect.padEnd(18)} ${String(reached).padStart(5)} of ${documented}${percent}`;
  });
  return [paint.bold("COVERAGE: what of the spec was met"), ...lines];
}

function totals({ overall, results, durationMs, requests, mode, seed }: Report): string {
  const seconds = (durationMs / 1000).toFixed(1);
  const sent = `${count(requests.sent, "request")} sent, ${requests.writes} of them to write`;
  return `${overall}: ${count(results.length, "check")} in ${seconds} s, ${countOutcomes(results)}; ${sent}; mode ${plainLine(mode)}, seed ${seed}`;
}

function countOutcomes(results: Report["results"]): string {
  const counts = OUTCOMES.map((outcome) => ({ outcome, own: results.filter((one) => one.outcome === outcome).length }));
  const parts = counts.filter(({ own }) => own > 0).map(({ outcome, own }) => `${own} ${outcome.replace("-", " ")}`);
  return parts.join(", ") || "no checks";
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
