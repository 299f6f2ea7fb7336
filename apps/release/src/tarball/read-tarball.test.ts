import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readTarball } from "./read-tarball.ts";

const long = `${"deep/".repeat(25)}file.js`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "quayside-tarball-"));
  await mkdir(join(folder, "package", "deep/".repeat(25)), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("files have their bytes, whatever their size, under their paths, however long", async () => {
  const sizes = { "empty.txt": 0, "block.bin": 512, "more.bin": 1300, [long]: 20 };
  for (const [path, size] of Object.entries(sizes)) await write(path, "ä".repeat(size / 2));
  const files = readTarball(await pack(Object.keys(sizes)));
  expect([...files].map(([path, { bytes }]) => [path, bytes.toString("utf8").length * 2])).toEqual(
    Object.entries(sizes),
  );
});

test.skipIf(process.platform === "win32")("a file that may be run is told from one that may not", async () => {
  await write("run.js", "");
  await write("read.js", "");
  await chmod(join(folder, "package/run.js"), 0o755);
  const files = readTarball(await pack(["run.js", "read.js"]));
  expect([...files.values()].map(({ executable }) => executable)).toEqual([true, false]);
});

test.skipIf(process.platform === "win32")("a link is refused", async () => {
  await symlink("nowhere", join(folder, "package/link"));
  const packed = await pack(["link"]);
  expect(() => readTarball(packed)).toThrow('package/link is no plain file: its type in the tarball is "2".');
});

async function write(path: string, text: string): Promise<void> {
  await writeFile(join(folder, "package", path), text);
}

/** By the machine's own tar, in the form that npm writes. */
async function pack(paths: readonly string[]): Promise<Buffer> {
  const inside = paths.map((path) => `package/${path}`);
  await promisify(execFile)("tar", ["--format=ustar", "-czf", "packed.tgz", ...inside], { cwd: folder });
  return await readFile(join(folder, "packed.tgz"));
}
