import { type RunningSandbox, startSandbox } from "@quayside/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MUTANTS } from "./all.ts";
import type { Mutant } from "./mutant.ts";
import { type Running, startMutant } from "./start-mutant.ts";
import { STORIES } from "./stories/all.ts";
import { type Answered, play } from "./stories/play.ts";
import { storiesAbout } from "./stories/stories-about.ts";
import type { Step, Story } from "./stories/story.ts";

let sandbox: RunningSandbox;
let running: Running;
const right = new Map<Story, Answered[]>();
let sessions = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  running = await startMutant(sandbox.origin);
  for (const story of STORIES) right.set(story, await playOnce(sandbox.origin, story));
});
afterAll(async () => {
  await running.close();
  await sandbox.close();
});

async function playOnce(origin: string, story: Story): Promise<Answered[]> {
  sessions += 1;
  return await play(origin, story, `mutants-${sessions}`);
}

test.each(STORIES)("without a mutant, $name are answered as by the server itself", async (story) => {
  running.put(undefined);
  expect(await playOnce(running.origin, story)).toEqual(right.get(story));
});

describe("a mutant changes what is answered:", () => {
  test.each(MUTANTS)("$api $operationId, $name", async (mutant) => {
    running.put(mutant);
    expect(await firstDifference(mutant)).not.toEqual("no difference");
    expect(running.hits()).toBeGreaterThan(0);
    expect(running.failures()).toEqual([]);
  });
});

/** The step that is answered otherwise, of the stories that call one of the mutant's operations. */
async function firstDifference(mutant: Mutant): Promise<Step | "no difference"> {
  for (const story of storiesAbout(mutant)) {
    const answers = await playOnce(running.origin, story);
    const index = answers.findIndex((answer, at) => JSON.stringify(answer) !== JSON.stringify(right.get(story)?.[at]));
    const step = story.steps[index];
    if (step !== undefined) return step;
  }
  return "no difference";
}
