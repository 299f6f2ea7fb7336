import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import type { TestProject } from "vitest/node";
import { run, runOutside } from "./outside.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of another team's program, outside the workspace, with the packed client and contract tests installed. */
    consumer: string;
  }
}

/** What is packed, and the folder that it is packed from. */
const PACKED = {
  client: "packages/client",
  types: "packages/types",
  contract: "packages/contract",
  spec: "spec",
  "contract-test": "apps/contract-test",
};

/** The compilers that the client's types are for, by the names they are installed under. */
const COMPILERS = { "typescript-5": "npm:typescript@5.9.3", "typescript-7": "npm:typescript@7.0.2" };

/** The oldest Node that the contract tests are for, where the registry has it as a package. */
const NODE_22 =
  process.platform === "linux" && ["x64", "arm64"].includes(process.arch)
    ? { "node-22": `npm:node-linux-${process.arch}@22.0.0` }
    : {};

/** Runs once before the consumers' tests: packs what they use, and installs it as another team would. */
export default async function install({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "quayside-consumer-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await writeProgram(folder);
    // One after the other: two processors are enough for one pnpm.
    for (const [name, source] of Object.entries(PACKED)) await pack(name, source, folder);
    await runOutside("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], folder);
  } catch (error) {
    await remove();
    throw error;
  }
  provide("consumer", folder);
  return remove;
}

async function pack(name: string, source: string, folder: string): Promise<void> {
  const workspace = fileURLToPath(new URL("../../../..", import.meta.url));
  await run("pnpm", ["pack", "--out", join(folder, `${name}.tgz`)], join(workspace, source));
}

/** Node 20 does not strip types. */
async function writeProgram(folder: string): Promise<void> {
  await cp(fileURLToPath(new URL("program", import.meta.url)), folder, { recursive: true });
  const { code } = await transform(await readFile(join(folder, "use-clients.ts"), "utf8"), { loader: "ts" });
  await writeFile(join(folder, "use-clients.js"), code);
  const packed = Object.fromEntries(Object.keys(PACKED).map((name) => [`@quayside/${name}`, `file:${name}.tgz`]));
  const manifest = { private: true, type: "module", dependencies: { ...packed, ...COMPILERS, ...NODE_22 } };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
}
