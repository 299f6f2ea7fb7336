import { explainRule } from "./explain-rule.js";
import type { Paint } from "./paint.js";
import { plainLine } from "./plain-text.js";
import type { ReportedFinding } from "./report.js";

/** So many checks are kept of a difference, and then no more. */
const MAX_CHECKS = 20;

/** Of a longer story only the end is shown. */
const MAX_COMMANDS = 3;

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
    row(
      "met by",
      plainLine(checks.length < MAX_CHECKS ? listed(checks, 3) : `${checks.slice(0, 3).join(", ")} and many more`),
    ),
    row("id", plainLine(id)),
    ...commandLines(finding, paint),
  ];
}

/** Only what is broken is to be seen again at once. */
function commandLines({ kind, curl }: ReportedFinding, paint: Paint): string[] {
  if (curl === undefined || kind === "known" || kind === "warning") return [];
  // No command has a line that begins like this: a line break in one is escaped.
  const commands = curl.split(/\n+(?=# \d+ of \d+, )/);
  const shown = commands.length > MAX_COMMANDS ? (commands.at(-1) ?? "") : curl;
  if (shown.length > MAX_CURL) return ["    The request is long: the HTML and JSON reports have it."];
  const lines = shown.split("\n").map((line) => paint.faint(`    ${plainLine(line, MAX_CURL)}`));
  return shown === curl ? lines : [...lines, "    The HTML and JSON reports have what came before."];
}

/** The first few of a list, and how many more there are. */
export function listed(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(", ")} and ${more} more` : names.join(", ");
}
