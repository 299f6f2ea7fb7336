import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type TransactionSettings,
} from "kysely";
import type { Tables } from "./tables.js";

/** How long a transaction waits for another process that writes to the same file, before it gives up. */
const PATIENCE_MS = 20_000;
/** How long a statement itself waits, and everything else in this process with it. */
const BUSY_TIMEOUT_MS = 5;
const SQLITE_BUSY = 5;
/** More than all statements that the sandbox writes by itself; filters of callers are the rest. */
const MAX_STATEMENTS = 500;

/**
 * Opens SQLite, as Node brings it along.
 *
 * @param file - A path, or `:memory:`.
 * @throws Error - when the file cannot be opened, or is no database.
 */
export function openSqlite(file: string): Kysely<Tables> {
  const database = new DatabaseSync(file, { timeout: PATIENCE_MS });
  // What was acknowledged is on the disk, even when the power fails; readers do not wait for a writer.
  database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory");
  database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
  return new Kysely<Tables>({ dialect: new NodeSqliteDialect({ database: withCachedStatements(database) }) });
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }
}

/** A transaction that writes takes the lock at once: one that only finds out later that it has to wait must start again. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = settings?.accessMode === "read only" ? BEGIN : BEGIN_IMMEDIATE;
    for (const giveUpAt = Date.now() + PATIENCE_MS; ; await new Promise((wake) => setTimeout(wake, BUSY_TIMEOUT_MS))) {
      try {
        await connection.executeQuery(begin);
        return;
      } catch (error) {
        if (!isBusy(error) || Date.now() >= giveUpAt) throw error;
      }
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}

const BEGIN = CompiledQuery.raw("begin");
const BEGIN_IMMEDIATE = CompiledQuery.raw("begin immediate");

/** The interface that Kysely wants, which is another library's. The oldest statement goes when there are too many. */
function withCachedStatements(database: DatabaseSync) {
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
  // Node's own row objects have no prototype, and take twice as long to make and to read.
  statement.setReturnArrays(true);
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  const all = (parameters: readonly unknown[]) => {
    const rows = statement.all(...values(parameters)) as unknown as SQLOutputValue[][];
    return rows.map((row) => toObject(names, row));
  };
  return {
    reader: names.length > 0,
    all,
    run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
    iterate: (parameters: readonly unknown[]) => all(parameters).values(),
  };
}

function toObject(
  names: readonly string[],
  row: readonly SQLOutputValue[],
): Record<string, SQLOutputValue | undefined> {
  const made: Record<string, SQLOutputValue | undefined> = {};
  for (let index = 0; index < names.length; index += 1) made[names[index] ?? ""] = row[index];
  return made;
}
