import type { CopyTables } from "../store/tables.js";

/** Rows of some tables, still without the copy that they will belong to. */
export type SeedRows = { [Name in keyof CopyTables]?: readonly Omit<CopyTables[Name], "copy">[] };

/** Milliseconds since 1970 of an ISO 8601 time. */
export function at(time: string): number {
  return Date.parse(time);
}
