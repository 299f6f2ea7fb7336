import { exec } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listPublished } from "./list-published.ts";

const published = await listPublished(fileURLToPath(new URL("../..", import.meta.url)));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "quayside-build-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// tsc leaves what it wrote of a source that is gone, and turbo would keep it.
test.for(published)("the build of $name begins by removing what an older one left", async ({ folder: source }) => {
  const { scripts } = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  await mkdir(join(folder, "dist/deep"), { recursive: true });
  await writeFile(join(folder, "dist/deep/renamed.js"), "");
  await promisify(exec)(scripts.build.split(" && ")[0], { cwd: folder });
  expect(existsSync(join(folder, "dist"))).toBe(false);
});
