#!/usr/bin/env node
import { runCommandLine } from "./run-command-line.js";

// Not `process.exit`: what was written to a pipe must arrive.
process.exitCode = await runCommandLine(process.argv.slice(2), process.env, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
