import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { references } from "../../navigation.ts";
import { listOperations } from "../../reference/list-operations.ts";
import { readBundle } from "../../reference/read-bundle.ts";
import { docsFolder } from "../../routes.ts";
import type { PageMaker } from "../made-page.ts";
import { type Changelog, readChangelog } from "./read-changelog.ts";
import { writeChangelog } from "./write-changelog.ts";

const root = new URL("../", docsFolder);

/** Makes the page of the changelog. What has not been released has no changelog yet, and that is no error. */
export const makeChangelog: PageMaker = async () => {
  const spec = await readIfThere("spec/dist/CHANGELOG.md");
  const packages = await Promise.all((await packageLogs()).map(readIfThere));
  const apis = await Promise.all(references.map(describe));
  const written = packages.filter((log) => log !== undefined);
  return [{ file: "changelog.md", source: writeChangelog(spec, written, apis) }];
};

async function describe({ id, name }: { id: string; name: string }) {
  return { id, name, operationIds: listOperations(await readBundle(id)).map(({ operationId }) => operationId) };
}

/** Where changesets writes, when a version is made. */
async function packageLogs(): Promise<string[]> {
  const files: string[] = [];
  for await (const name of glob("{spec,packages/*,apps/*}/CHANGELOG.md", { cwd: fileURLToPath(root) })) {
    files.push(name.replaceAll("\\", "/"));
  }
  return files.sort();
}

async function readIfThere(file: string): Promise<Changelog | undefined> {
  const source = await readFile(new URL(file, root), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return source === undefined ? undefined : readChangelog(source);
}
