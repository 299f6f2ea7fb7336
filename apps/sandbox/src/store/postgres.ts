import { Kysely, PostgresDialect } from "kysely";
import type { Store } from "./open-store.js";
import type { Tables } from "./tables.js";

const CONNECT_TIMEOUT_MS = 10_000;
const MAX_CONNECTIONS = 10;
/** What is ours stands in a schema of its own, so that the database may hold other things too. */
export const SCHEMA = "quayside_sandbox";
/** PostgreSQL's number for `bigint`. */
const INT8 = 20;

/**
 * Opens PostgreSQL; nothing is sent yet.
 *
 * @param url - `postgres://user:password@host:port/database`.
 */
export async function openPostgres(url: string): Promise<Store> {
  // Loaded here only: whoever stays with SQLite does not wait for it.
  const { default: pg } = await import("pg");
  // Whole numbers here are ids and milliseconds, which a JavaScript number holds exactly.
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: `-c search_path=${SCHEMA}`,
    types,
  });
  // A connection that breaks while nobody uses it is replaced by the pool; the event must have a listener.
  pool.on("error", () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    dialect: "postgres",
    read: (work) => db.transaction().setAccessMode("read only").setIsolationLevel("repeatable read").execute(work),
    write: (work) => tryAgain(() => db.transaction().execute(work)),
    close: () => db.destroy(),
  };
}

/** What PostgreSQL undoes when two transactions stand in each other's way: a deadlock, or no order in which both make sense. */
const IN_THE_WAY = ["40P01", "40001"];
const MAX_TRIES = 5;

async function tryAgain<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction();
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (!IN_THE_WAY.includes(code) || tries === MAX_TRIES) throw error;
    }
  }
}
