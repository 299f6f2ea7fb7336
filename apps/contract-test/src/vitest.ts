import { beforeAll, describe, expect, test } from "vitest";
import { openApi } from "./api.js";
import type { Case } from "./cases/case.js";
import { casesOf } from "./contract-tests.js";
import type { CaseResult } from "./result.js";
import { runCase } from "./run-case.js";
import { type ContractTestOptions, openTarget, type Target } from "./target.js";

/** Options whose target may only be known once the suite's own hooks have started it. */
export type VitestOptions = Omit<ContractTestOptions, "target" | "signal" | "concurrency"> & {
  readonly target: string | (() => string | Promise<string>);
};

/**
 * Registers one Vitest test per operation and case. A case that the target does not let us reach is skipped with a note;
 * a difference that only warrants a warning is an annotation of its test.
 *
 * @throws CannotRun when there is no such API.
 */
export function contractTests({ target, ...options }: VitestOptions): void {
  const api = openApi(options.api);
  const { documented, further } = casesOf(api);
  const cases = [...documented, ...further];
  describe(`${api.title} keeps its contract`, () => {
    let opened: Target;
    let answered = 0;
    beforeAll(async () => {
      opened = openTarget({ ...options, target: typeof target === "function" ? await target() : target });
    });
    for (const { operationId } of api.operations) {
      const own = cases.filter((one) => one.operationId === operationId);
      describe(operationId, () =>
        register(
          own,
          (one) => runCase(opened, one),
          () => answered++,
        ),
      );
    }
    test("at least one case is reached", () => expect(answered).toBeGreaterThan(0));
  });
}

function register(cases: readonly Case[], run: (one: Case) => Promise<CaseResult>, passed: () => void): void {
  for (const one of cases) {
    test(one.name, async ({ skip, annotate }) => {
      const result = await run(one);
      for (const { rule, where, message } of result.warnings)
        await annotate(`${rule}  ${where}: ${message}`, "warning");
      if (result.outcome === "not-reached") skip(result.note);
      if (result.outcome === "passed") passed();
      else
        throw new Error(result.findings.map(({ rule, where, message }) => `${rule}  ${where}: ${message}`).join("\n"));
    });
  }
}
