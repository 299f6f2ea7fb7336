import { defined } from "./defined.js";
import { whole } from "./whole.js";

/** How often and how soon a request is sent again. */
export type RetryOptions = {
  /** How often it is sent at most, the first time included; 3 by default. */
  readonly attempts?: number;
  /** The longest wait before the second sending, in milliseconds; 250 by default. It doubles from one to the next. */
  readonly delayMs?: number;
  /** The longest wait of all, in milliseconds; 8,000 by default. What a server asks for in `Retry-After` is not cut. */
  readonly maxDelayMs?: number;
  /** Milliseconds for a sending that another one may follow; half of `timeoutMs` by default. */
  readonly attemptTimeoutMs?: number;
};

/** Retry options with their defaults, but for the time of an attempt, whose default depends on the call. */
export type Retry = Required<Omit<RetryOptions, "attemptTimeoutMs">> & Pick<RetryOptions, "attemptTimeoutMs">;

/**
 * Completes retry options: `false` is a single sending, `true` the defaults.
 *
 * @param own - The client's, for those of a call, which win one by one.
 * @throws RangeError for one that is not a whole number from 1 on.
 */
export function readRetry(own: boolean | RetryOptions = true, given: boolean | RetryOptions = own): Retry {
  const defaults = { attempts: given ? 3 : 1, delayMs: 250, maxDelayMs: 8000 };
  const retry = { ...defaults, ...(given && defined(own as object)), ...defined(given as object) } as Retry;
  for (const [name, value] of Object.entries(retry)) whole(value, `retry.${name}`);
  return retry;
}

/** How long to wait after so many sendings: any time up to a limit that doubles, but not less than the server asks for. */
export function delayAfter(sent: number, { delayMs, maxDelayMs }: Retry, retryAfterMs: number | undefined): number {
  return Math.max(retryAfterMs ?? 0, Math.random() * Math.min(maxDelayMs, delayMs * 2 ** (sent - 1)));
}
