/**
 * Runs something that must end in time, and that the caller may abort.
 *
 * @param signal - The caller's. Its reason is thrown as it is.
 * @param late - Makes the error for when the time has run out.
 * @param run - Is given a signal for both. It is left behind if it does not heed that signal.
 */
export async function withinTime<Result>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  late: () => Error,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let end: (reason: unknown) => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    end = (reason) => {
      controller.abort(reason);
      reject(reason);
    };
  });
  const unheard = signal && whenAborted(signal, end);
  const timer = setTimeout(() => end(late()), timeoutMs);
  try {
    return await Promise.race([run(controller.signal), ended]);
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
