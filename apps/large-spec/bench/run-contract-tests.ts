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
  // A busy machine is no finding.
  const options = ["--seed", "1", "--timeout-ms", "60000"];
  const args = ["--api", "octopi", "--target", server.origin, "--token", "any", ...options];
  await promisify(execFile)(process.execPath, [command, ...args], { maxBuffer: 1 << 28 });
} catch (error) {
  // The summary's end says what was found; all before it is thousands of lines.
  const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
  throw new Error(`The contract tests found something:\n${(stdout || stderr).slice(-3000)}`);
} finally {
  server.close();
}
