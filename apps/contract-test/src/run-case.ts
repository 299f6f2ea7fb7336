import { checkRequest, type RequestMessage } from "@quayside/contract";
import type { BrokenCase, Case, ValidCase } from "./cases/case.js";
import { type Answer, exchange, NoAnswer } from "./exchange.js";
import type { Finding, Rule } from "./finding.js";
import { isOnInferred } from "./is-on-inferred.js";
import { judge } from "./judge.js";
import { mask } from "./mask.js";
import type { Target } from "./open-target.js";
import { secretsOf } from "./read-credentials.js";
import type { CaseResult, Verdict } from "./result.js";

type Judged = Verdict & { readonly status: number | undefined; readonly warnings: readonly Finding[] };

/** Sends the request of a case and judges the answer. Never rejects: what went wrong is in the result. */
export async function runCase(target: Target, one: Case): Promise<CaseResult> {
  const start = performance.now();
  const judged = await (one.kind === "valid" ? runValid(target, one) : runBroken(target, one));
  const secrets = secretsOf(target.credentials);
  const clean = (finding: Finding) => ({
    ...finding,
    where: mask(finding.where, secrets),
    message: mask(finding.message, secrets),
  });
  return {
    operationId: one.operationId,
    name: one.name,
    ...judged,
    findings: judged.findings.map(clean),
    warnings: judged.warnings.map(clean),
    asked: one.kind === "valid" ? one.asked?.status : undefined,
    durationMs: performance.now() - start,
  };
}

/** Through the client, which is what a team would use; what goes over the wire is looked at on both ways. */
async function runValid(target: Target, one: ValidCase): Promise<Judged> {
  const { api, origin, credentials, limits } = target;
  let sent: RequestMessage | undefined;
  let answered: Answer | NoAnswer | undefined;
  const fetch = async (request: Request) => {
    sent = await messageOf(request);
    answered = await attempt(target, request);
    if (answered instanceof NoAnswer) throw answered;
    return responseOf(answered);
  };
  // The client's own limit is the outer one: ours tells more.
  const call = api.connect({ origin, credentials, fetch, timeoutMs: limits.timeoutMs + 1000 });
  const problem = await call(one.operationId, one.values, preferring(one)).then(() => undefined, String);
  const own = sent === undefined ? [] : checkRequest(api.contract, sent);
  if (own.length > 0) return stopped(own.map((each) => ({ ...each, rule: "own-request" as const })));
  if (answered === undefined) return stop(one, "own-request", `the client did not send it: ${problem}`);
  if (answered instanceof NoAnswer) return stop(one, answered.rule, answered.message);
  const judged = judgeAnswer(target, one, answered);
  const disagrees = judged.outcome === "passed" && judged.warnings.length === 0 && problem !== undefined;
  return disagrees
    ? stop(one, "client-disagrees", `the answer keeps the spec, yet the client says: ${problem}`)
    : judged;
}

/** As it stands: no client would send it. */
async function runBroken(target: Target, one: BrokenCase): Promise<Judged> {
  const { method, url, body } = one.request;
  const headers = new Headers(one.request.headers);
  const authorization = one.authorization === undefined ? target.authorization : one.authorization;
  if (authorization !== null) headers.set("authorization", authorization);
  const request = new Request(target.origin + url, { method, headers, body: body ?? null, redirect: "manual" });
  const answered = await attempt(target, request);
  if (answered instanceof NoAnswer) return stop(one, answered.rule, answered.message);
  return judgeAnswer(target, one, answered);
}

/** Differences on what is only inferred turn into warnings where the run tells them apart. */
function judgeAnswer(target: Target, one: Case, answer: Answer): Judged {
  const verdict = judge(target.api, one, answer);
  const { status } = answer;
  if (verdict.outcome !== "failed" || target.inferred === "fail") return { ...verdict, status, warnings: [] };
  const isWarning = (finding: Finding) => isOnInferred(target.api, one, finding, status);
  const findings = verdict.findings.filter((finding) => !isWarning(finding));
  const outcome = findings.length === 0 ? "passed" : "failed";
  return { ...verdict, outcome, findings, status, warnings: verdict.findings.filter(isWarning) };
}

async function attempt({ limits, fetch, signal }: Target, request: Request): Promise<Answer | NoAnswer> {
  try {
    return await exchange(request, limits, fetch, signal);
  } catch (error) {
    return error instanceof NoAnswer ? error : new NoAnswer("no-answer", String(error));
  }
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

/** A `Response` cannot be made with a body where HTTP has none. */
function responseOf({ status, headers, body }: Answer): Response {
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
}

function stop(one: Case, rule: Rule, message: string): Judged {
  return stopped([{ rule, where: one.operationId, message }]);
}

function stopped(findings: Finding[]): Judged {
  return { outcome: "error", findings, warnings: [], note: "", status: undefined };
}
