import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "./repository.ts";

const run = promisify(execFile);
const PROGRAM = join(ROOT, "apps/workflow-test/consumer/main.js");
const shell = process.platform === "win32";
let packed: string;
beforeAll(async () => {
  packed = await mkdtemp(join(tmpdir(), "quayside-packed-"));
  for (const folder of ["packages/client", "packages/types", "packages/serve", "apps/mock", "spec"]) {
    await run("pnpm", ["pack", "--pack-destination", packed], { cwd: join(ROOT, folder), shell });
  }
});
afterAll(() => rm(packed, { recursive: true, force: true }));

test("what the job `consumers` runs installs the tarballs and calls with the client", async () => {
  const { stdout } = await run(process.execPath, [PROGRAM, packed]);
  expect(stdout).toMatch(/^Node [\d.]+: the client got API_TEST_002 from the mock$/m);
});

test("it fails, and says which, where a tarball is missing", async () => {
  const { version } = JSON.parse(await readFile(join(ROOT, "packages/types/package.json"), "utf8"));
  await rm(join(packed, `quayside-types-${version}.tgz`));
  await expect(run(process.execPath, [PROGRAM, packed])).rejects.toThrow("one tarball of @quayside/types; it holds 0.");
});
