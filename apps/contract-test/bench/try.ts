import { startSandbox } from "@quayside/sandbox";
import { MUTANTS } from "../mutants/all.ts";
import { startMutant } from "../mutants/start-mutant.ts";
import { firstFailure } from "./suite.ts";
import { operationsOf } from "../mutants/mutant.ts";
const sandbox = await startSandbox({ port: 0 });
const running = await startMutant(sandbox.origin);
let n = 0;
const api = process.argv[2];
for (const mutant of MUTANTS.filter((one) => one.api === api)) {
  running.put(mutant); n++;
  const failure = await firstFailure({ api: mutant.api, target: running.origin, operations: operationsOf(mutant) });
  if (failure === undefined) console.log("NO ", mutant.kind, mutant.operationId, mutant.name);
}
console.log(n);
await running.close();
await sandbox.close();
