#!/usr/bin/env node
import { USAGE } from "./command/usage.js";

const NODE = 22;
const argv = process.argv.slice(2);

// Before the rest is loaded: an older Node cannot.
if (Number.parseInt(process.versions.node, 10) < NODE) {
  process.stderr.write(`contract-test needs Node ${NODE} or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
}
// The rest takes a second to load, and who asks for help waits for nothing.
else if (argv.includes("--help")) process.stdout.write(USAGE);
// Not `process.exit`: what was written to a pipe must arrive. What fails so badly that nothing can tell is 2 too.
else process.exitCode = await run().catch(fail);

async function run(): Promise<number> {
  const { runCommandLine } = await import("./command/run-command-line.js");
  // The first signal ends the run, which removes what it made; the second one ends the process.
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stop.abort());
  return await runCommandLine(argv, {
    environment: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
    columns: process.stderr.columns,
    signal: stop.signal,
  });
}

function fail(error: unknown): number {
  process.stderr.write(`contract-test itself failed: ${error instanceof Error ? error.stack : String(error)}\n`);
  return 2;
}
