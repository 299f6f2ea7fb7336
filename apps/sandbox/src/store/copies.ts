import { randomInt } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { TABLES_OF_A_COPY } from "./migrate.js";
import type { Db } from "./open-store.js";
import { SCHEMA } from "./postgres.js";
import { prepare } from "./prepare.js";
import type { CopyRow, CopyTables, Tables } from "./tables.js";

/** Finds a copy of the data by its name. */
export async function findCopy(db: Db, kind: CopyRow["kind"], name: string): Promise<CopyRow | undefined> {
  return (await copyOfName(db, { kind, name }))[0];
}

/**
 * Finds a copy and keeps everybody else from writing to it until the transaction ends, by counting its version up. So what one
 * request reads and then writes cannot be changed by another one in between, and there is no other lock to think of.
 */
export async function lockCopy(db: Db, kind: CopyRow["kind"], name: string): Promise<CopyRow | undefined> {
  return (await lockedCopyOfName(db, { kind, name }))[0];
}

type Named = Pick<CopyRow, "kind" | "name">;

const copyOfName = prepare((db, { kind, name }: Named) =>
  db.selectFrom("copies").selectAll().where("kind", "=", kind).where("name", "=", name),
);

const lockedCopyOfName = prepare((db, { kind, name }: Named) =>
  db
    .updateTable("copies")
    .set((build) => ({ version: build("version", "+", 1) }))
    .where("kind", "=", kind)
    .where("name", "=", name)
    .returningAll(),
);

/** All copies of a kind whose name begins so, by name. */
export async function listCopies(db: Db, kind: CopyRow["kind"], prefix = ""): Promise<CopyRow[]> {
  const copies = await db.selectFrom("copies").selectAll().where("kind", "=", kind).orderBy("name").execute();
  return copies.filter(({ name }) => name.startsWith(prefix));
}

/**
 * Makes a copy without rows. Of several who do so at once under one name, one gets it; the others are told after it
 * has committed.
 *
 * @returns Its id; undefined when the name is taken.
 */
export async function insertCopy(db: Db, copy: Omit<CopyRow, "id">): Promise<number | undefined> {
  // At random: for the next number of a sequence, whoever makes a copy would wait for everybody else who does.
  const id = randomInt(MAX_ID);
  const inserted = await db
    .insertInto("copies")
    .values({ ...copy, id })
    .onConflict((conflict) => conflict.columns(["kind", "name"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted?.id;
}

const MAX_ID = 2 ** 47;

/** Stores what changes of a copy: its seed, its clock, its faults. */
export async function updateCopy(db: Db, id: number, changes: Partial<Omit<CopyRow, "id" | "version">>): Promise<void> {
  await db.updateTable("copies").set(changes).where("id", "=", id).execute();
}

/** Removes a copy and all its rows. */
export async function deleteCopy(db: Db, id: number): Promise<void> {
  await emptyCopy(db, id);
  await db.deleteFrom("copies").where("id", "=", id).execute();
}

/** Removes all rows of a copy. */
export async function emptyCopy(db: Db, id: number): Promise<void> {
  for (const { name } of await copyTables(db)) await db.deleteFrom(name).where("copy", "=", id).execute();
}

/** Adds all rows of one copy to another one, which must be empty. */
export async function addRows(db: Db, from: number, to: number): Promise<void> {
  for (const { name, columns } of await copyTables(db)) {
    const list = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(name)} (copy, ${list}) select ${to}, ${list} from ${sql.table(name)} where copy = ${from}`.execute(
      db,
    );
  }
}

type CopyTable = { readonly name: keyof CopyTables; readonly columns: readonly string[] };

/** The tables of a copy with their other columns, as the database tells: a table of somebody else is none, whatever its columns. */
async function copyTables(db: Kysely<Tables>): Promise<CopyTable[]> {
  const tables = await db.introspection.getTables();
  const own = tables.filter(({ name, schema }) => TABLES_OF_A_COPY.has(name) && (schema ?? SCHEMA) === SCHEMA);
  return own.map(({ name, columns }) => ({
    name: name as keyof CopyTables,
    columns: columns.map((column) => column.name).filter((column) => column !== "copy"),
  }));
}
