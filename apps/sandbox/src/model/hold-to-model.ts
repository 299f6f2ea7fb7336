import fc from "fast-check";
import { expect } from "vitest";
import { createSandbox } from "../create-sandbox.js";
import type { DatabaseKind } from "../testing/databases.js";
import { NOW } from "../testing/open-sandbox.js";
import type { ModelCall } from "./call.js";
import { play, type Stage } from "./play.js";

/** Time enough to find the smallest sequence that fails, in milliseconds. */
export const PATIENCE_MS = 600_000;

const LONGEST = 30;

/**
 * Has random sequences of calls answered by a sandbox as by the model, and every operation succeed in some of them. A failure prints
 * its seed, and `SANDBOX_TEST_SEED` repeats it.
 *
 * @param runs - How many sequences.
 */
export async function holdToModel(
  database: Pick<DatabaseKind, "make">,
  runs: number,
  call: fc.Arbitrary<ModelCall>,
): Promise<void> {
  await onStage(database, async (stage) => {
    const sequence = fc.array(call, { minLength: 1, maxLength: LONGEST, size: "max" });
    await assertRuns(
      runs,
      fc.asyncProperty(sequence, (calls) => play(stage, calls)),
    );
    expect(stage.succeeded).toEqual(stage.called);
  });
}

/** Opens a sandbox on a new database, whose real time stands still, for some work. */
export async function onStage(
  { make }: Pick<DatabaseKind, "make">,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const { url, remove } = await make();
  const faults: unknown[] = [];
  const fetch = async () => new Response(null, { status: 204 });
  const sandbox = await createSandbox({
    database: url,
    clock: () => NOW,
    fetch,
    onFault: (fault) => faults.push(fault),
  });
  try {
    await work({ sandbox, faults, called: new Set(), succeeded: new Set() });
  } finally {
    await sandbox.close();
    await remove();
  }
}

/** Checks a property in so many runs, from the seed of the environment if there is one. */
export async function assertRuns<Values>(runs: number, property: fc.IAsyncProperty<Values>): Promise<void> {
  const { SANDBOX_TEST_SEED: seed = "" } = process.env;
  await fc.assert(property, { numRuns: runs, ...(seed === "" ? {} : { seed: Number(seed) }) });
}
