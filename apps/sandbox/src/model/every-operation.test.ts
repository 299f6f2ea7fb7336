import { createRequire } from "node:module";
import { openContract } from "@quayside/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { baseCalls } from "./garbage/base-calls.js";

const require = createRequire(import.meta.url);
const SAMPLES = { numRuns: 5000, seed: 1 };

const called = new Set(fc.sample(baseCalls, SAMPLES).map(({ api, operation }) => `${api} ${operation}`));

test.each(["octopi", "dataloy"])("every operation of %s is among the random calls", (api) => {
  const { operations } = openContract(require(`@quayside/spec/${api}.json`), { lazily: true });
  const say = (id: string) => `${id} is never called: add it to the *-calls.ts in apps/sandbox/src/model/${api}/.`;
  expect(Array.from(operations.keys()).flatMap((id) => (called.has(`${api} ${id}`) ? [] : say(id)))).toEqual([]);
});
