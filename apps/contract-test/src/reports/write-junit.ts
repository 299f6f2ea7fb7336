import type { Finding } from "../finding.js";
import type { CaseResult } from "../result.js";
import type { RunFacts } from "./write-summary.js";

/**
 * The results as JUnit XML: one suite per operation, one test per case. Not reached is skipped, an error is an error and
 * not a failure, and warnings are in `system-out`. A run that ended early has an error of its own, so that no CI takes the
 * part for the whole.
 */
export function writeJunit({ api, durationMs, stopped }: RunFacts, results: readonly CaseResult[]): string {
  const all = stopped === undefined ? results : [...results, stoppedCase(stopped)];
  const operationIds = [...new Set(all.map(({ operationId }) => operationId))];
  const suites = operationIds.map((operationId) => writeSuite(api, operationId, all));
  const attributes = writeCounts(`contract ${api}`, all, durationMs);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${suites.join("")}</testsuites>\n`;
}

function stoppedCase(message: string): CaseResult {
  const findings = [{ rule: "could-not-run", where: "run", message }] as const;
  const nothing = { warnings: [], status: undefined, asked: undefined, note: "", durationMs: 0 };
  return { operationId: "run", name: "comes to its end", outcome: "error", findings, ...nothing };
}

function writeSuite(api: string, operationId: string, results: readonly CaseResult[]): string {
  const own = results.filter((one) => one.operationId === operationId);
  const durationMs = own.reduce((sum, one) => sum + one.durationMs, 0);
  const attributes = writeCounts(`${api} ${operationId}`, own, durationMs);
  return `  <testsuite ${attributes}>\n${own.map((one) => writeCase(api, one)).join("")}  </testsuite>\n`;
}

function writeCounts(name: string, results: readonly CaseResult[], durationMs: number): string {
  const count = (outcome: string) => results.filter((one) => one.outcome === outcome).length;
  const counts = `tests="${results.length}" failures="${count("failed")}" errors="${count("error")}" skipped="${count("not-reached")}"`;
  return `name="${escapeXml(name)}" ${counts} time="${seconds(durationMs)}"`;
}

function writeCase(api: string, result: CaseResult): string {
  const { operationId, name, durationMs } = result;
  const attributes = `classname="${escapeXml(`${api}.${operationId}`)}" name="${escapeXml(name)}" time="${seconds(durationMs)}"`;
  const inner = writeOutcome(result) + writeWarnings(result);
  return inner === "" ? `    <testcase ${attributes}/>\n` : `    <testcase ${attributes}>\n${inner}    </testcase>\n`;
}

function writeOutcome({ outcome, findings, note }: CaseResult): string {
  if (outcome === "passed") return "";
  if (outcome === "not-reached") return `      <skipped message="${escapeXml(note)}"/>\n`;
  const element = outcome === "failed" ? "failure" : "error";
  const [first] = findings;
  const attributes = `type="${escapeXml(first?.rule ?? outcome)}" message="${escapeXml(first?.message ?? outcome)}"`;
  return `      <${element} ${attributes}>${escapeXml(findings.map(line).join("\n"))}</${element}>\n`;
}

function writeWarnings({ warnings }: CaseResult): string {
  if (warnings.length === 0) return "";
  return `      <system-out>${escapeXml(warnings.map((one) => `warning: ${line(one)}`).join("\n"))}</system-out>\n`;
}

function line({ rule, where, message }: Finding): string {
  return `${rule}  ${where}: ${message}`;
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}

/** XML 1.0 has no way to write most control characters, nor half a surrogate pair; they become U+FFFD. */
function escapeXml(text: string): string {
  return (
    text
      .replaceAll(/\p{Surrogate}/gu, "\ufffd")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "\ufffd")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}
