import type { Finding } from "../finding.js";
import type { CheckResult } from "../result.js";
import type { Exchange } from "../wire/exchange.js";
import { gravityOf } from "./explain-rule.js";
import { findingId, operationOf } from "./finding-id.js";
import type { ReportedFinding } from "./report.js";

/** A difference, however many checks met it. */
export type FindingGroup = {
  readonly id: string;
  readonly kind: ReportedFinding["kind"];
  /** As the smallest request met it. */
  readonly finding: Finding;
  /** Of the check whose request is the smallest. */
  readonly result: CheckResult;
  /** The smallest request that met it; undefined when nothing was sent. */
  readonly exchange: Exchange | undefined;
  /** Names of the checks that met it. */
  readonly checks: ReadonlySet<string>;
};

type Meeting = Omit<FindingGroup, "checks"> & { readonly size: number };

/** Puts together what is the same difference; the gravest first, and then what was met first. */
export function groupFindings(api: string, results: readonly CheckResult[]): FindingGroup[] {
  const groups = new Map<string, { best: Meeting; checks: Set<string> }>();
  for (const meeting of results.flatMap((result) => meetingsOf(api, result))) {
    const { id, result } = meeting;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { best: meeting, checks: new Set([result.name]) });
    else {
      group.checks.add(result.name);
      if (isBetter(meeting, group.best)) group.best = meeting;
    }
  }
  return [...groups.values()]
    .map(({ best: { size: _, ...best }, checks }) => ({ ...best, checks }))
    .toSorted(
      (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || gravityOf(a.finding.rule) - gravityOf(b.finding.rule),
    );
}

/** As they are told. */
const ORDER: readonly FindingGroup["kind"][] = ["failed", "error", "warning", "known"];

/** What a difference is that was met as several kinds: a known one does not turn into a mere warning. */
const PRECEDENCE: readonly FindingGroup["kind"][] = ["failed", "error", "known", "warning"];

function meetingsOf(api: string, result: CheckResult): Meeting[] {
  const of = (kind: FindingGroup["kind"], findings: readonly Finding[]) =>
    findings.map((finding) => {
      const exchange = exchangeOf(finding, result);
      return { id: findingId(api, finding), kind, finding, result, exchange, size: sizeOf(exchange) };
    });
  const { findings, known, warnings, outcome } = result;
  return [...of(outcome === "error" ? "error" : "failed", findings), ...of("known", known), ...of("warning", warnings)];
}

/** The last one of the finding's operation, for what came after it may only have put things back; else the last one of all. */
function exchangeOf({ where }: Finding, { exchanges }: CheckResult): Exchange | undefined {
  const operationId = operationOf(where);
  return exchanges.findLast((one) => one.operationId === operationId) ?? exchanges.at(-1);
}

function sizeOf(exchange: Exchange | undefined): number {
  if (exchange === undefined) return Number.POSITIVE_INFINITY;
  const { request, answer } = exchange;
  const headers = Object.entries(request.headers).flat().join("").length;
  // A shorter answer only decides between requests of one size.
  return request.url.length + headers + (request.body?.length ?? 0) + (answer?.body.length ?? 0) / 1e9;
}

function isBetter(one: Meeting, other: Meeting): boolean {
  const order = PRECEDENCE.indexOf(one.kind) - PRECEDENCE.indexOf(other.kind);
  return order < 0 || (order === 0 && one.size < other.size);
}
