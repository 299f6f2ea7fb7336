import type { Baseline } from "../baseline/baseline.js";
import { CannotRun } from "../cannot-run.js";
import { openProgress, type Progress } from "../reports/progress.js";
import type { Overall } from "../reports/report.js";
import { writeSummary } from "../reports/write-summary.js";
import type { CheckResult } from "../result.js";
import { type ContractTestOptions, openTarget, type Target } from "../run/open-target.js";
import { reportOf } from "../run/report-of.js";
import type { Run } from "../run/run.js";
import { runContractTests } from "../run/run-contract-tests.js";
import { openReports } from "./open-reports.js";
import type { Outputs } from "./read-arguments.js";
import { describeProblem, type ExitCode, type World } from "./run-command-line.js";

/** What a run comes to, as an exit code. */
export const EXIT_CODES: Readonly<Record<Overall, ExitCode>> = { kept: 0, broken: 1, "could not be told": 2 };

/** How often a progress line shows the time go by. */
const TICK_MS = 250;

/** Tests a target, and tells of it. */
export async function runTest(
  options: ContractTestOptions,
  { reports }: Outputs,
  baseline: Baseline | undefined,
  world: World,
): Promise<ExitCode> {
  const seed = openTarget(options).seed;
  const files = await openReports(reports);
  try {
    const startedAt = new Date();
    const start = performance.now();
    const { run, results, stopped, left } = await collect({ ...options, seed }, world);
    if (run === undefined) throw stopped;
    const report = reportOf(run, results, {
      ...{ startedAt, left, baseline },
      durationMs: performance.now() - start,
      stopped: stopped === undefined ? undefined : describeProblem(stopped),
      operations: options.operations,
    });
    world.out(writeSummary(report, { colour: world.terminal.out }));
    await files.write(report);
    return EXIT_CODES[report.overall];
  } finally {
    await files.close();
  }
}

type Collected = {
  readonly run: Run | undefined;
  readonly results: readonly CheckResult[];
  /** Why it ended early. */
  readonly stopped: unknown;
  readonly left: readonly string[];
};

/** What came before the run had to stop is kept, and told. */
async function collect(options: ContractTestOptions, world: World): Promise<Collected> {
  const results: CheckResult[] = [];
  let run: Run | undefined;
  let left: readonly string[] = [];
  let progress: Progress | undefined;
  const timer = setInterval(() => progress?.tick(), TICK_MS);
  const watcher = {
    onStart: (begun: Run, checks: number) => {
      run = begun;
      world.err(`${introduction(begun.target)}\n`);
      progress = openProgress(
        { write: world.err, isTTY: world.terminal.err, columns: world.columns },
        () => performance.now(),
        checks,
      );
    },
    onLeft: (what: readonly string[]) => {
      left = what;
    },
  };
  let stopped: unknown;
  try {
    for await (const result of runContractTests({ ...options, signal: world.signal }, watcher)) {
      results.push(result);
      progress?.saw(result);
    }
  } catch (error) {
    stopped = world.signal.aborted ? new CannotRun("The run was ended by hand.") : error;
  }
  clearInterval(timer);
  progress?.end();
  return { run, results, stopped, left };
}

const DOES = {
  "read-only": "nothing is written there",
  disposable: "records named QUAYSIDE-… are made there, and removed again",
  full: "records are created, changed and deleted there",
};

function introduction({ api, origin, mode, seed }: Target): string {
  return `Testing ${api.title} at ${origin} in mode ${mode}: ${DOES[mode]}. Seed ${seed}.`;
}
