import { Kysely, PostgresDialect } from "kysely";
import type { Store } from "./open-store.js";
import type { Tables } from "./tables.js";

const CONNECT_TIMEOUT_MS = 10_000;
const MAX_CONNECTIONS = 10;
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
    types,
  });
  // A connection that breaks while nobody uses it is replaced by the pool; the event must have a listener.
  pool.on("error", () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    dialect: "postgres",
    read: (work) => db.transaction().setAccessMode("read only").setIsolationLevel("repeatable read").execute(work),
    write: (work) => db.transaction().execute(work),
    close: () => db.destroy(),
  };
}
