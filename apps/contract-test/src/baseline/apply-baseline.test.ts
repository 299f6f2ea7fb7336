import { expect, test } from "vitest";
import type { Finding } from "../finding.js";
import { findingId } from "../reports/finding-id.js";
import { checkResult } from "../testing/check-result.js";
import { applyBaseline, type RunToExcuse } from "./apply-baseline.js";
import type { BaselineEntry } from "./baseline.js";

const RUN: RunToExcuse = { api: "octopi", today: "2026-03-01", complete: true };
const status: Finding = { rule: "wrong-type", where: "listServiceOrders /service_orders/3/status", message: "7" };
const elsewhere: Finding = { ...status, where: "listServiceOrders /service_orders/9/status", message: "8" };
const count: Finding = { ...status, where: "listServiceOrders /total_count" };

function entryFor(finding: Finding, changes: Partial<BaselineEntry> = {}): BaselineEntry {
  return { id: findingId("octopi", finding), owner: "us", expires: "2026-03-01", ...changes };
}

function apply(entries: readonly BaselineEntry[], results: Parameters<typeof checkResult>[0][], run = RUN) {
  return applyBaseline({ entries }, results.map(checkResult), run);
}

test("a check that failed with nothing but known findings is known, on the last day too", () => {
  const entry = entryFor(status);
  const { results, report } = apply([entry], [{ outcome: "failed", findings: [status, elsewhere] }]);
  expect(results).toMatchObject([{ outcome: "known", findings: [], known: [status, elsewhere] }]);
  expect(report).toEqual({ known: [entry], expired: [], fixed: [], untold: [] });
});

test("one finding that is not known keeps it failed", () => {
  const { results } = apply([entryFor(status)], [{ outcome: "failed", findings: [count, status] }]);
  expect(results).toMatchObject([{ outcome: "failed", findings: [count], known: [status] }]);
});

test("an entry that is over excuses nothing", () => {
  const entry = entryFor(status, { expires: "2026-02-28" });
  const { results, report } = apply([entry], [{ outcome: "failed", findings: [status] }]);
  expect(results).toMatchObject([{ outcome: "failed", findings: [status], known: [] }]);
  expect(report).toEqual({ known: [], expired: [entry], fixed: [], untold: [] });
});

test("a warning is known as well, and its check passed all the same", () => {
  const { results, report } = apply([entryFor(status)], [{ warnings: [status, count] }]);
  expect(results).toMatchObject([{ outcome: "passed", warnings: [count], known: [status] }]);
  expect(report.known).toHaveLength(1);
});

test("what could not be judged is never excused, and does not tell what is fixed", () => {
  const timeout: Finding = { ...status, rule: "timeout" };
  const result = { outcome: "error", findings: [timeout] } as const;
  const { results, report } = apply([entryFor(timeout), entryFor(count)], [result]);
  expect(results).toMatchObject([result]);
  expect(report).toEqual({ known: [], expired: [], fixed: [], untold: [entryFor(timeout), entryFor(count)] });
});

test("what a complete run did not meet is fixed; of a part of a run nothing is told", () => {
  const over = entryFor(count, { expires: "2020-01-01" });
  expect(apply([entryFor(status), over], [{}]).report.fixed).toEqual([entryFor(status), over]);
  const { fixed, untold } = apply([entryFor(status)], [{}], { ...RUN, complete: false }).report;
  expect({ fixed, untold }).toEqual({ fixed: [], untold: [entryFor(status)] });
});

test("an entry of the other API is untold, whatever was met", () => {
  const other = entryFor(status, { id: findingId("dataloy", status) });
  const { results, report } = apply([other], [{ outcome: "failed", findings: [status] }]);
  expect(results).toMatchObject([{ outcome: "failed", findings: [status] }]);
  expect(report.untold).toEqual([other]);
});
