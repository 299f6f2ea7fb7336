import fc from "fast-check";
import type { Operation } from "../operation.js";
import type { Verdict } from "../result.js";
import type { Caller } from "../run/caller.js";
import { openCaller } from "../run/caller.js";
import { runValid } from "../run/case-check.js";
import type { Check } from "../run/check.js";
import type { Nature } from "../run/nature.js";
import type { Target } from "../run/open-target.js";
import { CannotTell, NotReached } from "../run/verdicts.js";
import type { ValidCase, Values } from "./case.js";
import { drawRequests } from "./drawn.js";
import { preparationOf } from "./preparations.js";

/**
 * Requests drawn from an operation's schemas, each of which keeps the spec and must be answered with success. One that is
 * not is shrunk to the smallest that is not.
 */
export function drawnCheck(target: Target, nature: Nature, operation: Operation): Check[] {
  const requests = target.depth === 0 ? undefined : drawRequests(target.api, operation);
  if (requests === undefined) return [];
  const isRead = operation.method === "GET";
  // A write needs the documented records: in a mock, which has them always, or in copies of them.
  const check: Check = {
    kind: "request",
    operationId: operation.operationId,
    name: "drawn from the schemas",
    reach: isRead && preparationOf(target.api.name, caseOf(operation, {})) === undefined ? "reads" : "any",
    run: (caller) => draw(caller, operation, requests),
  };
  return isRead || nature.isMock || nature.hasSessions ? [check] : [];
}

function caseOf({ operationId }: Operation, values: Values): ValidCase {
  return { kind: "valid", operationId, name: "drawn from the schemas", inferred: false, values, asked: undefined };
}

/** Tells fast-check that a request shows a difference. */
class Found extends Error {}

async function draw(caller: Caller, operation: Operation, requests: fc.Arbitrary<Values>): Promise<Verdict> {
  const { seed, depth, signal } = caller.run.target;
  let last: { values: Values; verdict: Verdict; tried: Caller } | undefined;
  let reached = 0;
  let stopped: unknown;
  const property = fc.asyncProperty(requests, async (values) => {
    if (signal?.aborted || stopped !== undefined) return;
    const done = await tryOne(caller, operation, values).catch((error: unknown) => {
      // What cannot be told is nothing to shrink.
      stopped = error;
    });
    if (done === undefined) return;
    const { verdict, tried } = done;
    for (const warning of tried.warnings) caller.found(warning, true);
    if (verdict.outcome === "passed") reached += 1;
    if (tried.findings.length === 0) return;
    last = { values, verdict, tried };
    throw new Found();
  });
  const outcome = await fc.check(property, { seed, numRuns: depth, endOnFailure: false });
  if (outcome.failed && !(outcome.errorInstance instanceof Found)) throw outcome.errorInstance;
  if (stopped !== undefined) throw stopped;
  if (last === undefined) {
    if (reached === 0) throw new NotReached("none of the drawn requests found the record that it speaks of");
    return { outcome: "passed", findings: [], note: "" };
  }
  for (const exchange of last.tried.exchanges) caller.keep(exchange);
  for (const finding of last.tried.findings) caller.found(finding);
  return { outcome: "failed", findings: [], note: `found with --seed ${seed}, shrunk ${outcome.numShrinks} times` };
}

/** In a session of its own: what one request wrote must not be in the next one's way. */
async function tryOne(
  caller: Caller,
  operation: Operation,
  values: Values,
): Promise<{ verdict: Verdict; tried: Caller }> {
  const { run } = caller;
  const session = operation.method === "GET" ? undefined : run.sessions.open("any");
  const tried = session === undefined ? openCaller(run, caller.session) : openCaller(run, session);
  try {
    const one = caseOf(operation, values);
    const prepared = run.nature.hasSessions ? preparationOf(run.target.api.name, one) : undefined;
    const ready = prepared === undefined ? one : await prepared(tried, one);
    const verdict = await runValid(tried, ready as ValidCase);
    if (verdict.outcome === "error")
      throw new CannotTell(verdict.findings[0]?.rule ?? "no-answer", verdict.findings[0]?.message ?? "");
    return { verdict, tried };
  } finally {
    await tried.close();
    await run.sessions.close(session);
  }
}
