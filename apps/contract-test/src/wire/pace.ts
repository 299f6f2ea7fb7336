import { setTimeout as sleep } from "node:timers/promises";

/** Time, as the pace needs it. */
export type Time = {
  /** Milliseconds since any moment. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, or when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
};

/** Keeps requests apart. */
export type Pace = {
  /** Resolves when the caller may send. */
  turn(signal: AbortSignal | undefined): Promise<void>;
  /** Lets nobody send for so many milliseconds. */
  pause(ms: number): void;
};

/**
 * Keeps to so many requests a second, evenly: no burst after a rest.
 *
 * @param rate - Requests a second; undefined for as many as come.
 */
export function openPace(rate: number | undefined, { now, sleep }: Time): Pace {
  const gap = rate === undefined ? 0 : 1000 / rate;
  let next = 0;
  let pausedUntil = 0;
  return {
    async turn(signal) {
      const slot = Math.max(now(), next);
      next = slot + gap;
      // A pause may begin, or grow, while somebody waits.
      for (let wait = 1; wait > 0 && !signal?.aborted; ) {
        wait = Math.max(slot, pausedUntil) - now();
        if (wait > 0) await sleep(wait, signal);
      }
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, now() + ms);
    },
  };
}

/** Real time. */
export const REAL_TIME: Time = {
  now: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {}),
};
