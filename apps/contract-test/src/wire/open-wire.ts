import type { Values } from "../cases/case.js";
import { mask } from "../mask.js";
import type { Exchange } from "./exchange.js";
import { openPace, REAL_TIME, type Time } from "./pace.js";
import { readRetryAfter } from "./retry-after.js";
import { type Answer, type Limits, NoAnswer, sendOnce } from "./send.js";

/** What every request of a run goes through. */
export type Wire = {
  /**
   * Sends one request, in its turn. Where the answer is 429 or, to what only reads, 503, and says when to come again, it waits
   * and sends it again, twice at most.
   *
   * @throws BudgetSpent when it writes and no more writes are allowed.
   * @throws NoAnswer when no answer came.
   */
  send(request: Request, about?: Sending): Promise<Answer>;
  /** How many requests were sent, and how many of them write. */
  count(): { readonly sent: number; readonly writes: number };
};

/** What a request is about. */
export type Sending = {
  readonly operationId?: string | undefined;
  readonly values?: Values | undefined;
  /** Default `own`. */
  readonly sender?: Exchange["sender"];
  /** Removes what the run made: no budget stops it, and no abort. */
  readonly cleansUp?: boolean;
  readonly seen?: (exchange: Exchange) => void;
};

/** How a wire is opened. */
export type WireOptions = {
  /** The only origin that is ever sent to. */
  readonly origin: string;
  readonly limits: Limits;
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal | undefined;
  /** Requests a second; undefined for as many as come. */
  readonly rate: number | undefined;
  /** The most requests that may write; undefined for any number. */
  readonly maxWrites: number | undefined;
  readonly secrets: readonly string[];
  /** Told of everything that was sent and what came; in the exchange bodies are cut, so they come whole beside it. */
  readonly seen: (exchange: Exchange, sentBody: string | undefined, answerBody: string | undefined) => void;
  readonly time?: Time;
};

/** No further request may write. */
export class BudgetSpent extends Error {
  override name = "BudgetSpent";
}

/** The longest wait that a `Retry-After` is obeyed for: a minute. Who asks for more is sent nothing more. */
const LONGEST_WAIT_MS = 60_000;
const MAX_RETRIES = 2;
/** Longer bodies are cut in reports. */
const MAX_BODY = 20_000;
const READS = ["GET", "HEAD", "OPTIONS"];

/** How long a write that is under way may still take when the run is ended: cut off, nobody knows whether it was done. */
const GRACE_MS = 3000;

/** Opens the way to a target. */
export function openWire(options: WireOptions): Wire {
  const { origin, rate, maxWrites = Number.POSITIVE_INFINITY, time = REAL_TIME } = options;
  const pace = openPace(rate, time);
  const counts = { sent: 0, writes: 0 };
  const late = options.signal === undefined ? undefined : afterwards(options.signal);
  let refusal: string | undefined;

  const spend = (writes: boolean, { cleansUp = false }: Sending) => {
    if (refusal !== undefined && !cleansUp) throw new NoAnswer("target-busy", refusal);
    if (writes && !cleansUp && counts.writes >= maxWrites)
      throw new BudgetSpent(`no more than ${maxWrites} requests may write; --max-writes allows more`);
    counts.sent += 1;
    if (writes && !cleansUp) counts.writes += 1;
  };

  return {
    count: () => ({ ...counts }),
    async send(request, about = {}) {
      if (new URL(request.url).origin !== origin) throw new Error("A request must not leave the target.");
      const writes = !READS.includes(request.method);
      for (let tries = 0; ; tries += 1) {
        await pace.turn(about.cleansUp ? undefined : options.signal);
        spend(writes, about);
        const signal = about.cleansUp ? undefined : writes ? late : options.signal;
        const answer = await once(options, request, about, signal);
        const wait = waitOf(answer);
        if (wait === undefined) return answer;
        // Everybody waits, whether or not this request is sent again.
        if (wait <= LONGEST_WAIT_MS) pace.pause(wait);
        else refusal = `${answer.status}: it asks to be left alone for ${Math.round(wait / 1000)} seconds, and was`;
        // A 429 was not looked at, whatever it was; after a 503 nobody knows whether a write was done.
        const isSafe = answer.status === 429 || !writes;
        if (tries >= MAX_RETRIES || wait > LONGEST_WAIT_MS || !isSafe) return answer;
      }
    },
  };
}

async function once(
  { limits, fetch, secrets, seen }: WireOptions,
  request: Request,
  about: Sending,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const body = request.body === null ? undefined : await request.clone().text();
  const tell = (answer: Answer | undefined) => {
    const exchange = exchangeOf(request, body, about, answer, secrets);
    about.seen?.(exchange);
    seen(exchange, body, answer?.body);
  };
  try {
    const answer = await sendOnce(request.clone(), limits, fetch, signal);
    tell(answer);
    return answer;
  } catch (error) {
    tell(undefined);
    throw error instanceof NoAnswer ? error : new NoAnswer("no-answer", String(error));
  }
}

/** A signal that comes some time after another one. */
function afterwards(signal: AbortSignal): AbortSignal {
  const late = new AbortController();
  signal.addEventListener("abort", () => setTimeout(() => late.abort(), GRACE_MS).unref(), { once: true });
  return late.signal;
}

/** How long a busy target asks to be left alone; undefined where it does not. */
function waitOf({ status, headers }: Answer): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  return readRetryAfter(headers.get("retry-after"), Date.now());
}

function exchangeOf(
  { method, url, headers }: Request,
  body: string | undefined,
  { operationId, values, sender = "own" }: Sending,
  answer: Answer | undefined,
  secrets: readonly string[],
): Exchange {
  const clean = (text: string) => mask(text, secrets);
  return {
    operationId,
    values: values && (JSON.parse(clean(JSON.stringify(values))) as Values),
    sender,
    request: { method, url: clean(url), headers: listOf(headers, clean), body: body && clean(cut(body)) },
    answer: answer && {
      status: answer.status,
      headers: listOf(answer.headers, clean),
      body: clean(cut(answer.body)),
    },
  };
}

function listOf(headers: Headers, clean: (text: string) => string): Record<string, string> {
  return Object.fromEntries(
    [...headers]
      .filter(([name]) => name !== "authorization" && name !== "set-cookie")
      .map(([name, value]) => [name, clean(value)]),
  );
}

function cut(text: string): string {
  return text.length > MAX_BODY ? `${text.slice(0, MAX_BODY)}…` : text;
}
