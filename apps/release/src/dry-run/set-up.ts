import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { installOutside } from "../outside/install.ts";
import { runOutside } from "../outside/run-outside.ts";
import { NODE_PACKAGES } from "./nodes.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of another team's program, outside the workspace, in which the packed packages are installed. */
    consumer: string;
    /** The folder in which older Nodes are installed, as `findNode` takes it. */
    nodes: string;
  }
}

/** What another team names; the rest comes with it. */
const DEPENDENCIES = {
  "@quayside/client": "latest",
  "@quayside/contract": "latest",
  "@quayside/contract-test": "latest",
  "@quayside/mock": "latest",
  "@quayside/msw": "latest",
  "@quayside/sandbox": "latest",
  "@quayside/spec": "latest",
  "@types/node": "24.19.2",
  msw: "3.0.5",
  typescript: "7.0.2",
};

/** Runs once before the tests: installs the tarballs as another team would, and the Nodes that they are for. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "quayside-dry-run-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const [consumer, nodes] = [join(folder, "consumer"), join(folder, "nodes")];
  try {
    await Promise.all([installConsumer(consumer), installNodes(nodes)]);
  } catch (error) {
    await remove();
    throw error;
  }
  provide("consumer", consumer);
  provide("nodes", nodes);
  return remove;
}

/** The program is TypeScript, which is compiled as it stands, and older Nodes run without its types. */
async function installConsumer(folder: string): Promise<void> {
  await cp(fileURLToPath(new URL("program", import.meta.url)), folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const source = await readFile(join(folder, name), "utf8");
    await writeFile(join(folder, name.replace(/ts$/, "js")), stripTypeScriptTypes(source));
  }
  await installOutside(folder, DEPENDENCIES);
}

/** In a folder of their own: beside the packages, the command `node` would be one of them. */
async function installNodes(folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: NODE_PACKAGES }));
  await runOutside("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--prefer-offline"], folder);
}
