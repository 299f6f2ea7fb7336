import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { writePages } from "./write-pages.ts";

test("pages are written where they belong, and those of an earlier build are gone", async () => {
  const folder = await mkdtemp(join(tmpdir(), "quayside-made-"));
  await mkdir(join(folder, "old"));
  await writeFile(join(folder, "old", "page.md"), "# Old");
  const make = async () => [{ file: "reference/octopi/getOrder.md", source: "# Get" }];
  await writePages(pathToFileURL(`${folder}/`), [make, async () => [{ file: "states.md", source: "# States" }]]);
  expect((await readdir(folder)).toSorted()).toEqual(["reference", "states.md"]);
  expect(await readFile(join(folder, "reference", "octopi", "getOrder.md"), "utf8")).toBe("# Get");
  await rm(folder, { recursive: true });
});

test("two pages that differ in capitals alone stop the build", async () => {
  const make = (file: string) => async () => [{ file, source: "# Order" }];
  const written = writePages(new URL("file:///nowhere/"), [make("a/getOrder.md"), make("a/getorder.md")]);
  await expect(written).rejects.toThrow("a/getOrder.md and a/getorder.md would be one page");
});
