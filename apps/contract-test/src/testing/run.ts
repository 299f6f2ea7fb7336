import { CannotRun } from "../cannot-run.js";
import type { CheckResult } from "../result.js";
import type { ContractTestOptions } from "../run/open-target.js";
import type { Run } from "../run/run.js";
import { runContractTests } from "../run/run-contract-tests.js";

/** What a run came to: its results, and why it stopped early if it did. */
export type Ended = {
  readonly results: readonly CheckResult[];
  readonly stopped: string | undefined;
  readonly run: Run | undefined;
  readonly left: readonly string[];
};

/** Runs to the end, or to where the run stops. */
export async function runAll(options: ContractTestOptions): Promise<Ended> {
  const results: CheckResult[] = [];
  let run: Run | undefined;
  let left: readonly string[] = [];
  const onStart = (begun: Run) => {
    run = begun;
  };
  const onLeft = (what: readonly string[]) => {
    left = what;
  };
  try {
    for await (const result of runContractTests(options, { onStart, onLeft })) results.push(result);
    return { results, stopped: undefined, run, left };
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    return { results, stopped: error.message, run, left };
  }
}

/** The findings of results, as `outcome rule where`, each once. */
export function findingsOf(results: readonly CheckResult[]): string[] {
  const all = results.flatMap(({ outcome, findings }) =>
    findings.map(({ rule, where }) => `${outcome} ${rule} ${where}`),
  );
  return [...new Set(all)];
}
