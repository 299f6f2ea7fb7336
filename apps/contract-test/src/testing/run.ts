import { CannotRun } from "../cannot-run.js";
import type { ContractTestOptions } from "../open-target.js";
import type { CaseResult } from "../result.js";
import { runContractTests } from "../run-contract-tests.js";

/** What a run came to: its results, and why it stopped early if it did. */
export type Ended = { readonly results: readonly CaseResult[]; readonly stopped: string | undefined };

/** Runs to the end, or to where the run stops. */
export async function runAll(options: ContractTestOptions): Promise<Ended> {
  const results: CaseResult[] = [];
  try {
    for await (const result of runContractTests(options)) results.push(result);
    return { results, stopped: undefined };
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    return { results, stopped: error.message };
  }
}

/** The findings of results, as `outcome rule where`, each once. */
export function findingsOf(results: readonly CaseResult[]): string[] {
  const all = results.flatMap(({ outcome, findings }) =>
    findings.map(({ rule, where }) => `${outcome} ${rule} ${where}`),
  );
  return [...new Set(all)];
}
