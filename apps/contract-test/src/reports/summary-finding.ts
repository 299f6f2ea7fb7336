import { explainRule } from "./explain-rule.js";
import type { Paint } from "./paint.js";
import { plainLine } from "./plain-text.js";
import type { ReportedFinding } from "./report.js";

/** A longer command fills the screen. */
const MAX_CURL = 4000;

/** Writes a difference as lines for a terminal: its place, what came, what is expected, and how to see it again. */
export function writeFinding(finding: ReportedFinding, paint: Paint): string[] {
  const { where, rule, id, spec, came, expected, checks } = finding;
  const row = (name: string, text: string) => `    ${name.padEnd(8)}  ${text}`;
  return [
    `  ${paint.bold(plainLine(where))}`,
    `    ${plainLine(`${rule}: ${explainRule(rule)}`)}`,
    row("came", paint.bad(plainLine(came))),
    row("expected", paint.good(plainLine(expected))),
    ...(spec === undefined ? [] : [row("spec", plainLine(`spec/${spec.file}:${spec.line}`))]),
    row("met by", plainLine(listed(checks, 3))),
    row("id", plainLine(id)),
    ...commandLines(finding, paint),
  ];
}

/** Only what is broken is to be seen again at once. */
function commandLines({ kind, curl }: ReportedFinding, paint: Paint): string[] {
  if (curl === undefined || kind === "known" || kind === "warning") return [];
  if (curl.length > MAX_CURL) return ["    The request is long: the HTML and JSON reports have it."];
  return curl.split("\n").map((line) => paint.faint(`    ${plainLine(line, MAX_CURL)}`));
}

/** The first few of a list, and how many more there are. */
export function listed(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(", ")} and ${more} more` : names.join(", ");
}
