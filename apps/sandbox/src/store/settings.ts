import type { Db } from "./open-store.js";

/** Reads a fact about the database; undefined when it was never kept. */
export async function readSetting(db: Db, name: string): Promise<string | undefined> {
  const row = await db.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value;
}

/** Keeps a fact about the database, unless it is there already; of several who do so at once, all get the same. */
export async function keepSetting(db: Db, name: string, make: () => string): Promise<string> {
  const known = await readSetting(db, name);
  if (known !== undefined) return known;
  const row = { name, value: make() };
  await db
    .insertInto("settings")
    .values(row)
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  return (await readSetting(db, name)) ?? row.value;
}
