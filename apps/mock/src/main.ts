#!/usr/bin/env node
import * as module from "node:module";
import { parseArgs } from "node:util";

const DEFAULT_PORT = "4010";
const DEFAULT_HOST = "127.0.0.1";
const USAGE = `Usage: quayside-mock [--port ${DEFAULT_PORT}] [--host ${DEFAULT_HOST}]`;
const COULD_NOT_RUN = 2;
const NODE = [22, 3] as const;

try {
  refuseOldNode();
  // Prism is some 700 files; compiled once, they load a third faster. Node has this since 22.8.
  module.enableCompileCache?.();
  // Only now: an older Node cannot load what follows.
  const { startMock } = await import("./start-mock.js");
  const { port, host } = readArguments(process.argv.slice(2));
  const starting = startMock({ port, host, onFault: (fault) => console.error("Fault in the mock:", fault) });
  const stop = () => starting.then((mock) => mock.close()).catch(() => {});
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  const { origin } = await starting;
  console.log(`The mock of Octopi and Dataloy listens on ${origin} (Ctrl-C stops it)`);
} catch (error) {
  console.error(describe(error));
  process.exitCode = COULD_NOT_RUN;
}

function refuseOldNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return;
  throw new Error(`The mock needs Node ${NODE.join(".")} or newer; this is ${process.versions.node}.`);
}

/** @throws Error - for an unknown option, or a port that is none. */
function readArguments(argv: string[]): { port: number; host: string } {
  const { port, host } = parse(argv);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not "${port}". For example: --port 4011`);
  }
  return { port: Number(port), host };
}

function parse(argv: string[]) {
  const port = { type: "string", default: DEFAULT_PORT } as const;
  const host = { type: "string", default: DEFAULT_HOST } as const;
  try {
    // pnpm hands on a "--" that stands between script and options.
    return parseArgs({ args: argv[0] === "--" ? argv.slice(1) : argv, options: { port, host } }).values;
  } catch (error) {
    throw new Error(`${describe(error)}\n${USAGE}`);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
