import {
  allowedMethods,
  checkResponse,
  type Finding,
  findOperation,
  type OperationMatch,
  readRequest,
} from "@quayside/contract";
import { type Incoming, type Outgoing, Refusal } from "@quayside/serve";
import type { AnyCall, AnyReply, Api, Caller } from "./api.js";
import { timeOf } from "./clock.js";
import type { Home } from "./create-sandbox.js";
import { ConnectionCut, type Fault, takeFault } from "./faults.js";
import type { Context } from "./handler.js";
import { findUnstorable, invalidStatus, refuseFindings } from "./refuse-invalid.js";
import { maskAuthorization, shorten } from "./request-log.js";
import { inSession, readSessionName } from "./sessions.js";

/** What becomes known of a request on its way, for its answer's error body and for the log. */
type Progress = {
  readonly request: Incoming;
  readonly path: string;
  api?: Api;
  match?: OperationMatch;
  session?: string;
  body?: string;
  findings?: readonly Finding[];
  now: number;
};

/** Answers one request: finds the operation, says who calls, holds the request against the spec, and lets the handler do it. */
export async function answerCall(home: Home, request: Incoming): Promise<Outgoing> {
  const start = performance.now();
  const progress: Progress = { request, path: pathOf(request.url), now: home.clock() };
  try {
    const outgoing = await answer(home, progress).catch((problem) => refuse(home, progress, problem));
    log(home, progress, outgoing, start);
    return outgoing;
  } catch (cut) {
    log(home, progress, undefined, start);
    throw cut;
  }
}

async function answer(home: Home, progress: Progress): Promise<Outgoing> {
  const { request } = progress;
  progress.session = readSessionName(request.headers.get("x-sandbox-session"));
  const { api, match, url } = route(home, progress);
  const { operation } = match;
  const caller = await api.authenticate(request.headers.get("authorization"), operation);
  const body = request.method === "GET" || request.method === "HEAD" ? "" : await request.text();
  progress.body = body;
  const call = readCall(progress, match, url, body);
  return await perform(home, progress, { api, match, caller, call });
}

/** The part of a URL between its origin and its query, still percent-encoded. */
function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  const end = url.indexOf("?", start);
  return start < 0 ? "/" : url.slice(start, end < 0 ? undefined : end);
}

function originOf(url: string): string {
  return url.slice(0, url.indexOf("/", url.indexOf("://") + 3));
}

type Routed = { readonly api: Api; readonly match: OperationMatch; readonly url: string };

function route(home: Home, progress: Progress): Routed {
  const { request, path } = progress;
  const api = home.apis.find((one) => one.claims(path));
  if (api === undefined) throw new Refusal(404, WHERE_THINGS_ARE);
  progress.api = api;
  const spelled = api.spell(path);
  const method = request.method === "HEAD" ? "GET" : request.method;
  const match = findOperation(api.contract, method, spelled);
  if (match === undefined) throw noOperation(api, request.method, spelled);
  progress.match = match;
  return { api, match, url: spelled + request.url.slice(originOf(request.url).length + path.length) };
}

const WHERE_THINGS_ARE =
  "Nothing is here. Octopi's paths begin with /api/v1/, Dataloy's with /ws/rest/, those of the control API with /_sandbox/.";

function noOperation(api: Api, method: string, path: string): Refusal {
  const methods = allowedMethods(api.contract, path);
  if (methods.length === 0) return new Refusal(404, `The sandbox has no path ${path}.`);
  const allow = [...(methods.includes("GET") ? ["HEAD"] : []), ...methods, "OPTIONS"].join(", ");
  return new Refusal(405, `${method} is not known for ${path}; use ${methods.join(" or ")}.`, { allow });
}

/** @throws Refusal - with the status that the operation documents, when the request breaks the spec. */
function readCall(progress: Progress, match: OperationMatch, url: string, body: string): AnyCall {
  const { request } = progress;
  const { operation } = match;
  const message = { method: operation.method, url, headers: request.headers, body };
  const { findings, ...call } = readRequest(match, message);
  if (findings.length > 0) {
    progress.findings = findings;
    throw refuseFindings(statusFor(findings, operation.responses), findings);
  }
  const unstorable = findUnstorable(call.body) ?? findUnstorable(call.path) ?? findUnstorable(call.query);
  if (unstorable !== undefined) throw refuseFindings(invalidStatus(operation.responses), [unstorable]);
  return call;
}

/** What HTTP itself has a status for gets that one. */
function statusFor(findings: readonly Finding[], documented: ReadonlyMap<string, unknown>): number {
  if (findings.some(({ rule }) => rule === "malformed-path")) return 400;
  return findings.some(({ rule }) => rule === "undeclared-content-type") ? 415 : invalidStatus(documented);
}

type Work = {
  readonly api: Api;
  readonly match: OperationMatch;
  readonly caller: Caller;
  readonly call: AnyCall;
};

/** A request that found scripted faults waiting starts again, this time knowing its own. */
async function perform(home: Home, progress: Progress, work: Work): Promise<Outgoing> {
  const { api, match } = work;
  const session = progress.session ?? "";
  const first = await attempt(home, progress, work, "not asked");
  if (first !== "faults are waiting") return first;
  const take = () =>
    inSession(home, "write", session, (db, row) => takeFault(db, row, api.name, match.operation.operationId));
  const fault = await take();
  if (fault?.kind === "delay") await new Promise((wake) => setTimeout(wake, fault.delay_ms));
  if (fault?.kind === "status") return scriptedStatus(api, progress, fault);
  if (fault?.kind === "rate_limit") return rateLimited(api, progress, fault.retry_after_seconds ?? 1);
  const outgoing = await attempt(home, progress, work, fault);
  if (outgoing === "faults are waiting") throw new Error("A call asks for its fault once.");
  if (fault?.kind === "cut") throw new ConnectionCut("scripted, after the commit");
  return fault?.kind === "broken_body"
    ? { ...outgoing, body: outgoing.body.slice(0, outgoing.body.length / 2) }
    : outgoing;
}

async function attempt(
  home: Home,
  progress: Progress,
  work: Work,
  fault: Fault | undefined | "not asked",
): Promise<Outgoing | "faults are waiting"> {
  const { api, match } = work;
  const access = match.operation.method === "GET" ? "read" : "write";
  const afterCommit: (() => void)[] = [];
  const outgoing = await inSession(home, access, progress.session ?? "", async (db, session) => {
    if (session.faults > 0 && fault === "not asked" && api.name !== "sandbox") return "faults are waiting" as const;
    progress.now = timeOf(session, home.clock());
    refuseExpired(work.caller, progress.now);
    const context = { db, copy: session.id, session, owner: work.caller.owner, now: progress.now, afterCommit };
    const reply = await handle(
      work,
      { ...context, origin: originOf(progress.request.url) },
      match.operation.operationId,
    );
    const written = checked(home, api, match.operation.operationId, reply);
    if (typeof fault === "object" && fault.kind === "cut" && fault.when === "before_commit")
      throw new ConnectionCut("scripted, before the commit");
    return written;
  });
  for (const act of afterCommit) act();
  return outgoing;
}

async function handle(work: Work, context: Context<Caller["owner"]>, operationId: string): Promise<AnyReply> {
  const handler = work.api.handlers[operationId];
  if (handler === undefined) throw new Error(`There is no handler for ${operationId}.`);
  return await handler(work.call, context as unknown as Context<never>);
}

function refuseExpired({ expiresAt }: Caller, now: number): void {
  if (expiresAt !== undefined && expiresAt <= now) throw new Refusal(401, "Token expired.");
}

/** Writes an answer; one that breaks the spec would teach a client something wrong, so it is a loud failure. */
function checked(home: Home, api: Api, operationId: string, reply: AnyReply): Outgoing {
  const outgoing = write(reply);
  if (!home.checkAnswers) return outgoing;
  const headers = { get: (name: string) => outgoing.headers[name.toLowerCase()] ?? null };
  const findings = checkResponse(api.contract, operationId, { status: outgoing.status, headers, body: outgoing.body });
  if (findings.length === 0) return outgoing;
  const told = findings.map(({ rule, where, message }) => `${rule} ${where}: ${message}`).join("; ");
  throw new BrokenAnswer(`The sandbox's own answer breaks the spec, and nothing was changed: ${told}.`);
}

/** An answer of ours that breaks the spec; its message may be shown. */
class BrokenAnswer extends Error {
  override readonly name = "BrokenAnswer";
}

const JSON_HEADERS = { "content-type": "application/json" };

function write({ status, body, headers }: AnyReply): Outgoing {
  if (body === undefined) return { status, headers: headers ?? {}, body: "" };
  return {
    status,
    headers: headers === undefined ? JSON_HEADERS : { ...JSON_HEADERS, ...headers },
    body: JSON.stringify(body),
  };
}

function scriptedStatus(api: Api, progress: Progress, { status, body }: Fault & { kind: "status" }): Outgoing {
  if (body !== undefined) return write({ status, body });
  return writeError(api, progress, status, `The sandbox was told to answer ${status}.`, {});
}

function rateLimited(api: Api, progress: Progress, seconds: number): Outgoing {
  const headers = { "retry-after": String(seconds) };
  return writeError(api, progress, 429, `Too many requests. Try again in ${seconds} s.`, headers);
}

function refuse(home: Home, progress: Progress, problem: unknown): Outgoing {
  if (problem instanceof ConnectionCut) throw problem;
  if (problem instanceof Refusal)
    return writeError(progress.api, progress, problem.status, problem.message, problem.headers);
  home.onFault(problem);
  const message = problem instanceof BrokenAnswer ? problem.message : "The sandbox itself failed on this request.";
  return writeError(progress.api, progress, 500, message, {});
}

function writeError(
  api: Api | undefined,
  { request: { method, url }, now }: Progress,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>>,
): Outgoing {
  const body = api?.errorBody({ status, message, method, url, now }) ?? { error: message };
  return write({ status, body, headers });
}

function log(home: Home, progress: Progress, outgoing: Outgoing | undefined, start: number): void {
  const { request, api, match, session, body = "", findings = [], now } = progress;
  if (api?.name === "sandbox") return;
  home.log.add(session ?? "default", {
    at: now,
    method: request.method,
    url: shorten(request.url.slice(originOf(request.url).length)) ?? "",
    api: api?.name ?? null,
    operation_id: match?.operation.operationId ?? null,
    status: outgoing?.status ?? null,
    duration_ms: performance.now() - start,
    authorization: maskAuthorization(request.headers.get("authorization")),
    request_body: shorten(body),
    response_body: shorten(outgoing?.body ?? ""),
    findings,
  });
}
