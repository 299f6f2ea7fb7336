import type { Finding } from "../finding.js";
import type { CheckResult } from "../result.js";
import { findingId } from "./finding-id.js";
import { cutText, wellFormed } from "./plain-text.js";
import type { Report, ReportedFinding } from "./report.js";

type Result = Omit<CheckResult, "exchanges">;

const MAX_TEXT = 2000;

/**
 * The report as JUnit XML: one suite per operation, one test per check. Not reached is skipped, an error is an error and not a
 * failure, and what is known has passed; warnings and what is known are in `system-out`, and so are the place in the
 * spec and the command that shows a difference again. A run that ended early has an error of its own, so that no CI takes the part for the whole.
 */
export function writeJunit(report: Report): string {
  const { api, results, stopped, durationMs } = report;
  const all = stopped === undefined ? results : [...results, stoppedResult(stopped)];
  const operationIds = [...new Set(all.map(({ operationId }) => operationId))];
  const told = new Map(report.findings.map((one) => [one.id, one]));
  const suites = operationIds.map((operationId) => writeSuite(api, operationId, all, told));
  const attributes = writeCounts(`contract ${api}`, all, durationMs);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${suites.join("")}</testsuites>\n`;
}

function stoppedResult(message: string): Result {
  const findings = [{ rule: "could-not-run", where: "run", message }] as const;
  const nothing = { warnings: [], known: [], status: undefined, asked: undefined, note: "", durationMs: 0 };
  return { kind: "request", operationId: "run", name: "comes to its end", outcome: "error", findings, ...nothing };
}

type Told = ReadonlyMap<string, ReportedFinding>;

function writeSuite(api: string, operationId: string, results: readonly Result[], told: Told): string {
  const own = results.filter((one) => one.operationId === operationId);
  const durationMs = own.reduce((sum, one) => sum + one.durationMs, 0);
  const attributes = writeCounts(`${api} ${operationId}`, own, durationMs);
  return `  <testsuite ${attributes}>\n${own.map((one) => writeCheck(api, one, told)).join("")}  </testsuite>\n`;
}

function writeCounts(name: string, results: readonly Result[], durationMs: number): string {
  const count = (outcome: string) => results.filter((one) => one.outcome === outcome).length;
  const counts = `tests="${results.length}" failures="${count("failed")}" errors="${count("error")}" skipped="${count("not-reached")}"`;
  return `name="${escapeXml(name)}" ${counts} time="${seconds(durationMs)}"`;
}

/** A rule over several requests and a story say that they are one: their names alone would not. */
function writeCheck(api: string, result: Result, told: Told): string {
  const { kind, operationId, name, durationMs } = result;
  const says = kind === "request" ? name : `${kind}: ${name}`;
  const attributes = `classname="${escapeXml(`${api}.${operationId}`)}" name="${escapeXml(says)}" time="${seconds(durationMs)}"`;
  const inner = writeOutcome(result) + writeOutput(api, result, told);
  return inner === "" ? `    <testcase ${attributes}/>\n` : `    <testcase ${attributes}>\n${inner}    </testcase>\n`;
}

function writeOutcome({ outcome, findings, note }: Result): string {
  if (outcome === "passed" || outcome === "known") return "";
  if (outcome === "not-reached") return `      <skipped message="${escapeXml(note)}"/>\n`;
  const element = outcome === "failed" ? "failure" : "error";
  const [first] = findings;
  const attributes = `type="${escapeXml(first?.rule ?? outcome)}" message="${escapeXml(first?.message ?? outcome)}"`;
  return `      <${element} ${attributes}>${findings.map(line).join("\n")}</${element}>\n`;
}

function writeOutput(api: string, { findings, warnings, known }: Result, told: Told): string {
  const own = [...new Set(findings.map((finding) => told.get(findingId(api, finding))))].filter(
    (one) => one !== undefined,
  );
  const places = own.flatMap(({ spec }) => (spec === undefined ? [] : [`spec/${spec.file}:${spec.line}`]));
  const commands = new Set(own.flatMap(({ curl }) => (curl === undefined ? [] : [curl])));
  const lines = [
    ...warnings.map((one) => `warning: ${line(one)}`),
    ...known.map((one) => `known, ${escapeXml(findingId(api, one))}: ${line(one)}`),
    ...[...new Set(places)].map((place) => escapeXml(place)),
    ...[...commands].map((command) => escapeXml(command, MAX_TEXT * 10)),
  ];
  return lines.length === 0 ? "" : `      <system-out>${lines.join("\n")}</system-out>\n`;
}

function line({ rule, where, message }: Finding): string {
  return escapeXml(`${rule}  ${where}: ${cutText(message, MAX_TEXT)}`);
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}

/** XML 1.0 has no way to write most control characters, nor half a surrogate pair; they become U+FFFD. */
function escapeXml(text: string, most = MAX_TEXT): string {
  return (
    wellFormed(cutText(text, most))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "\ufffd")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}
