import type { Finding } from "../finding.js";
import { type CheckResult, OUTCOMES, type Outcome } from "../result.js";
import type { Coverage } from "../spec-coverage/coverage.js";
import type { Exchange } from "../wire/exchange.js";
import { asClientCode } from "./as-client-code.js";
import { asCurl } from "./as-curl.js";
import { operationOf, placeOf } from "./finding-id.js";
import { type FindingGroup, groupFindings } from "./group-findings.js";
import type { Login } from "./headers-to-send.js";
import { overall } from "./overall.js";
import { cutText, plainLine } from "./plain-text.js";
import type { BaselineReport, Report, ReportedFinding } from "./report.js";
import { splitMessage } from "./split-message.js";

/** What a run has to tell besides its results. */
export type RunFacts = Omit<Report, "overall" | "totals" | "findings" | "coverage" | "baseline" | "results"> & {
  /** How the run's callers are known, which commands have to say; `token` by default. */
  readonly credentials?: Login["credentials"] | undefined;
};

/** Where the spec says what a finding is about, from the spec's folder; undefined where that is not known. */
export type Locate = (finding: Finding, status: number | undefined) => ReportedFinding["spec"];

/** More differences are a flood that nobody reads; it is said how many there are. */
const MAX_FINDINGS = 500;
const MAX_CHECKS = 20;
const MAX_ANSWER = 2000;
const MAX_COMMANDS = 50_000;

/**
 * Makes what all reports are written from. Of more than 500 differences the gravest 500 are told, and a note says so.
 *
 * @param baseline - What {@link applyBaseline} told; the results are those that it gave.
 */
export function buildReport(
  { credentials = "token", ...facts }: RunFacts,
  results: readonly CheckResult[],
  coverage: Coverage,
  baseline?: BaselineReport,
  locate: Locate = () => undefined,
): Report {
  const groups = groupFindings(facts.api, results);
  const login = { api: facts.api, credentials };
  return {
    tool: facts.tool,
    api: facts.api,
    title: facts.title,
    target: facts.target,
    mode: facts.mode,
    seed: facts.seed,
    startedAt: facts.startedAt,
    durationMs: facts.durationMs,
    requests: facts.requests,
    stopped: facts.stopped,
    overall: overall(results, facts.stopped),
    totals: countOutcomes(results),
    findings: groups.slice(0, MAX_FINDINGS).map((group) => tell(group, login, locate)),
    coverage,
    baseline,
    notes: groups.length > MAX_FINDINGS ? [...facts.notes, flood(groups.length)] : facts.notes,
    results: results.map(({ exchanges: _, ...result }) => result),
  };
}

function countOutcomes(results: readonly CheckResult[]): Record<Outcome, number> {
  const count = (outcome: Outcome) => results.filter((one) => one.outcome === outcome).length;
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>;
}

function tell(
  { id, kind, finding, result, exchange, checks }: FindingGroup,
  login: Login,
  locate: Locate,
): ReportedFinding {
  const { rule, where, message } = finding;
  return {
    id,
    kind,
    rule,
    operationId: operationOf(where) ?? result.operationId,
    where: placeOf(where),
    message,
    ...splitMessage(finding),
    checks: [...checks].slice(0, MAX_CHECKS),
    spec: locate(finding, exchange?.answer?.status ?? result.status),
    curl: exchange && commandsOf(exchange, result, login),
    client: exchange && asClientCode(exchange, login),
    answer: answerOf(exchange),
  };
}

/** What comes before the request that shows it makes what it is about. */
function commandsOf(exchange: Exchange, { exchanges }: CheckResult, login: Login): string | undefined {
  const all = exchanges.slice(0, exchanges.indexOf(exchange) + 1);
  if (all.length < 2) return asCurl(exchange, login);
  const commands = all.map((one, index) => {
    const came = one.answer === undefined ? "no answer came" : `${one.answer.status} came`;
    const name = plainLine(`${one.operationId ?? one.request.method}: ${came}`, 100);
    return `# ${index + 1} of ${all.length}, ${name}\n${asCurl(one, login) ?? "# curl cannot be told to send it"}`;
  });
  const written = commands.join("\n\n");
  return written.length > MAX_COMMANDS ? asCurl(exchange, login) : written;
}

function answerOf(exchange: Exchange | undefined): ReportedFinding["answer"] {
  if (exchange?.answer === undefined) return undefined;
  const { status, headers, body } = exchange.answer;
  return { status, contentType: headers["content-type"] ?? "", body: cutText(body, MAX_ANSWER) };
}

function flood(count: number): string {
  return `There are ${count} differences; only the gravest ${MAX_FINDINGS} are told one by one.`;
}
