import type { HoldState } from "../../store/holds.js";

/** Whether a hold is in force: applied, and not lifted since, or only until a time that has come. */
export function isInForce({ applied_at, lifted_at, lift_until }: HoldState, now: number): boolean {
  if (applied_at === null) return false;
  return lifted_at === null || (lift_until !== null && lift_until <= now);
}

/** A hold once it is applied; what was lifted before no longer counts. */
export function applied(now: number): HoldState {
  return { applied_at: now, lifted_at: null, lift_until: null };
}

/** A hold once it is lifted: until a time, from which on it is in force again, or for good when that is null. */
export function lifted({ applied_at }: HoldState, now: number, lift_until: number | null): HoldState {
  return { applied_at, lifted_at: now, lift_until };
}
