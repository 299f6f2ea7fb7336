import { mkdtemp, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mirrorWorkspace } from "./mirror-workspace.ts";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "quayside-mirror-")), "workspace");
  await mirrorWorkspace(folder, ["spec", "packages/types", "apps/contract-test"]);
});

afterAll(() => rm(join(folder, ".."), { recursive: true, force: true }));

test("a mirrored package uses the mirrored ones, and the installed ones else", async () => {
  const target = async (name: string) => await realpath(join(folder, "apps/contract-test/node_modules", name));
  expect(await target("@quayside/types")).toBe(await realpath(join(folder, "packages/types")));
  expect(await target("@quayside/client")).toBe(await realpath(join(workspace, "packages/client")));
  expect(await target("vitest")).toBe(await realpath(join(workspace, "apps/contract-test/node_modules/vitest")));
});

test("what is changed there is not changed here", async () => {
  const file = "spec/octopi/openapi.yaml";
  const before = await readFile(join(workspace, file), "utf8");
  await writeFile(join(folder, file), "openapi: none");
  expect(await readFile(join(workspace, file), "utf8")).toBe(before);
});

test("what is of no use in a mirror is left out", async () => {
  await expect(stat(join(folder, "apps/contract-test/bench"))).rejects.toThrow("ENOENT");
});

test("a place without a package is refused by name", async () => {
  await expect(mirrorWorkspace(join(folder, "other"), ["packages/none"])).rejects.toThrow(
    "There is no package in packages/none",
  );
});
