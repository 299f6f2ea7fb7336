import { timeKindOf } from "./time-kind.js";

/**
 * The instant that a time with an offset names.
 *
 * @throws TypeError for a time without one, which `new Date` would take for this machine's own; RangeError for a day or an hour that there
 *   is not, which `new Date` would shift.
 */
export function instantOf(text: string): Date {
  if (timeKindOf(text) !== "offset-time") throw new TypeError(`${text} has no offset such as Z.`);
  const local = text.slice(0, 19);
  const instant = new Date(text);
  const isThere = !Number.isNaN(+instant) && new Date(`${local}Z`).toISOString().startsWith(local);
  if (!isThere) throw new RangeError(`${text} is not in the calendar.`);
  return instant;
}
