import type { CopyRow } from "./store/tables.js";

/** The parts of a session that tell its time. */
export type Clock = Pick<CopyRow, "clock_frozen_at" | "clock_offset_ms">;

/** A clock that runs with the real time. */
export const REAL_CLOCK: Clock = { clock_frozen_at: null, clock_offset_ms: 0 };

/** The session's time, in milliseconds since 1970. */
export function timeOf({ clock_frozen_at, clock_offset_ms }: Clock, realTime: number): number {
  return clock_frozen_at ?? realTime + clock_offset_ms;
}

/** A clock that shows a time now, and from there stands still or runs. */
export function clockAt(time: number, frozen: boolean, realTime: number): Clock {
  return { clock_frozen_at: frozen ? time : null, clock_offset_ms: time - realTime };
}
