import { beforeAll, describe, expect, test } from "vitest";
import { openApi } from "./api.js";
import type { Case } from "./cases/case.js";
import type { Finding } from "./finding.js";
import { isAllowed } from "./mode.js";
import { type ContractTestOptions, DEFAULT_TIMEOUT_MS, openTarget, type Target } from "./open-target.js";
import { runCase } from "./run-case.js";
import { casesOf } from "./run-contract-tests.js";

/** What to test, and how. */
export type VitestOptions = Omit<ContractTestOptions, "target" | "signal" | "concurrency"> & {
  /** An origin, or a function that gives it once the suite's own `beforeAll` has started the target. */
  readonly target: string | (() => string | Promise<string>);
};

/**
 * Registers one Vitest test per operation and case. A case that the target does not let us reach, or the mode not send, is skipped with a note;
 * a difference on what the spec only infers is an annotation of its test, unless `inferred` is `fail`.
 *
 * @throws CannotRun when there is no such API or operation. Other options that cannot work fail the suite with a sentence.
 */
export function contractTests({ target, ...options }: VitestOptions): void {
  const api = openApi(options.api);
  const { documented, further } = casesOf(api, options.operations);
  const cases = [...documented, ...further];
  const reached = new Set<Case>();
  const { timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  describe(`${api.title} keeps its contract`, () => {
    let opened: Target;
    beforeAll(async () => {
      opened = openTarget({ ...options, target: typeof target === "function" ? await target() : target });
    });
    for (const operationId of new Set(cases.map((one) => one.operationId))) {
      const own = cases.filter((one) => one.operationId === operationId);
      describe(operationId, () => {
        for (const one of own) register(one, timeoutMs, () => opened, reached);
      });
    }
    test("at least one case is reached", () => expect(reached.size).toBeGreaterThan(0));
  });
}

/** How much longer than its request a test may take, so that a slow target is told as such and not as a slow test. */
const TEST_MARGIN_MS = 5000;

function register(one: Case, timeoutMs: number, opened: () => Target, reached: Set<Case>): void {
  test(one.name, { timeout: timeoutMs + TEST_MARGIN_MS }, async ({ skip, annotate }) => {
    const target = opened();
    if (!isAllowed(target.mode, target.api, one)) skip(`It writes, and mode ${target.mode} only reads.`);
    const { outcome, findings, warnings, note } = await runCase(target, one);
    for (const warning of warnings) await annotate(lineOf(warning), "warning");
    if (outcome === "not-reached") skip(note);
    reached.add(one);
    // The lines are the message: reporters that show no difference of values show them all the same.
    expect(findings, findings.map(lineOf).join("\n")).toEqual([]);
  });
}

function lineOf({ rule, where, message }: Finding): string {
  return `${rule}  ${where}: ${message}`;
}
