import { timeKindOf } from "./time-kind.js";

const DAY_MS = 86_400_000;

/**
 * The instant at which the clocks of a zone show a time.
 *
 * @param local - As Dataloy writes it, such as `2020-10-01T00:00:00`.
 * @param timeZone - An IANA name, such as `Europe/Oslo`. Dataloy does not say which one it means.
 * @param which - Which of the two instants, where the clocks show the time twice.
 * @throws TypeError for another form; RangeError for an unknown zone, for a time that the clocks never show, and for one that they show twice
 *   where nothing says which.
 */
export function instantIn(local: string, timeZone: string, which?: "earlier" | "later"): Date {
  if (timeKindOf(local) !== "local-time")
    throw new TypeError(`${local} is no time without a zone, such as 2020-10-01T00:00:00.`);
  const asUtc = Date.parse(`${local}Z`);
  // The zone's offsets of the day before and of the day after are all that can count.
  const found = [-DAY_MS, DAY_MS].map(
    (shift) => 2 * asUtc + shift - Date.parse(`${localTimeIn(new Date(asUtc + shift), timeZone)}Z`),
  );
  const [earlier, later = earlier] = [...new Set(found)]
    .map((instant) => new Date(instant))
    .filter((instant) => localTimeIn(instant, timeZone) === local)
    .sort((one, other) => +one - +other);
  if (earlier && later && (which || earlier === later)) return which === "later" ? later : earlier;
  throw new RangeError(
    `The clocks of ${timeZone} ${earlier ? `show ${local} twice; say which` : `never show ${local}`}.`,
  );
}

/**
 * What the clocks of a zone show at an instant, as Dataloy writes times: `2020-10-01T00:00:00`. Fractions of a second are cut off.
 *
 * @throws RangeError for an unknown zone or a date that is none.
 */
export function localTimeIn(instant: Date, timeZone: string): string {
  // Swedes write times nearly as ISO 8601 does.
  const text = new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(instant);
  return text.replace(/\s/, "T");
}
