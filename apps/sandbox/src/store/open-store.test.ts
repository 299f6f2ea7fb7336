import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { createSandbox } from "../create-sandbox.js";
import { DATABASES, makeFile, makePostgres, SHARED_DATABASES } from "../testing/databases.js";
import { VERSION } from "./migrate.js";
import { openStore } from "./open-store.js";

describe.each(DATABASES)("on $name", ({ make }) => {
  test("what a transaction throws undoes all of it", async () => {
    const store = await openStore((await make()).url);
    const failing = store.write(async (db) => {
      await db.insertInto("settings").values({ name: "a", value: "1" }).execute();
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await store.read((db) => db.selectFrom("settings").selectAll().execute())).toEqual([]);
    await store.close();
  });

  test("texts compare by code point, whatever the language of the server", async () => {
    const store = await openStore((await make()).url);
    const names = ["b", "B", "ä", "a", "Z", "_", "1"];
    await store.write(async (db) => {
      for (const name of names) await db.insertInto("settings").values({ name, value: "" }).execute();
    });
    const rows = await store.read((db) => db.selectFrom("settings").select("name").orderBy("name").execute());
    expect(rows.map(({ name }) => name)).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)));
    await store.close();
  });

  test("numbers come back as they were stored, to the last digit that JavaScript holds", async () => {
    const store = await openStore((await make()).url);
    const made_at = Number.MAX_SAFE_INTEGER;
    const rest = {
      seed_size: 0,
      seed_number: 4_294_967_295,
      clock_frozen_at: null,
      clock_offset_ms: -1,
      version: 0,
      faults: 0,
    };
    const row = { id: 1, kind: "session" as const, name: "n", made_at, ...rest };
    await store.write((db) => db.insertInto("copies").values(row).execute());
    expect(await store.read((db) => db.selectFrom("copies").selectAll().executeTakeFirst())).toEqual(row);
    await store.close();
  });
});

describe.each(SHARED_DATABASES)("on $name", ({ make }) => {
  test("several that open a new database at once all find it made", async () => {
    const { url } = await make();
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(url)));
    for (const store of stores) {
      const { rows } = await store.read((db) =>
        sql<{ version: number }>`select version from schema_version`.execute(db),
      );
      expect(rows).toEqual([{ version: VERSION }]);
    }
    await Promise.all(stores.map((store) => store.close()));
  });

  test("a database of a newer version is refused with what to do", async () => {
    const { url } = await make();
    const store = await openStore(url);
    await store.write((db) => sql`update schema_version set version = ${sql.lit(VERSION + 1)}`.execute(db));
    await store.close();
    await expect(openStore(url)).rejects.toThrow(
      `The database has version ${VERSION + 1} of the schema, and this sandbox knows versions up to ${VERSION}. ` +
        "A newer sandbox made it: install that one, or choose another database with --database.",
    );
  });
});

test("what else is in a PostgreSQL database is left alone, even a table with a column of the same name", async () => {
  const { url } = await makePostgres();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("create table books (id int, copy int); insert into books values (1, 1)");
  await client.query("create table counters (copy int); insert into counters values (7)");
  await client.query(
    "create schema other; create table other.settings (copy int); create view kept as select 1 as copy",
  );
  const sandbox = await createSandbox({ database: url });
  const reset = new Request("http://127.0.0.1/_sandbox/session/reset", { method: "POST" });
  expect((await sandbox.fetch(reset)).status).toBe(200);
  await sandbox.close();
  const { rows } = await client.query("select (select count(*) from books) + (select count(*) from counters) as kept");
  expect(rows).toEqual([{ kept: "2" }]);
  await client.end();
});

test("a file that is no database is refused, and left as it is", async () => {
  const { url } = await makeFile();
  const { writeFile, readFile } = await import("node:fs/promises");
  await writeFile(url, "Not a database, but a text that is long enough to be looked at.".repeat(50));
  await expect(openStore(url)).rejects.toThrow(`The database ${url} cannot be used: file is not a database`);
  expect(await readFile(url, "utf8")).toMatch(/^Not a database/);
});

test("what another process holds for a moment is waited for, and this process goes on meanwhile", async () => {
  const { url } = await makeFile();
  const store = await openStore(url);
  const other = new DatabaseSync(url);
  other.exec("begin immediate");
  const written = store.write((db) => db.insertInto("settings").values({ name: "a", value: "1" }).execute());
  // Only a process that is not blocked gets here while the other one still holds the lock.
  await new Promise((wake) => setTimeout(wake, 50));
  other.exec("commit");
  await written;
  other.close();
  await store.close();
});
