import type { Kysely } from "kysely";
import { migrate } from "./migrate.js";
import type { Dialect } from "./migrations/schema-tools.js";
import { openPostgres } from "./postgres.js";
import { openSqlite } from "./sqlite.js";
import type { Tables } from "./tables.js";

/** The database within one transaction. */
export type Db = Kysely<Tables>;

/** Where the state is kept. */
export type Store = {
  readonly dialect: Dialect;
  /** Runs a transaction that sees one state of the database, whatever others write meanwhile. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Runs a transaction that writes. What it throws undoes all of it. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

const POSTGRES = /^postgres(ql)?:\/\//;

/**
 * Opens a database and brings it to the version that this program works with.
 *
 * @param database - `:memory:`, the path of a file, or `postgres://…`.
 * @throws Error - that says what to do, when it cannot be opened or is of a newer version. It never shows a password.
 */
export async function openStore(database: string): Promise<Store> {
  let store: Store | undefined;
  try {
    store = POSTGRES.test(database) ? await openPostgres(database) : openSqlite(database);
    await migrate(store);
    return store;
  } catch (error) {
    await store?.close().catch(() => {});
    throw new Error(`The database ${nameOf(database)} cannot be used: ${messageOf(error)}`, { cause: error });
  }
}

/** A URL's user and password stay out of every message. */
function nameOf(database: string): string {
  if (!POSTGRES.test(database)) return database;
  if (!URL.canParse(database)) return "postgres://…";
  const { host, pathname } = new URL(database);
  return `postgres://${host}${pathname}`;
}

function messageOf(error: unknown): string {
  // A refused connection is an AggregateError without a message of its own.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
