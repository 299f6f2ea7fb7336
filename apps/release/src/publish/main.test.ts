import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outsideEnvironment, run } from "../outside/run-outside.ts";

const app = fileURLToPath(new URL("../..", import.meta.url));
const { ACTIONS_ID_TOKEN_REQUEST_URL: _url, NODE_AUTH_TOKEN: _one, NPM_TOKEN: _other, ...env } = outsideEnvironment();

// As in a checkout in which nothing is installed.
let checkout: string;
beforeAll(async () => {
  checkout = await mkdtemp(join(tmpdir(), "quayside-checkout-"));
  await cp(join(app, "src"), join(checkout, "src"), { recursive: true });
  await cp(join(app, "dist"), join(checkout, "tarballs"), { recursive: true });
  await cp(join(app, "package.json"), join(checkout, "package.json"));
});
afterAll(() => rm(checkout, { recursive: true, force: true }));

test.each([
  [["tarballs"], 'Only a GitHub workflow publishes, in a job with "permissions: id-token: write". Try --dry-run here.'],
  [
    ["nowhere"],
    'There is no tarball in nowhere. Build them with "pnpm exec turbo run build --filter=@quayside/release".',
  ],
  [[], "Usage: node apps/release/src/publish/main.ts <folder of tarballs> [--dry-run]"],
  [["tarballs", "--force"], "Unknown option '--force'"],
])("without anything installed, %j is refused with a sentence", async (args, sentence) => {
  const refused = runCommand(...args);
  await expect(refused).rejects.toThrow(sentence);
  await expect(refused).rejects.not.toThrow("    at ");
});

async function runCommand(...args: string[]): Promise<string> {
  return await run(process.execPath, ["src/publish/main.ts", ...args], checkout, env);
}
