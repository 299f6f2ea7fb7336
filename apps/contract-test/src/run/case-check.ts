import { checkRequest, type RequestMessage } from "@quayside/contract";
import type { BrokenCase, Case, ValidCase } from "../cases/case.js";
import type { Finding, Rule } from "../finding.js";
import type { Operation } from "../operation.js";
import type { Verdict } from "../result.js";
import { responseOf } from "../wire/response-of.js";
import { type Answer, NoAnswer } from "../wire/send.js";
import { writeRequest } from "../write-request.js";
import type { Caller } from "./caller.js";
import type { Check, Reach } from "./check.js";
import { isOnInferred } from "./is-on-inferred.js";
import { judge } from "./judge.js";
import { CannotTell } from "./verdicts.js";

/** What comes before a case, and what it is made into: a record of its own takes the place of the example's. */
export type Preparation = (caller: Caller, one: Case) => Promise<Case>;

/** A case as a check: its request is sent, and the answer judged. */
export function caseCheck(operation: Operation, one: Case, reach: Reach, prepare?: Preparation): Check {
  return {
    kind: "request",
    operationId: one.operationId,
    name: one.name,
    reach,
    sends: requestLine(operation, one),
    asked: one.kind === "valid" ? one.asked?.status : undefined,
    async run(caller) {
      const prepared = prepare === undefined ? one : await prepare(caller, one);
      return await (prepared.kind === "valid" ? runValid(caller, prepared) : runBroken(caller, prepared));
    },
  };
}

/** A record of our own takes the place of the example's only when the request is sent. */
function requestLine(operation: Operation, one: Case): string {
  const { method, url } = one.kind === "broken" ? one.request : writeRequest(operation, one.values);
  return `${method} ${url}`;
}

/** Through the client, which is what a team would use; what goes over the wire is looked at on both ways. */
export async function runValid(caller: Caller, one: ValidCase): Promise<Verdict> {
  const { api, origin, credentials, limits } = caller.run.target;
  let sent: RequestMessage | undefined;
  let came: Answer | undefined;
  let failed: unknown;
  const fetch = async (request: Request) => {
    sent = await messageOf(request);
    try {
      came = await caller.pass(request, one);
    } catch (error) {
      failed = error;
      throw error;
    }
    return responseOf(came);
  };
  // The client's own limit is the outer one: ours tells more.
  const call = api.connect({ origin, credentials, fetch, timeoutMs: limits.timeoutMs * 10 + 60_000 });
  const problem = await call(one.operationId, one.values, preferring(one)).then(() => undefined, String);
  const own = sent === undefined ? [] : checkRequest(api.contract, sent);
  if (own.length > 0) return stopped(own.map((each) => ({ ...each, rule: "own-request" as const })));
  if (failed !== undefined) throw telling(failed);
  if (came === undefined) throw new CannotTell("own-request", `the client did not send it: ${problem}`);
  const verdict = judgeAnswer(caller, one, came);
  const disagrees = verdict.outcome === "passed" && caller.warnings.length === 0 && problem !== undefined;
  return disagrees
    ? stop(one, "client-disagrees", `the answer keeps the spec, yet the client says: ${problem}`)
    : verdict;
}

/** As it stands: no client would send it. */
async function runBroken(caller: Caller, one: BrokenCase): Promise<Verdict> {
  const { operationId, authorization } = one;
  const sender = authorization === undefined ? "own" : authorization === null ? "none" : "malformed";
  try {
    return judgeAnswer(caller, one, await caller.send(one.request, { operationId, authorization, sender }));
  } catch (error) {
    throw telling(error);
  }
}

/** Differences on what is only inferred turn into warnings where the run tells them apart. */
function judgeAnswer(caller: Caller, one: Case, answer: Answer): Verdict {
  const { api } = caller.run.target;
  const { outcome, findings, note } = judge(api, one, answer);
  if (outcome !== "failed") return { outcome, findings, note };
  for (const finding of findings) caller.found(finding, isOnInferred(api, one, finding, answer.status));
  return { outcome: caller.findings.length === 0 ? "passed" : "failed", findings: [], note };
}

function telling(error: unknown): unknown {
  return error instanceof NoAnswer ? new CannotTell(error.rule, error.message) : error;
}

function preferring({ asked }: ValidCase): Record<string, string> {
  if (asked === undefined) return {};
  const { status, example, mediaType, isMadeUp } = asked;
  const which = isMadeUp ? ", dynamic=true" : example === undefined ? "" : `, example=${example}`;
  const prefer = `code=${status}${which}`;
  return mediaType === undefined ? { prefer } : { prefer, accept: mediaType };
}

async function messageOf(request: Request): Promise<RequestMessage> {
  const { method, url, headers } = request;
  return { method, url, headers, body: await request.clone().text() };
}

function stop(one: Case, rule: Rule, message: string): Verdict {
  return stopped([{ rule, where: one.operationId, message }]);
}

function stopped(findings: Finding[]): Verdict {
  return { outcome: "error", findings, note: "" };
}
