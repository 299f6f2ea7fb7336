import { Refusal } from "@quayside/serve";

const REQUEST_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;
const MINUTE_MS = 60_000;
/** Time zones before 1970 had offsets with seconds, which an answer cannot show; after 9998 a zone may be in a year of five digits. */
const EARLIEST = Date.UTC(1970, 0, 2);
const LATEST = Date.UTC(9999, 0, 1);

/**
 * Reads a time of a request, to the second. A day that its month lacks rolls over: 31 April is 1 May (D-11).
 *
 * @param text - In the form that the spec's `RequestTime` has.
 * @returns Milliseconds since 1970.
 * @throws Refusal - 422 for a time before 1970 or after 9998.
 */
export function readTime(text: string): number {
  const [, year, month, day, hour, minute, second, sign, offsetHours, offsetMinutes] = REQUEST_TIME.exec(text) ?? [];
  // JavaScript takes the years 0 to 99 for the twentieth century's.
  if (Number(year) < 1970) return inRange(Number.NaN, text);
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const offset = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * MINUTE_MS * (sign === "-" ? -1 : 1);
  return inRange(local - offset, text);
}

/**
 * Reads a date, or a time with an offset.
 *
 * @returns Milliseconds since 1970; for a date, its first moment in the time zone.
 * @throws Refusal - 422 for a time before 1970 or after 9998.
 */
export function readDateOrTime(text: string, timeZone: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return inRange(Date.parse(text), text);
  const utc = Date.parse(`${text}T00:00:00Z`);
  // The offset at midnight is known once midnight is; near a change of the clocks the first guess may miss it.
  const guess = utc - offsetMinutesAt(utc, timeZone) * MINUTE_MS;
  return inRange(utc - offsetMinutesAt(guess, timeZone) * MINUTE_MS, text);
}

/** Writes a time in a time zone with its offset at that time, to the second: `2024-01-29T05:33:55-05:00` (D-12). */
export function writeTime(time: number, timeZone: string): string {
  const offset = offsetMinutesAt(time, timeZone);
  const local = new Date(time + offset * MINUTE_MS).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? "-" : "+"}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** As {@link writeTime}; null stays null. */
export function writeTimeOrNull(time: number | null, timeZone: string): string | null {
  return time === null ? null : writeTime(time, timeZone);
}

/** Whether a time can be shown in every time zone: from 1970 to 9998. */
export function canBeShown(time: number): boolean {
  return time >= EARLIEST && time < LATEST;
}

function inRange(time: number, text: string): number {
  if (canBeShown(time)) return time;
  throw new Refusal(422, `The time ${text} is out of range: send one from 1970 to 9998.`);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** Offsets change at full quarters of an hour, and asking for one takes longer than all else in a request. */
const QUARTER_MS = 15 * MINUTE_MS;
const MAX_KNOWN = 10_000;
const known = new Map<string, Map<number, number>>();
const formats = new Map<string, Intl.DateTimeFormat>();

function offsetMinutesAt(time: number, timeZone: string): number {
  const quarter = Math.floor(time / QUARTER_MS);
  const ofZone = known.get(timeZone) ?? new Map<number, number>();
  const offset = ofZone.get(quarter);
  if (offset !== undefined) return offset;
  if (ofZone.size >= MAX_KNOWN) ofZone.clear();
  const found = lookUpOffset(quarter * QUARTER_MS, timeZone);
  known.set(timeZone, ofZone.set(quarter, found));
  return found;
}

function lookUpOffset(time: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset", year: "numeric" });
  formats.set(timeZone, format);
  const name = format.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === "-" ? -1 : 1);
}
