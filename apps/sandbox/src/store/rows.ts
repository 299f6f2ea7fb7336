import type { InsertObject } from "kysely";
import type { Db } from "./open-store.js";
import { prepare } from "./prepare.js";
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

/**
 * Makes a function that inserts one row into a table. For what requests do all the time: the statement is built once, with the
 * columns of the first row.
 */
export function rowInserter<Name extends keyof CopyTables>(
  table: Name,
): (db: Db, row: CopyTables[Name]) => Promise<unknown> {
  let columns: readonly string[] | undefined;
  const insert = prepare((db, values: CopyTables[Name]) => {
    const row = Object.fromEntries((columns ?? []).map((column) => [column, Reflect.get(values, column)]));
    return db.insertInto(table).values(row as InsertObject<Tables, Name>);
  });
  return (db, row) => {
    columns ??= Object.keys(row);
    return insert(db, row);
  };
}
