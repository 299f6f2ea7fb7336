import type { Clock, Session } from "@quayside/types/sandbox";
import { timeOf } from "../clock.js";
import type { CopyRow } from "../store/tables.js";

/** Writes a session as the control API answers it. */
export function writeSession(session: CopyRow, realTime: number): Session {
  return {
    name: session.name,
    created_at: writeUtc(session.made_at),
    seed: { size: session.seed_size, number: session.seed_number },
    clock: writeClock(session, realTime),
    faults: session.faults,
  };
}

/** Writes a session's clock. */
export function writeClock(session: Pick<CopyRow, "clock_frozen_at" | "clock_offset_ms">, realTime: number): Clock {
  const now = timeOf(session, realTime);
  return { now: writeUtc(now), frozen: session.clock_frozen_at !== null, offset_ms: now - realTime };
}

/** Writes a time in UTC, with milliseconds. */
export function writeUtc(time: number): string {
  return new Date(time).toISOString();
}

/** As {@link writeUtc}; null stays null. */
export function writeUtcOrNull(time: number | null): string | null {
  return time === null ? null : writeUtc(time);
}
