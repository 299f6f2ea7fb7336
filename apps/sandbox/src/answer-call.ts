import { setTimeout } from "node:timers/promises";
import { allowedMethods } from "@quayside/contract";
import { answerPreflight, describeAllow, type Incoming, type Outgoing, Refusal } from "@quayside/serve";
import { isWorthRemembering, type Remembered } from "./answer-memory.js";
import type { AnyReply, Api, Caller, Work } from "./api.js";
import { timeOf } from "./clock.js";
import { ConnectionCut, type Fault, takeFault } from "./faults.js";
import { findApi, findCalled, readCall } from "./find-call.js";
import type { Context } from "./handler.js";
import type { Home } from "./home.js";
import { begin, logRequest, type Progress } from "./progress.js";
import { inSession, readSessionName } from "./sessions.js";
import { write, writeAnswer, writeError, writeProblem } from "./write-answer.js";

/**
 * Answers one request: finds the operation, asks who calls, holds the request against the spec, and lets the handler do it
 * in one transaction.
 *
 * @throws ConnectionCut - where the connection is to end without an answer.
 */
export async function answerCall(home: Home, request: Incoming): Promise<Outgoing> {
  const progress = begin(request, home.clock());
  try {
    const outgoing = await answer(home, progress).catch((problem) => writeProblem(home, progress, problem));
    logRequest(home, progress, outgoing);
    return outgoing;
  } catch (cut) {
    logRequest(home, progress, undefined);
    throw cut;
  }
}

async function answer(home: Home, progress: Progress): Promise<Outgoing> {
  const key = home.memory.keyOf(progress.request);
  const known = key === undefined ? undefined : home.memory.find(key);
  if (known === undefined) return await answerNew(home, progress, key);
  const { api, match } = known.work;
  Object.assign(progress, { api, match, session: known.session, isKnown: true });
  return await perform(home, progress, known.work, known);
}

async function answerNew(home: Home, progress: Progress, key: string | undefined): Promise<Outgoing> {
  const { request, path } = progress;
  progress.api = findApi(home, path);
  if (request.method === "OPTIONS" && progress.api !== undefined) return answerOptions(progress, progress.api);
  progress.session = readSessionName(request.headers.get("x-sandbox-session"));
  const { api, match } = findCalled(progress);
  progress.match = match;
  const caller = await api.authenticate(request, match.operation);
  progress.isKnown = true;
  // The vendors' own examples send a body with a GET; it is not looked at.
  if (request.method !== "GET" && request.method !== "HEAD") progress.body = await request.text();
  const work = { api, match, caller, call: readCall(progress, api, match) };
  if (key === undefined || api.name === "sandbox") return await perform(home, progress, work);
  const remembered = { session: progress.session, work };
  home.memory.keep(key, remembered);
  return await perform(home, progress, work, remembered);
}

/** A script of another origin may call the vendors' APIs, and not the control API. */
function answerOptions({ request, path }: Progress, api: Api): Outgoing {
  const methods = allowedMethods(api.contract, api.spell(path));
  const preflight = api.name === "sandbox" ? undefined : answerPreflight(request, methods);
  return preflight ?? write(api, { status: 204, headers: { allow: describeAllow(methods) } });
}

/** A request that finds scripted faults waiting starts again, this time knowing its own. */
async function perform(home: Home, progress: Progress, work: Work, remembered?: Remembered): Promise<Outgoing> {
  const answered = await attempt(home, progress, work, "not asked yet", remembered);
  if (answered !== "ask for a fault") return answered;
  const { operationId } = work.match.operation;
  const take = inSession(home, "write", progress.session, (db, session) =>
    takeFault(db, session, work.api.name, operationId),
  );
  return await performWith(await take, home, progress, work);
}

async function performWith(fault: Fault | undefined, home: Home, progress: Progress, work: Work): Promise<Outgoing> {
  if (fault?.kind === "status") return answerScripted(progress, fault.status, fault.body);
  if (fault?.kind === "rate_limit") return rateLimited(progress, fault.retry_after_seconds ?? 1);
  if (fault?.kind === "delay") await delay(fault.delay_ms, home.closing);
  const answered = await attempt(home, progress, work, fault);
  if (answered === "ask for a fault") throw new Error("A request asks for its fault once.");
  if (fault?.kind === "cut") throw new ConnectionCut("scripted, after the commit");
  return fault?.kind === "broken_body"
    ? { ...answered, body: answered.body.slice(0, answered.body.length / 2) }
    : answered;
}

async function delay(delayMs: number, closing: AbortSignal): Promise<void> {
  await setTimeout(delayMs, undefined, { signal: closing }).catch(() => {
    throw new ConnectionCut("the sandbox closes");
  });
}

function answerScripted(progress: Progress, status: number, body: unknown): Outgoing {
  if (body !== undefined) return write(progress.api, { status, body });
  return writeError(progress, status, `The sandbox was told to answer ${status}.`);
}

function rateLimited(progress: Progress, seconds: number): Outgoing {
  const headers = { "retry-after": String(seconds) };
  return writeError(progress, 429, `Too many requests. Try again in ${seconds} s.`, headers);
}

async function attempt(
  home: Home,
  progress: Progress,
  work: Work,
  fault: Fault | undefined | "not asked yet",
  remembered?: Remembered,
): Promise<Outgoing | "ask for a fault"> {
  const { api, match, caller } = work;
  const access = match.operation.method === "GET" ? "read" : "write";
  const afterCommit: (() => void)[] = [];
  const outgoing = await inSession(home, access, progress.session, async (db, session) => {
    if (session.faults > 0 && fault === "not asked yet" && api.name !== "sandbox") return "ask for a fault" as const;
    progress.now = timeOf(session, home.clock());
    if ((caller.expiresAt ?? Number.POSITIVE_INFINITY) <= progress.now) throw expired(caller);
    const before = remembered?.answer;
    if (before?.copy === session.id && before.version === session.version) return before.outgoing;
    let isTimeless = true;
    const context: Context<Caller["owner"]> = {
      db,
      copy: session.id,
      session,
      owner: caller.owner,
      origin: progress.origin,
      afterCommit,
      // An answer for which its handler asks for the time is not true for long.
      get now() {
        isTimeless = false;
        return progress.now;
      },
    };
    const written = writeAnswer(home, api, match.operation.operationId, await handle(work, context));
    if (remembered !== undefined && isTimeless && isWorthRemembering(written))
      remembered.answer = { copy: session.id, version: session.version, outgoing: written };
    if (typeof fault === "object" && fault.kind === "cut" && fault.when === "before_commit")
      throw new ConnectionCut("scripted, before the commit");
    return written;
  });
  for (const act of afterCommit) act();
  return outgoing;
}

function expired({ challenge }: Caller): Refusal {
  return new Refusal(401, "Token expired.", challenge === undefined ? {} : { "www-authenticate": challenge });
}

async function handle({ api, match, call }: Work, context: Context<Caller["owner"]>): Promise<AnyReply> {
  const { operationId } = match.operation;
  const handler = api.handlers[operationId];
  if (handler === undefined) throw new Error(`There is no handler for ${operationId}.`);
  // The contract has held the call against the very operation that the handler is typed by.
  return await handler(call, context as unknown as Context<never>);
}
