import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL server in which tests make databases of their own; without a database's name at its end. */
    postgres: string;
  }
}

/**
 * Gives the tests a real PostgreSQL: the server of `SANDBOX_TEST_DATABASE_URL`, or else one that is started for this run. Where
 * neither can be had, the tests fail: a store that was only tried on SQLite is not tested.
 */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env.SANDBOX_TEST_DATABASE_URL ?? "";
  if (given !== "") {
    provide("postgres", given.replace(/\/[^/]*$/, ""));
    return async () => {};
  }
  const program = fileURLToPath(new URL("postgres-server.ts", import.meta.url));
  const server = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] });
  const closed = once(server, "close");
  const ended = closed.then(([code]) => Promise.reject(new Error(`PostgreSQL did not start (exit code ${code}).`)));
  const [url] = await Promise.race([once(server.stdout, "data"), ended]);
  ended.catch(() => {});
  provide("postgres", String(url).trim());
  return async () => {
    server.stdin.end();
    await closed;
  };
}
