import { open } from "node:fs/promises";
import { CannotRun } from "./cannot-run.js";
import { type ContractTestOptions, openTarget } from "./open-target.js";
import { writePlan } from "./plan.js";
import { type Environment, readArguments, USAGE } from "./read-arguments.js";
import { plainText } from "./reports/plain-text.js";
import { writeJunit } from "./reports/write-junit.js";
import { overall, writeSummary } from "./reports/write-summary.js";
import type { CaseResult } from "./result.js";
import { runContractTests } from "./run-contract-tests.js";

/** Where the command writes: data to `out`, talk to `err`. */
export type Streams = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** 0 the spec is kept, 1 it is broken, 2 it could not be told. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs the command.
 *
 * @param argv - Without the program's name.
 */
export async function runCommandLine(
  argv: readonly string[],
  environment: Environment,
  streams: Streams,
): Promise<ExitCode> {
  try {
    const asked = readArguments(argv, environment);
    if (!asked.help && !asked.plan) return await test(asked.options, asked.junit, streams);
    streams.out(asked.help ? USAGE : writePlan(openTarget(asked.options)));
    return 0;
  } catch (error) {
    streams.err(`${describe(error)}\n`);
    return 2;
  }
}

async function test(options: ContractTestOptions, junit: string | undefined, streams: Streams): Promise<ExitCode> {
  const { api, origin, mode } = openTarget(options);
  // Before anything is sent: a report that cannot be written would make the whole run useless.
  const file = junit === undefined ? undefined : await openReport(junit);
  try {
    const does = mode === "full" ? "records are created, changed and deleted there" : "nothing is written there";
    streams.err(`Testing ${api.title} at ${origin} in mode ${mode}: ${does}.\n`);
    const start = performance.now();
    const { results, stopped } = await collect(options, streams);
    const facts = { api: api.name, target: origin, durationMs: performance.now() - start, stopped };
    if (results.length > 0) streams.out(writeSummary(facts, results));
    if (stopped !== undefined) streams.err(`${stopped}\n`);
    await file?.writeFile(writeJunit(facts, results)).catch((error) => reject(junit, error));
    return EXIT_CODES[overall(results, stopped)];
  } finally {
    await file?.close();
  }
}

const EXIT_CODES = { kept: 0, broken: 1, "could not be told": 2 } as const;

async function openReport(path: string) {
  return await open(path, "w").catch((error) => reject(path, error));
}

function reject(path = "", error: unknown): never {
  const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
  throw new CannotRun(
    `The JUnit report cannot be written to ${plainText(path)}${code}. Choose a file in a folder that exists and has room.`,
  );
}

/** What came before the run had to stop is kept, and told. */
async function collect(options: ContractTestOptions, { err }: Streams) {
  const results: CaseResult[] = [];
  let last = "";
  try {
    for await (const result of runContractTests(options)) {
      results.push(result);
      if (result.operationId !== last) err(`${result.operationId} …\n`);
      last = result.operationId;
    }
  } catch (error) {
    return { results, stopped: describe(error) };
  }
  return { results, stopped: undefined };
}

/** A fault of our own shows its stack: it is to be reported. */
function describe(error: unknown): string {
  if (error instanceof CannotRun) return plainText(error.message);
  return `contract-test itself failed: ${error instanceof Error ? error.stack : String(error)}`;
}
