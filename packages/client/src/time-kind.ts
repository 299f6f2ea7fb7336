/**
 * What a time is: `offset-time`, an instant with its offset, as Octopi writes it; `local-time`, Dataloy's date and time of day that
 * belong to no zone; `date`, a day.
 */
export type TimeKind = "offset-time" | "local-time" | "date";

const FORM = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d((\.\d+)?(Z|[+-]\d\d:\d\d))?)?$/;

/** Says what a text is by its form; undefined for one that is no time. */
export function timeKindOf(text: string): TimeKind | undefined {
  const [whole, time, offset] = FORM.exec(text) ?? [];
  if (offset) return "offset-time";
  if (time) return "local-time";
  return whole === undefined ? whole : "date";
}
