import type { Rule } from "../finding.js";
import { expectedByRule, explainRule } from "./explain-rule.js";
import { cutText, wellFormed } from "./plain-text.js";
import type { Report, ReportedFinding } from "./report.js";
import { safeJson } from "./safe-json.js";

/** What GitHub takes of a text. */
const MAX_TEXT = 1000;

/** Where the repository's root is, for whoever shows the results beside the files. */
const ROOT = "%SRCROOT%";

/**
 * Writes the report as SARIF 2.1.0, for GitHub's code scanning and others. A difference stands where the spec says so, in the
 * repository's folder `spec`. What could not be judged is no result but a notification of the tool; what the baseline excuses is
 * a suppressed result.
 */
export function writeSarif(report: Report): string {
  const results = report.findings.filter(({ kind }) => kind !== "error");
  const rules = [...new Set(results.map(({ rule }) => rule))].toSorted();
  return safeJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: driverOf(report, rules) },
        // The results of another API or target must not take the place of these.
        automationDetails: { id: `contract-test/${text(report.api)}/` },
        invocations: [invocationOf(report)],
        originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository." } } },
        columnKind: "utf16CodeUnits",
        results: results.map((finding) => resultOf(finding, report, rules)),
      },
    ],
  });
}

function driverOf({ tool }: Report, rules: readonly Rule[]): object {
  const name = text(tool.name);
  return { name, semanticVersion: text(tool.version), rules: rules.map(ruleOf) };
}

function ruleOf(rule: Rule): object {
  const says = explainRule(rule);
  return {
    id: text(rule),
    name: nameOf(rule),
    shortDescription: { text: sentence(says) },
    fullDescription: { text: sentence(says) },
    help: { text: text(`${sentence(says)} Expected: ${expectedByRule(rule)}.`) },
    defaultConfiguration: { level: "error" },
    properties: { tags: ["contract"] },
  };
}

/** In PascalCase, as SARIF has it. */
function nameOf(rule: string): string {
  return text(rule).replace(/(?:^|-)([a-z])/g, (_, first: string) => first.toUpperCase());
}

function sentence(clause: string): string {
  const says = text(clause);
  return `${says.charAt(0).toUpperCase()}${says.slice(1)}.`;
}

function resultOf(finding: ReportedFinding, report: Report, rules: readonly Rule[]): object {
  const { id, kind, rule, where, message, curl, checks } = finding;
  const { file, line } = finding.spec ?? { file: `${report.api}/openapi.yaml`, line: 1 };
  const uri = `spec/${text(file).split("/").map(encodeURIComponent).join("/")}`;
  const region = { startLine: Math.max(1, Math.trunc(line)) };
  return {
    ruleId: text(rule),
    ruleIndex: rules.indexOf(rule),
    level: kind === "failed" ? "error" : kind === "warning" ? "warning" : "note",
    message: { text: text(`${where}: ${message}`) },
    locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: ROOT }, region } }],
    // GitHub looks at the first one alone, and would else make it from the line's text.
    partialFingerprints: { primaryLocationLineHash: text(id), "quaysideFindingId/v1": text(id) },
    ...(kind === "known" && { suppressions: [suppressionOf(id, report)] }),
    properties: {
      checks: checks.map((one) => text(one)),
      ...(curl !== undefined && { curl: text(curl, MAX_TEXT * 20) }),
    },
  };
}

function suppressionOf(id: string, { baseline }: Report): object {
  const entry = baseline?.known.find((one) => one.id === id);
  const { owner = "", expires = "", reason = "" } = entry ?? {};
  const why = entry === undefined ? "The baseline has it." : `Until ${expires}, ${owner}. ${reason}`.trim();
  return { kind: "external", status: "accepted", justification: text(why) };
}

function invocationOf({ findings, stopped, overall, startedAt, durationMs }: Report): object {
  const errors = findings.filter(({ kind }) => kind === "error");
  const told = errors.map(({ rule, where, message }) => notification(rule, `${where}: ${message}`));
  const start = Date.parse(startedAt);
  return {
    executionSuccessful: stopped === undefined && overall !== "could not be told",
    ...(Number.isFinite(start + durationMs) && {
      startTimeUtc: new Date(start).toISOString(),
      endTimeUtc: new Date(start + durationMs).toISOString(),
    }),
    toolExecutionNotifications: stopped === undefined ? told : [notification("could-not-run", stopped), ...told],
  };
}

function notification(rule: Rule, message: string): object {
  return { descriptor: { id: text(rule) }, level: "error", message: { text: text(message) } };
}

/** SARIF is UTF-8, and has no empty messages. */
function text(given: string, most = MAX_TEXT): string {
  return wellFormed(cutText(given, most)) || "-";
}
