import { applyBaseline } from "../baseline/apply-baseline.js";
import type { Baseline } from "../baseline/baseline.js";
import { buildReport } from "../reports/build-report.js";
import { locate } from "../reports/locate.js";
import type { Report } from "../reports/report.js";
import type { CheckResult } from "../result.js";
import { VERSION } from "../version.js";
import type { Run } from "./run.js";

/** How a run went, besides its results. */
export type RunEnd = {
  readonly startedAt: Date;
  readonly durationMs: number;
  /** Why it ended early. */
  readonly stopped?: string | undefined;
  /** What could not be removed. */
  readonly left: readonly string[];
  readonly baseline?: Baseline | undefined;
  /** Ids of the operations that were tested; all by default. */
  readonly operations?: readonly string[] | undefined;
};

/** Makes the report of a run. */
export function reportOf(
  { target, nature, wire, coverage }: Run,
  results: readonly CheckResult[],
  end: RunEnd,
): Report {
  const { api } = target;
  const excused =
    end.baseline &&
    applyBaseline(end.baseline, results, {
      api: api.name,
      today: end.startedAt.toISOString().slice(0, 10),
      complete: end.stopped === undefined && end.operations === undefined && target.mode !== "read-only",
    });
  const facts = {
    tool: { name: "@quayside/contract-test", version: VERSION } as const,
    api: api.name,
    title: api.title,
    target: target.origin,
    mode: target.mode,
    seed: target.seed,
    startedAt: end.startedAt.toISOString(),
    durationMs: end.durationMs,
    requests: wire.count(),
    stopped: end.stopped,
    notes: [...notesOn(nature.isMock), ...end.left.map((one) => `Could not be removed, see to it by hand: ${one}.`)],
    credentials: target.credentials.kind,
  };
  return buildReport(
    facts,
    excused?.results ?? results,
    coverage.report(end.operations),
    excused?.report,
    (finding, status) => locate(api, finding, status),
  );
}

function notesOn(isMock: boolean): string[] {
  if (!isMock) return [];
  return [
    "The target answers as it is asked to: a mock. What needs state or knows tokens was not checked: journeys, meaning, unknown tokens.",
  ];
}
