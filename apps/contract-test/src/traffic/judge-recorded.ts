import type { Finding as ContractFinding } from "@quayside/contract";
import type { Api } from "../api.js";
import type { BrokenCase, Case, ValidCase } from "../cases/case.js";
import type { Finding } from "../finding.js";
import type { Outcome } from "../result.js";
import { isOnInferred } from "../run/is-on-inferred.js";
import { judge } from "../run/judge.js";
import type { Answer } from "../wire/send.js";
import { bodyText } from "./body-text.js";
import { type HeldRequest, isBreachInferred } from "./broken-request.js";
import type { Called } from "./find-called.js";
import { headerOf, methodOf, type RecordedExchange, type RecordedMessage } from "./recorded-exchange.js";

/** What a recorded exchange comes to; `inferred` are the findings on what the spec only infers. */
export type JudgedRecord = {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly inferred: readonly Finding[];
  readonly note: string;
};

/**
 * Judges a recorded answer, in the light of its request. A 4xx that the spec has is in order whatever the request was, for nobody
 * here knows what the sender wanted; a request that breaks the spec and was accepted is not.
 */
export function judgeRecorded(api: Api, recorded: RecordedExchange, called: Called, held: HeldRequest): JudgedRecord {
  const { operationId } = called.match.operation;
  const { answer } = recorded;
  if (answer === undefined || headerOf(answer, "x-quayside-proxy") !== null) return unanswered(operationId, recorded);
  const { status } = answer;
  if (status === 304 && isConditional(recorded))
    return ended("not-reached", `${status}: the sender has the answer already`);
  if (!called.isMethodKnown) return ofCase(api, unknownMethod(operationId, recorded), answer);
  const found = ofCase(api, documentedCase(operationId, status), answer);
  if (isRefusedByHttp(api, operationId, status, held.findings))
    return ended("passed", `${status}: HTTP's own refusal; ${broken(held)}`);
  if (status >= 200 && status < 300) return withAccepted(api, status, found, held.findings);
  return found.outcome === "passed" && found.inferred.length === 0 ? { ...found, note: refusal(status, held) } : found;
}

/** A sender who went away learnt nothing about the target. */
function unanswered(operationId: string, { problem }: RecordedExchange): JudgedRecord {
  const message = `no answer was recorded${problem === "" ? "" : `: ${problem}`}`;
  if (SENDER_WENT.test(problem)) return ended("not-reached", message);
  return { ...ended("error"), findings: [{ rule: "no-answer", where: operationId, message }] };
}

/** As our proxy says it, and Chrome. */
const SENDER_WENT = /the sender went|ERR_ABORTED|ERR_BLOCKED_BY_CLIENT/;

function isConditional({ request }: RecordedExchange): boolean {
  return ["if-none-match", "if-modified-since"].some((name) => headerOf(request, name) !== null);
}

/** A 4xx counts as what was asked for. */
function documentedCase(operationId: string, status: number): ValidCase {
  const asked = status >= 400 && status < 500 ? { status } : undefined;
  return { kind: "valid", operationId, name: "recorded", values: {}, asked, inferred: false };
}

/** That a path has no other methods is our conclusion. */
function unknownMethod(operationId: string, recorded: RecordedExchange): BrokenCase {
  const method = methodOf(recorded);
  const request = { method, url: recorded.request.url, headers: new Headers() };
  const common = { kind: "broken", operationId, name: `by ${method}`, inferred: true } as const;
  return { ...common, request, due: "no-such-method", where: method };
}

function ofCase(api: Api, one: Case, answer: NonNullable<RecordedExchange["answer"]>): JudgedRecord {
  const { status } = answer;
  const body = bodyText(answer);
  const verdict = judge(api, one, { status, headers: headersOf(answer), body: body ?? "" } satisfies Answer);
  const findings = verdict.findings.filter((finding) => body !== undefined || isAboutHead(finding));
  if (body === undefined && findings.length === 0) return withoutBody(one.operationId);
  if (verdict.outcome !== "failed") return { ...verdict, findings, inferred: [] };
  const isInferred = (finding: Finding) => isOnInferred(api, one, finding, status);
  return { ...verdict, findings: findings.filter((one) => !isInferred(one)), inferred: findings.filter(isInferred) };
}

/** Whether a finding stands even where the body is not known. */
function isAboutHead({ rule, where }: Finding): boolean {
  return !where.includes(" /") && !where.endsWith(" body") && rule !== "too-many-findings";
}

function withoutBody(operationId: string): JudgedRecord {
  const message = "the recording does not have the answer's body; record with content, and bodies of up to 8 MiB";
  return { ...ended("error"), findings: [{ rule: "could-not-run", where: operationId, message }] };
}

/** What no header can carry is made harmless, not left out: a header that came is not missing. */
function headersOf({ headers }: RecordedMessage): Headers {
  const made = new Headers();
  for (const { name, value } of headers) {
    const bytes = Buffer.from(value, "utf8").toString("latin1");
    if (/^[\w!#$%&'*+.^`|~-]+$/.test(name)) made.append(name, bytes.replaceAll(/[^\t -\u00ff]/g, " "));
  }
  return made;
}

/** The status that HTTP itself has for a request of that kind, where the spec has none. */
function isRefusedByHttp(api: Api, operationId: string, status: number, findings: readonly ContractFinding[]): boolean {
  if (api.contract.operations.get(operationId)?.responses.has(`${status}`)) return false;
  return findings.some(({ rule }) => OF_HTTP[rule] === status);
}

const OF_HTTP: Partial<Record<ContractFinding["rule"], number>> = {
  "malformed-path": 400,
  "malformed-json": 400,
  "undeclared-content-type": 415,
};

/** What was accepted though it breaks the spec comes on top of what is wrong with the answer. */
function withAccepted(
  api: Api,
  status: number,
  found: JudgedRecord,
  breaches: readonly ContractFinding[],
): JudgedRecord {
  const isInferred = (breach: ContractFinding) => isBreachInferred(api, breach);
  const findings = breaches.filter((breach) => !isInferred(breach)).map((breach) => accepted(status, breach));
  const inferred = breaches.filter(isInferred).map((breach) => accepted(status, breach));
  if (findings.length + inferred.length === 0) return found;
  // An answer that could not be judged stays so, unless the request alone proves a break.
  if (found.outcome === "error")
    return findings.length === 0 ? found : { ...found, outcome: "failed", findings, inferred };
  return {
    ...found,
    outcome: "failed",
    findings: [...found.findings, ...findings],
    inferred: [...found.inferred, ...inferred],
  };
}

function accepted(status: number, { where, message }: ContractFinding): Finding {
  const says = `${status} to a request that is broken: ${message}`;
  return { rule: "invalid-request-accepted", where, message: says };
}

function refusal(status: number, held: HeldRequest): string {
  if (held.findings.length > 0) return `${status}: refused as documented; ${broken(held)}`;
  return `${status}: refused as documented; whether rightly, the recording alone does not tell`;
}

function broken({ findings: [first] }: HeldRequest): string {
  return first === undefined ? "the request keeps the spec" : `the request breaks the spec: ${first.message}`;
}

function ended(outcome: Outcome, note = ""): JudgedRecord {
  return { outcome, findings: [], inferred: [], note };
}
