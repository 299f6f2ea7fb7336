#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { parseArgs } from "node:util";
import { startMock } from "./start-mock.js";

const DEFAULT_PORT = "4010";
const DEFAULT_HOST = "127.0.0.1";
const USAGE = `Usage: quayside-mock [--port ${DEFAULT_PORT}] [--host ${DEFAULT_HOST}]; or MOCK_PORT and MOCK_HOST in the environment`;
const COULD_NOT_RUN = 2;

// Prism is some 700 files; compiled once, they load a third faster.
enableCompileCache();
try {
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

/** @throws Error - for an unknown option, or a port that is none. */
function readArguments(argv: string[]): { port: number; host: string } {
  const { port, host } = parse(argv);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not "${port}". For example: --port 4011`);
  }
  return { port: Number(port), host };
}

function parse(argv: string[]) {
  const port = { type: "string", default: process.env.MOCK_PORT || DEFAULT_PORT } as const;
  const host = { type: "string", default: process.env.MOCK_HOST || DEFAULT_HOST } as const;
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
