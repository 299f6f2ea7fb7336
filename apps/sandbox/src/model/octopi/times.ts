import { refuse } from "../call.js";

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/**
 * The instant that a text of a request stands for, cut to the second: so many days after the first of the month.
 *
 * @throws Refused - 422 for years that cannot be shown.
 */
export function readInstant(text: string): number {
  const firstOfMonth = Date.parse(`${text.slice(0, 7)}-01T00:00:00Z`);
  const days = Number(text.slice(8, 10)) - 1;
  const timeOfDay = Date.parse(`1970-01-01${text.slice(10)}`);
  return inRange(cut(firstOfMonth + days * DAY_MS + timeOfDay));
}

/** The instant that a text stands for; of a date, the first one that the clock on the wall shows there. */
export function readInstantOrDay(text: string, timeZone: string): number {
  if (text.includes("T")) return inRange(Date.parse(text));
  const noon = Date.parse(`${text}T12:00:00Z`);
  const quarters = Array.from({ length: 192 }, (_, index) => noon - DAY_MS + index * 900_000);
  const midnight = quarters.find((time) => onTheWall(time, timeZone) === `${text}T00:00:00`);
  return inRange(midnight ?? Number.NaN);
}

/** An instant as answers show it. */
export function showInstant(instant: number, timeZone: string): string {
  const wall = onTheWall(instant, timeZone);
  const ahead = Date.parse(`${wall}Z`) - cut(instant);
  const size = new Date(Math.abs(ahead)).toISOString().slice(11, 16);
  return `${wall}${ahead < 0 ? "-" : "+"}${size}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function onTheWall(instant: number, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone });
  clocks.set(timeZone, clock);
  return clock.format(instant).replace(" ", "T");
}

function cut(instant: number): number {
  return Math.floor(instant / SECOND_MS) * SECOND_MS;
}

/** Whether an instant can be shown in every time zone. */
export function isShown(instant: number): boolean {
  return instant >= Date.UTC(1970, 0, 2) && instant < Date.UTC(9999, 0, 1);
}

function inRange(instant: number): number {
  return isShown(instant) ? instant : refuse(422, "out of range");
}
