import fc from "fast-check";
import { expect } from "vitest";
import { createSandbox } from "../create-sandbox.js";
import type { DatabaseKind } from "../testing/databases.js";
import { NOW } from "../testing/open-sandbox.js";
import type { ModelCall } from "./call.js";
import { play, type Stage } from "./play.js";
import { operationOf } from "./send.js";

/** Time enough to find the smallest sequence that fails, in milliseconds. */
export const PATIENCE_MS = 600_000;

/** Sequences have so many calls at most, beside the questions that are asked again. */
const LONGEST = 30;

/** In so many sequences every operation succeeds at least once. */
const ENOUGH = 100;

/**
 * Has random sequences of calls answered by a sandbox as by the model, and every operation succeed in some of them. A failure prints
 * its seed, and `SANDBOX_TEST_SEED` repeats it.
 *
 * @param runs - How many sequences.
 * @param lastLooks - Calls after each sequence that show what it came to.
 */
export async function holdToModel(
  database: Pick<DatabaseKind, "make">,
  runs: number,
  call: fc.Arbitrary<ModelCall>,
  lastLooks: readonly ModelCall[],
): Promise<void> {
  await onStage(database, async (stage) => {
    const sequence = fc.array(call, { minLength: 1, maxLength: LONGEST, size: "max" }).map(askAgain);
    await assertRuns(
      runs,
      fc.asyncProperty(sequence, (calls) => play(stage, [...calls, ...lastLooks])),
    );
    if (runs >= ENOUGH) expect(stage.succeeded).toEqual(stage.called);
  });
}

/** After each call that changes something, the last question before it is asked again: an answer must not outlive what it tells. */
function askAgain(calls: readonly ModelCall[]): ModelCall[] {
  let question: ModelCall | undefined;
  return calls.flatMap((call) => {
    const isQuestion = operationOf(call).method === "GET";
    if (isQuestion) question = call;
    return isQuestion || question === undefined ? [call] : [call, question];
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
