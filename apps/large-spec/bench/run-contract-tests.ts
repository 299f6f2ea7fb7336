// node run-contract-tests.ts <mirrored workspace>: runs the contract tests there, as the command does, on a server of the spec's examples.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { readBundle } from "./examples-of.ts";
import { openExamplesServer } from "./open-examples-server.ts";

const [mirror = ""] = process.argv.slice(2);
const server = await openExamplesServer(await readBundle(mirror));
try {
  const command = join(mirror, "apps/contract-test/dist/src/main.js");
  const args = ["--api", "octopi", "--target", server.origin, "--token", "any", "--seed", "1"];
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...args], { maxBuffer: 1 << 28 });
  console.log(stdout.slice(-2000));
} finally {
  server.close();
}
