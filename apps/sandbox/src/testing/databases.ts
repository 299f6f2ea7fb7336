import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";

/** A database for one test file, and what removes it. */
export type TestDatabase = { readonly url: string; remove(): Promise<void> };

/** A kind of database that the store runs on. */
export type DatabaseKind = { readonly name: string; make(): Promise<TestDatabase> };

/** Every kind of database: what is tested of the store is tested on each. */
export const DATABASES: readonly DatabaseKind[] = [
  { name: "SQLite in memory", make: async () => ({ url: ":memory:", remove: async () => {} }) },
  { name: "SQLite in a file", make: makeFile },
  { name: "PostgreSQL", make: makePostgres },
];

/** The kinds that several processes can share. */
export const SHARED_DATABASES = DATABASES.slice(1);

/** A database in a file of its own. */
export async function makeFile(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-"));
  return { url: join(folder, "sandbox.db"), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A database on the server that the whole run shares. */
export async function makePostgres(): Promise<TestDatabase> {
  const server = inject("postgres");
  const name = `sandbox_${randomUUID().replaceAll("-", "")}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: `${server}/postgres` });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`create database ${name}`);
  return { url: `${server}/${name}`, remove: () => run(`drop database ${name} with (force)`) };
}
