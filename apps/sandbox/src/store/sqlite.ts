import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import { exclusively } from "./exclusively.js";
import type { Db, Store } from "./open-store.js";
import { runDirectly } from "./prepare.js";
import type { Tables } from "./tables.js";

/** How long a transaction waits for another process that writes to the same file, before it gives up. */
const PATIENCE_MS = 20_000;
/** How long a statement itself waits, and everything else in this process with it. */
const BUSY_TIMEOUT_MS = 5;
const SQLITE_BUSY = 5;
/** More than all statements that the sandbox writes by itself; filters of callers are the rest. */
const MAX_STATEMENTS = 500;

/**
 * Opens SQLite, as Node brings it along. There is one connection, and transactions take turns on it.
 *
 * @param file - A path, or `:memory:`.
 * @throws Error - when the file cannot be opened, or is no database.
 */
export function openSqlite(file: string): Store {
  const database = new DatabaseSync(file, { timeout: PATIENCE_MS });
  // What was acknowledged is on the disk, even when the power fails; readers do not wait for a writer.
  database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory");
  database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
  const statements = cacheStatements(database);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: statements }) });
  runDirectly(db, (sql, parameters) => statements.prepare(sql).query(parameters));
  const take = exclusively();
  const begin = (how: string) => beginWhenFree(() => statements.prepare(how).run([]));
  const end = (how: string) => statements.prepare(how).run([]);
  const transact = (how: string) => (work: (db: Db) => Promise<unknown>) =>
    take(async () => {
      // Without a promise where nobody else is at the file, which is nearly always.
      const waiting = begin(how);
      if (waiting !== undefined) await waiting;
      try {
        const result = await work(db);
        end("commit");
        return result;
      } catch (error) {
        // After some errors, such as a full disk, SQLite has done so by itself.
        if (database.isTransaction) end("rollback");
        throw error;
      }
    });
  return {
    dialect: "sqlite",
    read: transact("begin") as Store["read"],
    // The lock at once: a transaction that only finds out later that it has to wait must start again.
    write: transact("begin immediate") as Store["write"],
    close: () => take(async () => database.close()),
  };
}

/** Begins, or waits and begins as soon as no other process writes; undefined when it has begun already. */
function beginWhenFree(begin: () => void): Promise<void> | undefined {
  if (hasBegun(begin)) return undefined;
  return (async () => {
    for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt; ) {
      await new Promise((wake) => setTimeout(wake, BUSY_TIMEOUT_MS));
      if (hasBegun(begin)) return;
    }
    begin();
  })();
}

function hasBegun(begin: () => void): boolean {
  try {
    begin();
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}

/** Keeps what was prepared, and has the interface that Kysely wants. The oldest statement goes when there are too many. */
function cacheStatements(database: DatabaseSync) {
  const cache = new Map<string, ReturnType<typeof statementOf>>();
  return {
    close: () => database.close(),
    prepare: (sql: string) => {
      const known = cache.get(sql);
      if (known !== undefined) return known;
      const statement = statementOf(database.prepare(sql));
      if (cache.size >= MAX_STATEMENTS) cache.delete(cache.keys().next().value ?? "");
      cache.set(sql, statement);
      return statement;
    },
  };
}

function statementOf(statement: StatementSync) {
  const names = statement.columns().map(({ name }) => name);
  const reader = names.length > 0;
  // Node's own row objects have no prototype, and take twice as long to make and to read.
  statement.setReturnArrays(true);
  const run = (parameters: readonly unknown[]) => statement.run(...(parameters as SQLInputValue[]));
  const all = (parameters: readonly unknown[]) => {
    const rows = statement.all(...(parameters as SQLInputValue[])) as unknown as SQLOutputValue[][];
    return rows.map((row) => toObject(names, row));
  };
  const query = (parameters: readonly unknown[]) => {
    if (reader) return all(parameters);
    run(parameters);
    return [];
  };
  return { reader, run, all, query, iterate: (parameters: readonly unknown[]) => all(parameters).values() };
}

function toObject(
  names: readonly string[],
  row: readonly SQLOutputValue[],
): Record<string, SQLOutputValue | undefined> {
  const made: Record<string, SQLOutputValue | undefined> = {};
  for (let index = 0; index < names.length; index += 1) made[names[index] ?? ""] = row[index];
  return made;
}
