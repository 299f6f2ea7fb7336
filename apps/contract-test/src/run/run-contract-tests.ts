import { CannotRun } from "../cannot-run.js";
import { mask } from "../mask.js";
import type { CheckResult } from "../result.js";
import { NoAnswer, sendOnce } from "../wire/send.js";
import type { Check } from "./check.js";
import { type Checks, checksOf } from "./checks-of.js";
import { inOrder } from "./in-order.js";
import { isAllowed } from "./mode.js";
import { closeRun, openRun } from "./open-run.js";
import { type ContractTestOptions, openTarget, type Target } from "./open-target.js";
import { secretsOf } from "./read-credentials.js";
import { rehearse } from "./rehearse.js";
import type { Run } from "./run.js";
import { runCheck } from "./run-check.js";

/** So many checks in a row without an answer, and the target is asked whether it still lives. */
const SILENT_CHECKS = 8;

/** Who watches a run. */
export type Watcher = {
  /** Told once, before the first check. */
  readonly onStart?: (run: Run, checks: number) => void;
  /** Told once, at the end: what could not be removed. */
  readonly onLeft?: (left: readonly string[]) => void;
};

/**
 * Holds a target against the spec: first every documented request, then every documented status, requests at and beyond each
 * bound, requests drawn from the schemas, rules over several requests, and journeys. Results come in that order, whatever
 * the concurrency. The mode says which of them are sent; what a run made is removed at its end, however it ends.
 *
 * @throws CannotRun when the options cannot work, nothing answers at the target, it stops answering on the way, or it refuses
 * the credentials on every documented request. Results that came before stand. The signal's reason when it aborts.
 */
export async function* runContractTests(
  options: ContractTestOptions,
  watcher: Watcher = {},
): AsyncGenerator<CheckResult, void, undefined> {
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, options.signal]);
  const target = openTarget({ ...options, signal });
  const run = await openRun(
    target,
    () => knock(target, "Nothing can be tested"),
    () => stop.abort(),
  );
  try {
    const { documented, further } = allowedChecks(run, options.operations);
    watcher.onStart?.(run, documented.length + further.length);
    if (target.mode === "disposable") await rehearse(run, options.operations);
    const refused: CheckResult[] = [];
    for await (const result of runAll(run, documented)) {
      refused.push(...(isRefused(result) ? [result] : []));
      yield result;
    }
    if (refused.length > 0 && refused.length === documented.length) throw refusedEverywhere(refused[0]?.status);
    yield* runAll(
      run,
      further.filter(({ kind }) => kind !== "journey"),
    );
    // A story counts rows: where there is one set of data, nobody else may be at work on it.
    const alone = run.nature.hasSessions ? target.concurrency : 1;
    yield* runAll(
      run,
      further.filter(({ kind }) => kind === "journey"),
      alone,
    );
  } finally {
    stop.abort();
    watcher.onLeft?.(await closeRun(run));
  }
}

/** @throws CannotRun when the mode leaves nothing to send. */
function allowedChecks({ target, nature }: Run, ids?: readonly string[]): Checks {
  const { documented, further } = checksOf(target, nature, ids);
  const allowed = ({ reach }: Check) => isAllowed(target.mode, reach);
  // Where checks meet each other's records, lists are read before anything is made.
  const ordered = nature.hasSessions ? further : [...further].sort((one, other) => orderOf(one) - orderOf(other));
  const checks = { documented: documented.filter(allowed), further: ordered.filter(allowed) };
  if (checks.documented.length + checks.further.length > 0) return checks;
  throw new CannotRun(`Mode ${target.mode} leaves nothing to send: none of these operations only reads.`);
}

function orderOf({ reach }: Check): number {
  return reach === "reads" ? 0 : 1;
}

async function* runAll(
  run: Run,
  checks: readonly Check[],
  concurrency = run.target.concurrency,
): AsyncGenerator<CheckResult> {
  const { target } = run;
  let silent = 0;
  for await (const result of inOrder(checks, concurrency, (one) => runCheck(run, one), run.stop)) {
    // What an aborted run was told by its requests is about the abort.
    target.signal?.throwIfAborted();
    yield result;
    silent = isSilent(result) ? silent + 1 : 0;
    if (silent === SILENT_CHECKS) await knock(target, "The target stopped answering on the way");
    silent %= SILENT_CHECKS;
  }
}

/** Any answer over HTTP will do, also 404. */
async function knock(target: Target, what: string): Promise<void> {
  const { origin, limits, fetch, signal } = target;
  try {
    await sendOnce(new Request(`${origin}/`), limits, fetch, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof NoAnswer && error.rule === "answer-too-large") return;
    const why = error instanceof Error ? error.message : String(error);
    const says = mask(why, secretsOf(target));
    throw new CannotRun(`${what}: ${origin} gave no answer, ${says}. Check the address, and that the target runs.`);
  }
}

function isRefused({ findings }: CheckResult): boolean {
  return findings.some(({ rule }) => rule === "credentials-refused");
}

function isSilent({ findings }: CheckResult): boolean {
  return findings.some(({ rule }) => rule === "no-answer" || rule === "timeout");
}

function refusedEverywhere(status: number | undefined): CannotRun {
  return new CannotRun(
    `The target refused the credentials on every documented request (${status}). Check the token, or whether --user is wanted.`,
  );
}
