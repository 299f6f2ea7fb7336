import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, inject, test } from "vitest";
import { bundle } from "../size/bundle.ts";
import { run } from "./outside.ts";

const packages = ["client", "types", "contract", "spec", "contract-test"];
const attw = createRequire(import.meta.url).resolve("@arethetypeswrong/cli/package.json");

/** The files of a package's modules: no tests, no sources, no maps, and nothing that only the repository needs. */
const modules = {
  client: /^dist\/[a-z-]+(\.d\.ts|\.js)$/,
  "contract-test": /^dist\/(journeys|src(\/(?!testing\/)[a-z-]+)*)\/[a-z-]+(\.d\.ts|\.js)$/,
};

test.for(Object.entries(modules))(
  "the packed %s holds its modules, their types, a README and the licence, and nothing else",
  async ([name, module]) => {
    const packed = await filesOf(name);
    const besides = packed.filter((path) => !module.test(path));
    expect(besides).toEqual(["LICENSE", "README.md", "package.json"]);
    expect(packed.length).toBeGreaterThan(besides.length);
  },
);

test.for(packages)("publint, strict, has nothing to say of the packed %s", async (name) => {
  const tarball = await readFile(join(inject("consumer"), `${name}.tgz`));
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

test.for(packages)("every resolution of ES modules finds the types of the packed %s", async (name) => {
  const command = join(attw, "../dist/index.js");
  await run(process.execPath, [command, `${name}.tgz`, "--profile", "esm-only"], inject("consumer"));
});

test.for(["octopi", "dataloy", "raw"])("the entry %s has nothing that only Node has", async (entry) => {
  const { warnings } = await bundle(`export * from "@quayside/client/${entry}"`, inject("consumer"));
  expect(warnings).toEqual([]);
});

/** With slashes, in order. */
async function filesOf(name: string): Promise<string[]> {
  const cwd = join(inject("consumer"), "node_modules/@quayside", name);
  const found = await readdir(cwd, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(cwd.length + 1)
        .replaceAll(sep, "/"),
    )
    .sort();
}
