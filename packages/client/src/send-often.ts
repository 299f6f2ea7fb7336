import { readBody } from "./answer.js";
import type { Sending, Sent } from "./connection.js";
import { ConnectionError } from "./connection-error.js";
import { requestIdOf } from "./explain.js";
import { type Hooks, type RequestEvent, tell } from "./hooks.js";
import { inTime, sleep } from "./in-time.js";
import type { Places } from "./places.js";
import { setHeaders } from "./query.js";
import { delayAfter, type Retry, type RetryOptions, readRetry } from "./retry.js";
import { readRetryAfter } from "./retry-after.js";
import { type Answered, authorize, transmit } from "./send-once.js";

/** What a client does around a request. */
export type Manners = {
  /** The client's retry options as they were given, and complete. */
  readonly own: boolean | RetryOptions | undefined;
  readonly retry: Retry;
  readonly hooks: Hooks;
  readonly places: Places;
};

/** What a second sending cannot make worse. */
const REPEATABLE = /^(GET|PUT|DELETE)$/;
/** What a second sending may cure. */
const PASSING = /^(408|429|50[234])$/;
/** After these a creation may have happened. */
const UNSURE = /^(408|429|5..)$/;
/** Refusals that may be on account of what an earlier sending created. */
const TAKEN = /^4(00|09|22)$/;

/** Sends a request, and again where that is safe and may help. What creates is sent again only if what it creates is not there. */
export async function sendOften(sending: Sending, manners: Manners): Promise<Sent> {
  const { operation, called, options, timeoutMs, end, find } = sending;
  const retry = options.retry === undefined ? manners.retry : readRetry(manners.own, options.retry);
  const rounds = find || operation.isTokenRequest || REPEATABLE.test(called.method) ? retry.attempts : 1;
  for (let round = 1; ; round += 1) {
    const isLast = round >= rounds;
    const sent = await inPlace(
      sending,
      manners,
      isLast && !find ? timeoutMs : (retry.attemptTimeoutMs ?? timeoutMs / 2),
    ).catch((error) => asValue(error, called.operationId));
    const { response } = sent as Partial<Answered>;
    if (find ? !mayHaveHappened(sending, sent) : isLast || (response && !PASSING.test(`${response.status}`)))
      return settle(sent);
    const delayMs = delayAfter(round, retry, response && readRetryAfter(response));
    // Who would have to wait for longer than the call may take hears of it now.
    if (performance.now() + delayMs >= end) return settle(sent);
    if (!isLast) tell(manners.hooks.onRetry, { ...eventOf(sending), status: response?.status, delayMs });
    await inTime(sending, timeoutMs, (signal) => sleep(delayMs, signal));
    let found: unknown;
    try {
      found = await find?.(() => ({ ...options, timeoutMs: Math.max(1, Math.ceil(end - performance.now())) }));
    } catch {
      options.signal?.throwIfAborted();
      // Where it cannot be looked for either, nobody knows: that is what the creation's own failure says.
      return settle(sent);
    }
    if (found !== undefined) return { found };
    if (isLast) return settle(sent);
    sending.outcome = "repeated";
  }
}

/** Only the want of an answer is a reason to send again. Whatever else is thrown ends the call, the failure of a token request too. */
function asValue(error: unknown, operationId: string): ConnectionError {
  if (error instanceof ConnectionError && error.operationId === operationId) return error;
  throw error;
}

function settle(sent: Answered | ConnectionError): Answered {
  if (sent instanceof ConnectionError) throw sent;
  return sent;
}

function mayHaveHappened({ outcome, operation }: Sending, sent: Answered | ConnectionError): boolean {
  if (sent instanceof ConnectionError) return true;
  const { response, text } = sent;
  const { status, ok } = response;
  if (ok) return readBody(response, text, operation.responses[status]).problem !== "";
  return UNSURE.test(`${status}`) || (outcome === "repeated" && TAKEN.test(`${status}`));
}

/** The time of an attempt begins when it has a place: who waits for one is not slow. */
async function inPlace(sending: Sending, manners: Manners, limitMs: number): Promise<Answered> {
  const { enter, wait, leave } = manners.places;
  if (!enter()) await inTime(sending, sending.timeoutMs, wait);
  try {
    return await inTime(sending, limitMs, (signal) => exchange(sending, manners.hooks, signal));
  } finally {
    leave();
  }
}

async function exchange(
  sending: Sending,
  hooks: Hooks,
  signal: AbortSignal,
  isRenewed = sending.isAuthorized,
): Promise<Answered> {
  const { headers } = sending.init;
  await authorize(sending, signal);
  sending.attempts += 1;
  const event = eventOf(sending);
  const start = performance.now();
  const more = tell(hooks.onRequest, event);
  // What a log gives back is rarely meant as headers, and never for whoever gives tokens.
  const areHeaders = Object(more).constructor === Object && !sending.operation.isTokenRequest;
  if (areHeaders) tell((given) => setHeaders(headers, given as Record<string, unknown>, "onRequest"), more);
  let sent: Answered | undefined;
  try {
    sent = await transmit(sending, signal);
  } finally {
    const requestId = sent && requestIdOf(sent.response);
    const durationMs = performance.now() - start;
    tell(hooks.onResponse, { ...event, status: sent?.response.status, durationMs, requestId });
  }
  const { status } = sent.response;
  // Once more with other credentials, if those that were refused were the client's and it can have others.
  if (status !== 401 || isRenewed || !sending.connection.renew?.(headers.get("authorization") ?? "")) return sent;
  tell(hooks.onRetry, { ...event, status, delayMs: 0 });
  signal.throwIfAborted();
  return await exchange(sending, hooks, signal, true);
}

function eventOf({ called, operation, attempts }: Sending): RequestEvent {
  return { ...called, path: operation.path, attempt: attempts };
}
