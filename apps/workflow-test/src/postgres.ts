import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ROOT } from "./repository.ts";

/** A PostgreSQL server of its own. */
export type Postgres = {
  /** The address of a database in it. */
  readonly url: string;
  stop(): Promise<void>;
};

/** Starts a PostgreSQL server, by the program that the sandbox's tests have for it. */
export async function startPostgres(): Promise<Postgres> {
  const cwd = join(ROOT, "apps/sandbox");
  const server = spawn(process.execPath, ["src/testing/postgres-server.ts"], {
    cwd,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const closed = once(server, "close");
  const ended = closed.then(([code]) => Promise.reject(new Error(`PostgreSQL did not start (exit code ${code}).`)));
  const [said] = await Promise.race([once(server.stdout, "data"), ended]);
  ended.catch(() => {});
  const stop = async () => {
    server.stdin.end();
    await closed;
  };
  return { url: `${String(said).trim()}/postgres`, stop };
}
