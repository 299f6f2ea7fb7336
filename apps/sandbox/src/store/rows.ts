import type { InsertObject } from "kysely";
import type { Db } from "./open-store.js";
import type { CopyTables, Tables } from "./tables.js";

/** PostgreSQL takes 65,535 values in a statement, SQLite 32,766. */
const MAX_VALUES = 30_000;

/** Inserts rows, in as many statements as are needed. */
export async function insertRows<Name extends keyof CopyTables>(
  db: Db,
  table: Name,
  rows: readonly CopyTables[Name][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const size = Math.floor(MAX_VALUES / Object.keys(first).length);
  for (let from = 0; from < rows.length; from += size) {
    const some = rows.slice(from, from + size) as unknown as InsertObject<Tables, Name>[];
    await db.insertInto(table).values(some).execute();
  }
}
