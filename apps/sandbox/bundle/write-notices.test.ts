import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeNotices } from "./write-notices.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "quayside-notices-"));
  await write("node_modules/plain/package.json", '{ "name": "plain", "version": "1.2.3", "license": "MIT" }');
  await write("node_modules/plain/index.js", "export const plain = 1; export const unused = 2;");
  await write("node_modules/plain/LICENSE.md", "Copyright of plain\n");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("name, version and licence text of each bundled package are there, once", async () => {
  await write(
    "node_modules/@scope/deep/package.json",
    '{ "name": "@scope/deep", "version": "4.0.0", "license": "ISC", "main": "dist/index.js" }',
  );
  // Some packages have further manifests, which name nothing.
  await write("node_modules/@scope/deep/dist/package.json", '{ "type": "module" }');
  await write("node_modules/@scope/deep/dist/index.js", 'export * from "./part/more.js"; export const deep = 1;');
  await write("node_modules/@scope/deep/dist/part/more.js", "export const more = 1;");
  await write("node_modules/@scope/deep/LICENCE", "Copyright of deep");
  await write("node_modules/@scope/deep/NOTICE", "Notice of deep");
  const notices = await bundle('import { plain } from "plain"; import * as all from "@scope/deep"; use(plain, all);');
  const rule = `\n${"-".repeat(80)}\n\n`;
  expect(notices.split(rule)).toEqual([
    "The files beside this one contain code of these packages.\n",
    "@scope/deep 4.0.0 (ISC)\n\nCopyright of deep\n\nNotice of deep\n",
    "plain 1.2.3 (MIT)\n\nCopyright of plain\n",
  ]);
});

test("a package of which nothing is left in the bundle is not named", async () => {
  await write("node_modules/shaken/package.json", '{ "name": "shaken", "version": "1.0.0", "sideEffects": false }');
  await write("node_modules/shaken/index.js", "export const shaken = 1;");
  const notices = await bundle('import { plain } from "plain"; import { shaken } from "shaken"; use(plain);');
  expect(notices).toContain("plain 1.2.3");
  expect(notices).not.toContain("shaken");
});

test("a bundled package without a licence text is refused", async () => {
  await write("node_modules/bare/package.json", '{ "name": "bare", "version": "2.0.0", "license": "MIT" }');
  await write("node_modules/bare/index.js", "export const bare = 1;");
  await expect(bundle('import { bare } from "bare"; use(bare);')).rejects.toThrow(
    "bare 2.0.0 (MIT) is in the bundle and has no licence text. Bundle without it.",
  );
});

async function bundle(source: string): Promise<string> {
  await write("main.js", source);
  const options = { absWorkingDir: folder, bundle: true, format: "esm", metafile: true, write: false } as const;
  const { metafile } = await build({ entryPoints: ["main.js"], outdir: "out", ...options });
  return await writeNotices(metafile, folder);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
