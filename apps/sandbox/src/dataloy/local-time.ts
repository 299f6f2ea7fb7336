/**
 * Writes a time as Dataloy does: without an offset, to the second. No page says in which time zone (D-93); here it is UTC.
 *
 * @param time - Milliseconds since 1970, before the year 10000.
 */
export function writeLocalTime(time: number): string {
  return new Date(time).toISOString().slice(0, 19);
}
