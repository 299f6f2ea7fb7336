#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";

const COULD_NOT_RUN = 2;

// The data is SQLite's, and what JavaScript holds for a request is gone after it: without these the heap grows to three times its use.
setFlagsFromString("--heap-growing-percent=30");
setFlagsFromString("--semi-space-growth-factor=1");
// Compiled once, the modules load in a third of the time.
enableCompileCache();
const { readArguments, USAGE } = await import("./read-arguments.js");

try {
  const asked = readArguments(process.argv.slice(2), process.env);
  if (asked.help) console.log(USAGE);
  else await run(asked.options);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = COULD_NOT_RUN;
}

async function run(options: import("./start-sandbox.js").StartOptions & { host: string; database: string }) {
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
