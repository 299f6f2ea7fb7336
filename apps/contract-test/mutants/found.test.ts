import { type RunningSandbox, startSandbox } from "@quayside/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runContractTests } from "../src/run/run-contract-tests.ts";
import { MUTANTS } from "./all.ts";
import { KINDS, type Mutant, operationsOf } from "./mutant.ts";
import { type Running, startMutant } from "./start-mutant.ts";

// All of them are measured by the bench; here one of each kind and API, so that no rule is lost unnoticed.
const CHOSEN = KINDS.flatMap((kind) =>
  ["octopi", "dataloy"].flatMap((api) => MUTANTS.filter((one) => one.kind === kind && one.api === api).slice(0, 1)),
);

const CREDENTIALS = {
  octopi: { token: "demo", otherToken: "demo2" },
  dataloy: { user: "demo:demo", otherUser: "demo2:demo2" },
} as const;

let sandbox: RunningSandbox;
let running: Running;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  running = await startMutant(sandbox.origin);
});
afterAll(async () => {
  await running.close();
  await sandbox.close();
});

test.each(CHOSEN)("$kind, $api: $name", async (mutant) => {
  running.put(mutant);
  expect(await firstFailure(mutant)).toBeDefined();
});

async function firstFailure(mutant: Mutant): Promise<string | undefined> {
  const { api } = mutant;
  const options = { api, target: running.origin, ...CREDENTIALS[api], operations: operationsOf(mutant), seed: 1 };
  for await (const { outcome, name } of runContractTests(options)) if (outcome === "failed") return name;
  return undefined;
}
