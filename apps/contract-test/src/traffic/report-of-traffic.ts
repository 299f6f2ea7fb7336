import type { Api } from "../api.js";
import { applyBaseline } from "../baseline/apply-baseline.js";
import type { Baseline } from "../baseline/baseline.js";
import { buildReport } from "../reports/build-report.js";
import { locate } from "../reports/locate.js";
import type { Report } from "../reports/report.js";
import type { CheckResult } from "../result.js";
import { openCoverage } from "../spec-coverage/open-coverage.js";
import { VERSION } from "../version.js";
import { bodyText } from "./body-text.js";
import { methodOf, type RecordedExchange } from "./recorded-exchange.js";

/** What is told of recorded traffic besides what was found in it. */
export type TrafficFacts = {
  readonly target: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly baseline: Baseline | undefined;
  /** How many exchanges passed and were not looked at, since there were too many. */
  readonly unkept?: number;
};

/** Makes the report of recorded traffic. What calls no operation of the API is counted in a note. */
export function reportOfTraffic(
  api: Api,
  recorded: readonly RecordedExchange[],
  results: readonly CheckResult[],
  { target, startedAt, durationMs, baseline, unkept = 0 }: TrafficFacts,
): Report {
  const today = startedAt.toISOString().slice(0, 10);
  const excused = baseline && applyBaseline(baseline, results, { api: api.name, today, complete: false });
  const ignored = recorded.length - results.length;
  const facts = {
    tool: { name: "@quayside/contract-test", version: VERSION } as const,
    api: api.name,
    title: api.title,
    mode: "recorded",
    seed: 0,
    startedAt: startedAt.toISOString(),
    requests: { sent: 0, writes: 0 },
    notes: [
      ...(ignored === 0
        ? []
        : [`${ignored} of ${recorded.length} exchanges call no operation of ${api.title}, and were not looked at.`]),
      ...(unkept === 0
        ? []
        : [`${unkept} exchanges came when enough were kept; they were passed on, and not looked at.`]),
    ],
    ...{ target, durationMs },
  };
  return buildReport(
    facts,
    excused?.results ?? results,
    coverageOf(api, recorded),
    excused?.report,
    (finding, status) => locate(api, finding, status),
  );
}

function coverageOf(api: Api, recorded: readonly RecordedExchange[]) {
  const coverage = openCoverage(api);
  for (const one of recorded) {
    const { request, answer } = one;
    const requestHeaders = Object.fromEntries(request.headers.map(({ name, value }) => [name.toLowerCase(), value]));
    coverage.saw({
      method: methodOf(one),
      url: request.url,
      requestHeaders,
      requestBody: bodyText(request),
      status: answer?.status,
      answerBody: answer === undefined ? undefined : bodyText(answer),
    });
  }
  return coverage.report();
}
