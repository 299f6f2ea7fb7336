import type { InsertObject } from "kysely";
import type { Db } from "./open-store.js";
import { type Prepared, prepare } from "./prepare.js";
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

/** Inserts a row. For what every request may do: the statement is built once for each set of columns. */
export async function insertRow<Name extends keyof CopyTables>(
  db: Db,
  table: Name,
  row: CopyTables[Name],
): Promise<void> {
  const columns = Object.keys(row);
  const key = `${table} ${columns.join()}`;
  const insert = inserts.get(key) ?? buildInsert(table, columns);
  inserts.set(key, insert);
  await insert(db, row);
}

const inserts = new Map<string, Prepared<object, unknown>>();

function buildInsert<Name extends keyof CopyTables>(
  table: Name,
  columns: readonly string[],
): Prepared<object, unknown> {
  return prepare((db, values: object) => {
    const row = Object.fromEntries(columns.map((column) => [column, Reflect.get(values, column)]));
    return db.insertInto(table).values(row as InsertObject<Tables, Name>);
  });
}
