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
  const abort = () => end(signal?.reason);
  signal?.addEventListener("abort", abort);
  const timer = setTimeout(() => end(late()), timeoutMs);
  try {
    return await Promise.race([run(controller.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

/** Waits. When the signal ends the wait, whoever gave it knows: nothing comes of the promise then. */
export function sleep(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delayMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}
