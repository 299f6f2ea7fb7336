import type { Call } from "../../mutant.ts";

/** The time zone of the organisation that calls. */
export function zoneOf({ sent }: Call): string {
  return sent.headers.authorization === "Token token=demo2" ? "Europe/Oslo" : "America/New_York";
}

/** Writes a time as Octopi does: in a time zone, with its offset, to the second. */
export function writeTime(time: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const name = format.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const offset = /[+-]\d\d:\d\d/.exec(name)?.[0] ?? "+00:00";
  return withOffset(time, offset);
}

/** Writes a time with an offset, such as `-05:00`. */
export function withOffset(time: number, offset: string): string {
  const sign = offset.startsWith("-") ? -1 : 1;
  const minutes = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)));
  return new Date(time + minutes * 60_000).toISOString().slice(0, 19) + offset;
}

/** Reads a time of a request; a day that its month lacks rolls over. */
export function readTime(text: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (text.match(/\d+/g) ?? []).map(Number);
  const offset = /[+-]\d\d:\d\d$/.exec(text)?.[0] ?? "+00:00";
  const local = `${new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString().slice(0, 19)}${offset}`;
  return Date.parse(local);
}
