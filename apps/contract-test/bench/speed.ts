import { type ContractTestOptions, runContractTests } from "../dist/src/index.js";
import type { Measured } from "./mutants.ts";
import { startSandboxProcess } from "./sandbox-process.ts";
import { CREDENTIALS } from "./suite.ts";
import { writeTable } from "./table.ts";

/** What the whole suite may take on the sandbox, both APIs together, and how fast it has to be at least. */
const MOST_SECONDS = 60;
const LEAST_RATE = 300;

type Lap = { readonly name: string; readonly checks: number; readonly requests: number; readonly seconds: number };

/** Measures the whole suite at default depth on a sandbox in another process. */
export async function measureSpeed(): Promise<Measured> {
  const sandbox = await startSandboxProcess();
  try {
    const laps = [await run("octopi", sandbox.origin), await run("dataloy", sandbox.origin)];
    const all = laps.reduce((sum, lap) => ({
      name: "both",
      checks: sum.checks + lap.checks,
      requests: sum.requests + lap.requests,
      seconds: sum.seconds + lap.seconds,
    }));
    const rows = [...laps, all].map(({ name, checks, requests, seconds }) => [
      name,
      `${checks}`,
      `${requests}`,
      seconds.toFixed(1),
      (requests / seconds).toFixed(0),
    ]);
    const isKept = all.seconds <= MOST_SECONDS && all.requests / all.seconds >= LEAST_RATE;
    const goal = `goal: at most ${MOST_SECONDS} s, at least ${LEAST_RATE} requests a second: ${isKept ? "kept" : "NOT kept"}`;
    return {
      isKept,
      text: `${writeTable([["speed", "checks", "requests", "seconds", "requests/s"], ...rows])}\n${goal}`,
    };
  } finally {
    await sandbox.stop();
  }
}

async function run(api: "octopi" | "dataloy", target: string): Promise<Lap> {
  let requests = 0;
  const counting: typeof fetch = (input, init) => {
    requests += 1;
    return fetch(input, init);
  };
  const options: ContractTestOptions = { api, target, ...CREDENTIALS[api], fetch: counting, seed: 1 };
  const start = performance.now();
  let checks = 0;
  for await (const { outcome, operationId, name } of runContractTests(options)) {
    checks += 1;
    if (outcome !== "passed") throw new Error(`${operationId}, ${name} is ${outcome} on the clean sandbox.`);
  }
  return { name: api, checks, requests, seconds: (performance.now() - start) / 1000 };
}
