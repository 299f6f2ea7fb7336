import { runContractTests } from "../dist/src/index.js";
import type { Measured } from "./mutants.ts";
import { startSandboxProcess } from "./sandbox-process.ts";
import { CREDENTIALS } from "./suite.ts";

const SEEDS = 20;

/** Runs the whole suite on the clean sandbox with several seeds: whatever it finds is a false alarm. */
export async function measureSeeds(): Promise<Measured> {
  const sandbox = await startSandboxProcess();
  const alarms: string[] = [];
  try {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      for (const api of ["octopi", "dataloy"] as const) {
        const options = { api, target: sandbox.origin, ...CREDENTIALS[api], seed };
        for await (const { outcome, operationId, name, findings } of runContractTests(options)) {
          if (outcome === "failed" || outcome === "error")
            alarms.push(`seed ${seed}: ${api} ${operationId}, ${name}: ${findings[0]?.message}`);
        }
      }
    }
  } finally {
    await sandbox.stop();
  }
  const isKept = alarms.length === 0;
  return {
    isKept,
    text: [`findings on the clean sandbox over ${SEEDS} seeds: ${alarms.length} (goal: none)`, ...alarms].join("\n"),
  };
}
