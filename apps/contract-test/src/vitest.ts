import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApi } from "./api.js";
import type { Finding } from "./finding.js";
import type { Check } from "./run/check.js";
import { checksOf } from "./run/checks-of.js";
import { isAllowed } from "./run/mode.js";
import { closeRun, openRun } from "./run/open-run.js";
import { type ContractTestOptions, DEFAULT_TIMEOUT_MS, openTarget } from "./run/open-target.js";
import { rehearse } from "./run/rehearse.js";
import type { Run } from "./run/run.js";
import { runCheck } from "./run/run-check.js";

/** What to test, and how. */
export type VitestOptions = Omit<ContractTestOptions, "target" | "signal" | "concurrency"> & {
  /** An origin, or a function that gives it once the suite's own `beforeAll` has started the target. */
  readonly target: string | (() => string | Promise<string>);
};

/**
 * Registers one Vitest test per operation and check. A check that the target does not let us reach, or the mode not send, is skipped with a note;
 * a difference on what the spec only infers is an annotation of its test, unless `inferred` is `fail`.
 *
 * @throws CannotRun when there is no such API or operation. Other options that cannot work fail the suite with a sentence.
 */
export function contractTests({ target, ...options }: VitestOptions): void {
  const api = openApi(options.api);
  const checks = registered(options);
  const reached = new Set<Check>();
  describe(`${api.title} keeps its contract`, () => {
    let run: Run;
    let own: ReadonlyMap<string, Check>;
    beforeAll(async () => {
      const opened = openTarget({ ...options, target: typeof target === "function" ? await target() : target });
      run = await openRun(opened, async () => {});
      if (opened.mode === "disposable") await rehearse(run, options.operations);
      own = byName(checksOf(opened, run.nature, options.operations));
    });
    afterAll(async () => {
      if (run !== undefined) expect(await closeRun(run), "what could not be removed").toEqual([]);
    });
    for (const operationId of new Set(checks.map((one) => one.operationId))) {
      const some = checks.filter((one) => one.operationId === operationId);
      describe(operationId, () => {
        for (const one of some)
          register(
            one,
            options,
            () => run,
            () => own.get(keyOf(one)),
            reached,
          );
      });
    }
    test("at least one check is reached", () => expect(reached.size).toBeGreaterThan(0));
  });
}

/** Tests are named before the target runs: all that could be checked, of which some kinds of target leave out some. */
function registered(options: Omit<VitestOptions, "target">): Check[] {
  const nowhere = openTarget({ ...options, mode: "full", allowHosts: undefined, target: "http://127.0.0.1" });
  const kinds = [
    { isMock: false, hasSessions: true },
    { isMock: true, hasSessions: false },
  ];
  const all = kinds.flatMap((nature) => [...byName(checksOf(nowhere, nature, options.operations))]);
  return [...new Map(all).values()];
}

function byName({ documented, further }: ReturnType<typeof checksOf>): Map<string, Check> {
  return new Map([...documented, ...further].map((one) => [keyOf(one), one]));
}

function keyOf({ operationId, name }: Check): string {
  return `${operationId} ${name}`;
}

/** How much longer than its request a test may take, so that a slow target is told as such and not as a slow test. */
const TEST_MARGIN_MS = 60_000;

function register(
  { name }: Check,
  { timeoutMs = DEFAULT_TIMEOUT_MS }: Pick<ContractTestOptions, "timeoutMs">,
  running: () => Run,
  find: () => Check | undefined,
  reached: Set<Check>,
): void {
  test(name, { timeout: timeoutMs + TEST_MARGIN_MS }, async ({ skip, annotate }) => {
    const [run, check] = [running(), find()];
    if (check === undefined)
      return skip("Targets of this kind are not asked: mocks keep no state, and others answer as they are.");
    if (!isAllowed(run.target.mode, check.reach)) skip(`It writes, and mode ${run.target.mode} does not.`);
    const { outcome, findings, warnings, note } = await runCheck(run, check);
    for (const warning of warnings) await annotate(lineOf(warning), "warning");
    if (outcome === "not-reached") skip(note);
    reached.add(check);
    // The lines are the message: reporters that show no difference of values show them all the same.
    expect(findings, findings.map(lineOf).join("\n")).toEqual([]);
  });
}

function lineOf({ rule, where, message }: Finding): string {
  return `${rule}  ${where}: ${message}`;
}
