import { CannotRun, type ContractTestOptions, runContractTests } from "../dist/src/index.js";
import { type Mutant, operationsOf } from "../mutants/mutant.ts";

export const CREDENTIALS = {
  octopi: { token: "demo", otherToken: "demo2" },
  dataloy: { user: "demo:demo", otherUser: "demo2:demo2" },
} as const;

/** Drawn requests are the same from one measurement to the next. */
const SEED = 1;

/** Whether the suite fails on a server with a mutant put in. It is asked about the operations that it takes to see the mutant. */
export async function isFoundBySuite(origin: string, api: Mutant["api"], mutant: Mutant): Promise<boolean> {
  return (await firstFailure({ api, target: origin, operations: operationsOf(mutant) })) !== undefined;
}

/**
 * The first thing that the suite fails, as text; undefined when it fails nothing.
 *
 * @throws Error where the suite could not tell, for that would count as not found.
 */
export async function firstFailure(
  options: Pick<ContractTestOptions, "operations"> & { readonly api: Mutant["api"]; readonly target: string },
): Promise<string | undefined> {
  try {
    for await (const { outcome, operationId, name, findings } of runContractTests({
      ...CREDENTIALS[options.api],
      ...options,
      seed: SEED,
    })) {
      if (outcome === "failed") return `${operationId}, ${name}: ${findings[0]?.rule} ${findings[0]?.message}`;
    }
    return undefined;
  } catch (error) {
    // A server that refuses everybody is not judged, and not found either.
    if (error instanceof CannotRun) return undefined;
    throw error;
  }
}
