#!/usr/bin/env node
import { parseArgs } from "node:util";
import { startMock } from "./start-mock.js";

const DEFAULT_PORT = "4010";
const USAGE = "Usage: quayside-mock [--port 4010] [--host 127.0.0.1]";
const COULD_NOT_RUN = 2;

try {
  const { port, host } = readArguments(process.argv.slice(2));
  const mock = await startMock({ port, host, onFault: (fault) => console.error("Fault in the mock:", fault) });
  console.log(`The mock of Octopi and Dataloy listens on ${mock.origin} (Ctrl-C stops it)`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => mock.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = COULD_NOT_RUN;
}

/** @throws Error - for an unknown option, or a port that is none. */
function readArguments(argv: string[]): { port: number; host: string } {
  // pnpm hands a "--" through that stands between script and options.
  const args = argv[0] === "--" ? argv.slice(1) : argv;
  const { values } = parse(args);
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not "${values.port}". For example: --port 4011`);
  }
  return { port, host: values.host };
}

function parse(args: string[]) {
  try {
    const options = {
      port: { type: "string", default: DEFAULT_PORT },
      host: { type: "string", default: "127.0.0.1" },
    } as const;
    return parseArgs({ args, options });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
