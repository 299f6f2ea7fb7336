import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readManifest } from "../tarball/read-manifest.ts";
import { packPackage } from "./pack-package.ts";

const workspace = fileURLToPath(new URL("../../../../", import.meta.url));
const { GITHUB_SERVER_URL: _server, GITHUB_REPOSITORY: _name, ...env } = process.env;

let into: string;
beforeEach(async () => {
  into = await mkdtemp(join(tmpdir(), "quayside-pack-"));
});
afterEach(() => rm(into, { recursive: true, force: true }));

test("the tarball has the package's name and version, and a manifest without what only the workspace needs", async () => {
  const file = await packPackage(join(workspace, "packages/contract"), into, env);
  const { version, dependencies, ...manifest } = readManifest(await readFile(file));
  expect(basename(file)).toBe(`quayside-contract-${version}.tgz`);
  expect(dependencies).toMatchObject({
    "@quayside/spec": expect.stringMatching(/^\d/),
    ajv: expect.stringMatching(/^\d/),
  });
  expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(["devDependencies"]));
  expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(["scripts"]));
  expect(manifest.repository).toBeUndefined();
});

test("in a workflow it names the repository that the workflow belongs to, and the package's folder", async () => {
  const workflow = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "some-fork/quayside" };
  const file = await packPackage(join(workspace, "packages/contract"), into, { ...env, ...workflow });
  expect(readManifest(await readFile(file)).repository).toEqual({
    type: "git",
    url: "git+https://github.com/some-fork/quayside.git",
    directory: "packages/contract",
  });
});
