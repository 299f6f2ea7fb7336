#!/usr/bin/env node
import * as module from "node:module";
import { setFlagsFromString } from "node:v8";
import type { StartOptions } from "./start-sandbox.js";

const COULD_NOT_RUN = 2;
const NODE = 24;

// What JavaScript holds for a request is garbage after it; without this the heap grows to three times its use.
setFlagsFromString("--heap-growing-percent=30");

try {
  refuseOldNode();
  // Compiled once, the modules load quicker.
  module.enableCompileCache();
  // Only now: an older Node cannot load what follows.
  const { readArguments, USAGE } = await import("./read-arguments.js");
  const asked = readArguments(process.argv.slice(2), process.env);
  if (asked.help) console.log(USAGE);
  else await run(asked.options);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = COULD_NOT_RUN;
}

function refuseOldNode(): void {
  if (Number.parseInt(process.versions.node, 10) >= NODE) return;
  throw new Error(`The sandbox needs Node ${NODE} or newer, for its SQLite; this is ${process.versions.node}.`);
}

async function run(options: StartOptions & { host: string; database: string }): Promise<void> {
  const { startSandbox } = await import("./start-sandbox.js");
  const { describeStart } = await import("./describe-start.js");
  const starting = startSandbox({ ...options, onFault: (fault) => console.error("Fault in the sandbox:", fault) });
  const stop = () => starting.then((running) => running.close()).catch(() => {});
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  // Whoever read our words may be gone before us.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const { origin, controlKey } = await starting;
  console.log(describeStart(origin, options.database, controlKey));
}
