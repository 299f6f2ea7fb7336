import type { Api } from "./api.js";
import { CannotRun } from "./cannot-run.js";
import { brokenCases } from "./cases/broken-cases.js";
import type { Case } from "./cases/case.js";
import { replayCases } from "./cases/replay-cases.js";
import { statusCases } from "./cases/status-cases.js";
import { exchange, NoAnswer } from "./exchange.js";
import { inOrder } from "./in-order.js";
import { mask } from "./mask.js";
import { isAllowed } from "./mode.js";
import { type ContractTestOptions, openTarget, type Target } from "./open-target.js";
import type { Operation } from "./operation.js";
import { secretsOf } from "./read-credentials.js";
import type { CaseResult } from "./result.js";
import { runCase } from "./run-case.js";

/** So many cases in a row without an answer, and the target is asked whether it still lives. */
const SILENT_CASES = 8;

/**
 * Holds a target against the spec: first every documented request, then every documented status, then requests that are
 * broken in one place. Results come in that order, whatever the concurrency.
 *
 * In mode `full` the requests create, change and delete: the target is this machine, a mock or a sandbox. Elsewhere only GETs are sent.
 *
 * @throws CannotRun when the options cannot work, nothing answers at the target, it stops answering on the way, or it refuses
 * the credentials on every documented request. Results that came before stand. The signal's reason when it aborts.
 */
export async function* runContractTests(options: ContractTestOptions): AsyncGenerator<CaseResult, void, undefined> {
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, options.signal]);
  const target = openTarget({ ...options, signal });
  try {
    await knock(target, "Nothing can be tested");
    const { documented, further } = allowedCases(target, options.operations);
    const refused: CaseResult[] = [];
    for await (const result of run(target, documented)) {
      refused.push(...(isRefused(result) ? [result] : []));
      yield result;
    }
    if (refused.length > 0 && refused.length === documented.length) throw refusedEverywhere(refused[0]?.status);
    yield* run(target, further);
  } finally {
    stop.abort();
  }
}

/**
 * Every case of an API: the documented requests come first, for what they meet tells whether the others make sense.
 *
 * @param ids - Of the operations; all by default.
 * @throws CannotRun when there is no operation of that id.
 */
export function casesOf(api: Api, ids?: readonly string[]): { documented: Case[]; further: Case[] } {
  const operations = ids === undefined ? api.operations : ids.map((id) => operationOf(api, id));
  return {
    documented: operations.flatMap((operation) => replayCases(api.document, operation)),
    further: operations.flatMap((operation) => [...statusCases(operation), ...brokenCases(api, operation)]),
  };
}

/** @throws CannotRun when the mode leaves nothing to send. */
function allowedCases({ api, mode }: Target, ids?: readonly string[]): { documented: Case[]; further: Case[] } {
  const { documented, further } = casesOf(api, ids);
  const allowed = (one: Case) => isAllowed(mode, api, one);
  const cases = { documented: documented.filter(allowed), further: further.filter(allowed) };
  if (cases.documented.length > 0) return cases;
  throw new CannotRun(`Mode ${mode} leaves nothing to send: none of these operations only reads.`);
}

function operationOf({ name, operations }: Api, id: string): Operation {
  const found = operations.find(({ operationId }) => operationId === id);
  if (found !== undefined) return found;
  throw new CannotRun(
    `${name} has no operation "${id}"; it has ${operations.map((one) => one.operationId).join(", ")}.`,
  );
}

async function* run(target: Target, cases: readonly Case[]): AsyncGenerator<CaseResult> {
  let silent = 0;
  for await (const result of inOrder(cases, target.concurrency, (one) => runCase(target, one))) {
    // What an aborted run was told by its requests is about the abort.
    target.signal?.throwIfAborted();
    yield result;
    silent = isSilent(result) ? silent + 1 : 0;
    if (silent === SILENT_CASES) await knock(target, "The target stopped answering on the way");
    silent %= SILENT_CASES;
  }
}

/** Any answer over HTTP will do, also 404. */
async function knock(target: Target, what: string): Promise<void> {
  const { origin, limits, fetch, signal, credentials } = target;
  try {
    await exchange(new Request(`${origin}/`), limits, fetch, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof NoAnswer && error.rule === "answer-too-large") return;
    const why = error instanceof Error ? error.message : String(error);
    const says = mask(why, secretsOf(credentials));
    throw new CannotRun(`${what}: ${origin} gave no answer, ${says}. Check the address, and that the target runs.`);
  }
}

function isRefused({ findings }: CaseResult): boolean {
  return findings.some(({ rule }) => rule === "credentials-refused");
}

function isSilent({ findings }: CaseResult): boolean {
  return findings.some(({ rule }) => rule === "no-answer" || rule === "timeout");
}

function refusedEverywhere(status: number | undefined): CannotRun {
  return new CannotRun(
    `The target refused the credentials on every documented request (${status}). Check the token, or whether --user is wanted.`,
  );
}
