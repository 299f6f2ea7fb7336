#!/usr/bin/env node
import { runCommandLine } from "./run-command-line.js";

// The first signal ends the run, which removes what it made; the second one ends the process.
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

// Not `process.exit`: what was written to a pipe must arrive.
process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  terminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
  columns: process.stderr.columns,
  signal: stop.signal,
});
