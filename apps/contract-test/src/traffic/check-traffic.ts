import type { Api } from "../api.js";
import type { Finding } from "../finding.js";
import { mask } from "../mask.js";
import type { CheckResult, Outcome } from "../result.js";
import { type HeldRequest, holdRequest } from "./broken-request.js";
import { exchangeOf } from "./exchange-of.js";
import { type Called, findCalled } from "./find-called.js";
import { type JudgedRecord, judgeRecorded } from "./judge-recorded.js";
import { openMask, secretsIn } from "./mask-recorded.js";
import { methodOf, type RecordedExchange } from "./recorded-exchange.js";

/** How recorded traffic is held against the spec. */
export type TrafficOptions = {
  /** What a difference on something is that the spec only infers. */
  readonly inferred: "fail" | "warn";
  /** Texts that must be in no result, besides what the recording's own credential headers carry. */
  readonly secrets: readonly string[];
};

/**
 * Holds recorded traffic against the spec: one result for every exchange that calls an operation of the API, in the recording's order.
 * What calls none (files, other APIs) has no result, so as many are ignored as are missing.
 */
export function checkTraffic(api: Api, recorded: Iterable<RecordedExchange>, options: TrafficOptions): CheckResult[] {
  const results: CheckResult[] = [];
  for (const one of recorded) {
    const result = checkRecorded(api, one, options);
    if (result !== undefined) results.push(result);
  }
  return results;
}

/**
 * Holds one recorded exchange against the spec. A valid request must be answered as documented, be it with a 4xx: what was wrong
 * there only its sender knows. A broken one must be refused. Who sent it is not judged, for recordings leave credentials out.
 *
 * @returns Undefined when it calls no operation of the API.
 */
export function checkRecorded(
  api: Api,
  recorded: RecordedExchange,
  { inferred, secrets }: TrafficOptions,
): CheckResult | undefined {
  const called = findCalled(api, recorded.request);
  if (called === undefined) return undefined;
  const held: HeldRequest = called.isMethodKnown
    ? holdRequest(called.match, recorded.request)
    : { findings: [], values: undefined };
  const judged = judgeRecorded(api, recorded, called, held);
  const findings = inferred === "fail" ? [...judged.findings, ...judged.inferred] : judged.findings;
  const warnings = inferred === "fail" ? [] : judged.inferred;
  const all = [...secrets, ...secretsIn(recorded)];
  return {
    ...headOf(recorded, called, outcomeOf(judged, findings)),
    findings: findings.map((one) => clean(one, all)),
    warnings: warnings.map((one) => clean(one, all)),
    note: mask(judged.note, all),
    exchanges: [exchangeOf(recorded, { ...aboutOf(called, held), mask: openMask(all) })],
  };
}

/** A failure on what is only inferred is none where the run tells the two apart. */
function outcomeOf({ outcome }: JudgedRecord, findings: readonly Finding[]): Outcome {
  return outcome === "failed" && findings.length === 0 ? "passed" : outcome;
}

function headOf(recorded: RecordedExchange, { match }: Called, outcome: Outcome) {
  const { number, answer, durationMs } = recorded;
  const name = `#${number} ${methodOf(recorded)} ${answer?.status ?? "without an answer"}`;
  const { operationId } = match.operation;
  return {
    kind: "request",
    operationId,
    name,
    outcome,
    known: [],
    asked: undefined,
    status: answer?.status,
    durationMs,
  } as const;
}

function aboutOf({ match, isMethodKnown }: Called, { values }: HeldRequest) {
  return { operationId: isMethodKnown ? match.operation.operationId : undefined, values };
}

function clean(finding: Finding, secrets: readonly string[]): Finding {
  return { ...finding, where: mask(finding.where, secrets), message: mask(finding.message, secrets) };
}
