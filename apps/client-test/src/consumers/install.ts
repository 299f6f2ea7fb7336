import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOutside } from "@quayside/release/install";
import { transform } from "esbuild";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of another team's program, outside the workspace, with the packed client installed. */
    consumer: string;
  }
}

/** The client, as `@quayside/release` packs it, and the compilers that its types are for, by the names they are installed under. */
const DEPENDENCIES = {
  "@quayside/client": "latest",
  "typescript-5": "npm:typescript@5.9.3",
  "typescript-7": "npm:typescript@7.0.2",
};

/** Runs once before the consumers' tests: installs what they use as another team would. */
export default async function install({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "quayside-consumer-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await writeProgram(folder);
    await installOutside(folder, DEPENDENCIES);
  } catch (error) {
    await remove();
    throw error;
  }
  provide("consumer", folder);
  return remove;
}

/** Node 20 does not strip types. */
async function writeProgram(folder: string): Promise<void> {
  await cp(fileURLToPath(new URL("program", import.meta.url)), folder, { recursive: true });
  const { code } = await transform(await readFile(join(folder, "use-clients.ts"), "utf8"), { loader: "ts" });
  await writeFile(join(folder, "use-clients.js"), code);
}
