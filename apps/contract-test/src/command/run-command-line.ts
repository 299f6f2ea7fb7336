import type { Baseline } from "../baseline/baseline.js";
import { readBaseline } from "../baseline/read-baseline.js";
import { CannotRun } from "../cannot-run.js";
import { plainText } from "../reports/plain-text.js";
import { openTarget } from "../run/open-target.js";
import { writePlan } from "../run/plan.js";
import { type Arguments, type Environment, type Outputs, readArguments } from "./read-arguments.js";
import { readFixtures } from "./read-fixtures.js";
import { runHar } from "./run-har.js";
import { runProxy } from "./run-proxy.js";
import { runTest } from "./run-test.js";
import { USAGE } from "./usage.js";

/** What the command has of the world. */
export type World = {
  readonly environment: Environment;
  /** Data goes to `out`, talk to `err`. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person reads what is printed to `out`, and to `err`. */
  readonly terminal: { readonly out: boolean; readonly err: boolean };
  /** The width of a line of the terminal; undefined when it is none. */
  readonly columns?: number | undefined;
  /** Aborts when the command is to end early; what it made is removed all the same. */
  readonly signal: AbortSignal;
};

/** 0 the spec is kept, 1 it is broken, 2 it could not be told. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs the command.
 *
 * @param argv - Without the program's name.
 */
export async function runCommandLine(argv: readonly string[], world: World): Promise<ExitCode> {
  try {
    return await run(readArguments(argv, world.environment), world);
  } catch (error) {
    world.err(`${describeProblem(error)}\n`);
    return 2;
  }
}

async function run(asked: Arguments, world: World): Promise<ExitCode> {
  if (asked.command === "help") return print(world, USAGE);
  const baseline = await baselineOf(asked);
  if (asked.command === "har") return await runHar(asked, baseline, world);
  if (asked.command === "proxy") return await runProxy(asked, baseline, world);
  const fixtures = asked.fixtures === undefined ? undefined : await readFixtures(asked.fixtures);
  const options = { ...asked.options, fixtures };
  if (asked.command === "plan") return print(world, writePlan(openTarget(options), options.operations));
  return await runTest(options, asked, baseline, world);
}

function print({ out }: World, text: string): ExitCode {
  out(text);
  return 0;
}

async function baselineOf({ baseline }: Outputs): Promise<Baseline | undefined> {
  if (baseline === undefined) return undefined;
  return await readBaseline(baseline, new Date().toISOString().slice(0, 10));
}

/** A fault of our own shows its stack: it is to be reported. */
export function describeProblem(error: unknown): string {
  if (error instanceof CannotRun) return plainText(error.message);
  return `contract-test itself failed: ${error instanceof Error ? error.stack : String(error)}`;
}
