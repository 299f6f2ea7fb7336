import { type Kysely, sql } from "kysely";
import { FIRST_TABLES, first } from "./migrations/0001-first.js";
import { type SchemaTools, schemaTools } from "./migrations/schema-tools.js";
import type { Db, Store } from "./open-store.js";
import { SCHEMA } from "./postgres.js";

/** In order; a database's version is how many of them it has seen. New ones are added at the end. */
const MIGRATIONS: readonly ((tools: SchemaTools) => Promise<void>)[] = [first];

/** The version that this program works with. */
export const VERSION = MIGRATIONS.length;

/** The names of the tables whose rows belong to a copy of the data. */
export const TABLES_OF_A_COPY: ReadonlySet<string> = new Set(Object.keys(FIRST_TABLES));

/** No other program uses this number for an advisory lock on purpose. */
const LOCK = 40_201_117;

/**
 * Brings the database to {@link VERSION}, in one transaction. Several processes may do so at once: one does the work.
 *
 * @throws Error - when a newer version of the sandbox made the database.
 */
export async function migrate({ dialect, write }: Store): Promise<void> {
  await write(async (db) => {
    if (dialect === "postgres") await takeSchema(db);
    await sql`create table if not exists schema_version (version integer not null)`.execute(db);
    const { rows } = await sql<{ version: number }>`select version from schema_version`.execute(db);
    const version = rows[0]?.version ?? 0;
    if (version > VERSION) throw new Error(newer(version));
    const tools = schemaTools(db as unknown as Kysely<unknown>, dialect);
    for (const migration of MIGRATIONS.slice(version)) await migration(tools);
    if (rows.length === 0) await sql`insert into schema_version values (${sql.lit(VERSION)})`.execute(db);
    else if (version < VERSION) await sql`update schema_version set version = ${sql.lit(VERSION)}`.execute(db);
  });
}

/** One process at a time; the others wait. */
async function takeSchema(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(db);
  await sql`create schema if not exists ${sql.id(SCHEMA)}`.execute(db);
}

function newer(version: number): string {
  return (
    `The database has version ${version} of the schema, and this sandbox knows versions up to ${VERSION}. ` +
    "A newer sandbox made it: install that one, or choose another database with --database."
  );
}
