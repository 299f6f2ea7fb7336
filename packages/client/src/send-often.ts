import { readBody } from "./answer.js";
import type { Sending, Sent } from "./connection.js";
import { ConnectionError } from "./connection-error.js";
import { requestIdOf } from "./explain.js";
import { type Hooks, type RequestEvent, tell } from "./hooks.js";
import { setHeaders } from "./query.js";
import { delayAfter, type RetryOptions, readRetry } from "./retry.js";
import { readRetryAfter } from "./retry-after.js";
import { type Answered, authorize, inTime, transmit } from "./send-once.js";
import { sleep } from "./within-time.js";

/** What a client does around a request. */
export type Manners = {
  readonly retry: boolean | RetryOptions | undefined;
  readonly hooks: Hooks;
  /** Waits for a place among the requests that are under way, and gives what frees it. */
  readonly enter: (signal: AbortSignal) => Promise<() => void>;
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
export function sendOften(sending: Sending, manners: Manners): Promise<Sent> {
  const { operation, called, options, timeoutMs, find } = sending;
  const retry = readRetry(timeoutMs, manners.retry, options.retry);
  const rounds = find || operation.isRepeatable || REPEATABLE.test(called.method) ? retry.attempts : 1;
  const end = performance.now() + timeoutMs;
  return inTime(sending, timeoutMs, options.signal, async (signal) => {
    for (let round = 1; ; round += 1) {
      const isLast = round >= rounds;
      const limitMs = isLast && !find ? timeoutMs : retry.attemptTimeoutMs;
      const sent = await inPlace(sending, manners, limitMs, signal).catch(asValue);
      signal.throwIfAborted();
      const { response } = sent as Partial<Answered>;
      const delayMs = delayAfter(round, retry, response && readRetryAfter(response));
      const isOpen = find
        ? mayHaveHappened(sending, sent)
        : !isLast && (!response || PASSING.test(`${response.status}`));
      // Who would have to wait for longer than the call may take hears of it now.
      if (!isOpen || performance.now() + delayMs >= end) return settle(sent);
      if (!isLast) tell(manners.hooks.onRetry, { ...eventOf(sending), status: response?.status, delayMs });
      await sleep(delayMs, signal);
      const found = await find?.({ ...options, signal, timeoutMs });
      if (found !== undefined) return { found };
      if (isLast) return settle(sent);
      sending.outcome = "repeated";
    }
  });
}

/** Only the want of an answer is a reason to send again; whatever else is thrown ends the call. */
function asValue(error: unknown): ConnectionError {
  if (error instanceof ConnectionError) return error;
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

/** Once more with other credentials, if those that were refused were the client's and it can have others. */
async function renewing(sending: Sending, manners: Manners, signal: AbortSignal): Promise<Answered> {
  const sent = await exchange(sending, manners, signal);
  const { connection, init, isAuthorized } = sending;
  const { status } = sent.response;
  if (status !== 401 || isAuthorized || !connection.renew?.(init.headers.get("authorization") ?? "")) return sent;
  tell(manners.hooks.onRetry, { ...eventOf(sending), status, delayMs: 0 });
  return await exchange(sending, manners, signal);
}

/** The time of an attempt begins when it has a place: who waits for one is not slow. */
async function inPlace(sending: Sending, manners: Manners, limitMs: number, signal: AbortSignal): Promise<Answered> {
  const leave = await manners.enter(signal);
  try {
    return await inTime(sending, limitMs, signal, (brief) => renewing(sending, manners, brief));
  } finally {
    leave();
  }
}

async function exchange(sending: Sending, { hooks }: Manners, signal: AbortSignal): Promise<Answered> {
  sending.attempts += 1;
  let start = 0;
  let response: Response | undefined;
  const event = eventOf(sending);
  try {
    await authorize(sending);
    start = performance.now();
    setHeaders(sending.init.headers, (tell(hooks.onRequest, event) ?? {}) as Record<string, string>, "onRequest");
    const sent = await transmit(sending, signal);
    response = sent.response;
    return sent;
  } finally {
    const requestId = response && requestIdOf(response);
    const durationMs = performance.now() - start;
    if (start) tell(hooks.onResponse, { ...event, status: response?.status, durationMs, requestId });
  }
}

function eventOf({ called, operation, attempts }: Sending): RequestEvent {
  return { operationId: called.operationId, method: called.method, path: operation.path, attempt: attempts };
}
