import type { Sending } from "./connection.js";
import { noAnswer } from "./explain.js";

/**
 * Does something for a call within a time, which ends with the call's at the latest. The caller may abort it: the reason of its signal is
 * thrown as it is.
 *
 * @param run - Is given a signal for both. It is left behind if it does not heed that signal.
 */
export async function inTime<Result>(
  sending: Sending,
  limitMs: number,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { end, timeoutMs, options } = sending;
  const { signal } = options;
  signal?.throwIfAborted();
  const leftMs = end - performance.now();
  const controller = new AbortController();
  let stop: (reason: unknown) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = (reason) => {
      controller.abort(reason);
      reject(reason);
    };
  });
  const unheard = signal && whenAborted(signal, stop);
  const late = () => stop(noAnswer(sending, `${limitMs < leftMs ? limitMs : timeoutMs} ms are over`));
  const timer = setTimeout(late, Math.min(limitMs, leftMs));
  try {
    return await Promise.race([run(controller.signal), stopped]);
  } finally {
    clearTimeout(timer);
    unheard?.();
  }
}

type Waiting = { readonly acts: Set<(reason: unknown) => void>; handleEvent(): void };

const heard = new WeakMap<AbortSignal, Waiting>();

/**
 * Calls a function when a signal aborts. All that wait for one signal share a listener: Node warns of more than ten.
 *
 * @returns What takes it back.
 */
function whenAborted(signal: AbortSignal, act: (reason: unknown) => void): () => void {
  const acts = new Set<(reason: unknown) => void>();
  const waiting = heard.get(signal) ?? { acts, handleEvent: () => acts.forEach((one) => void one(signal.reason)) };
  heard.set(signal, waiting);
  waiting.acts.add(act);
  // The same listener twice is one.
  signal.addEventListener("abort", waiting);
  return () => {
    waiting.acts.delete(act);
    if (waiting.acts.size === 0) signal.removeEventListener("abort", waiting);
  };
}

/** Waits. When the signal ends the wait, whoever gave it knows: nothing comes of the promise then. */
export function sleep(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delayMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}
