import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startRegistry } from "./registry.ts";
import { runOutside } from "./run-outside.ts";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** Lists the paths of the tarballs that this app built, in order of their names. */
export async function listTarballs(): Promise<string[]> {
  const names = (await readdir(dist)).filter((name) => name.endsWith(".tgz"));
  return names.sort().map((name) => join(dist, name));
}

/**
 * Installs packages with the machine's npm, as another team does: ours from the tarballs, which a registry on this machine serves, all others from
 * the registry that npm is set up for.
 *
 * @param folder - Outside the workspace. Its `package.json` is written.
 * @param dependencies - By name; `latest` is the packed version of ours.
 */
export async function installOutside(folder: string, dependencies: Readonly<Record<string, string>>): Promise<void> {
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }));
  const registry = await startRegistry();
  try {
    for (const file of await listTarballs()) registry.add(await readFile(file));
    const quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--prefer-offline", "--loglevel=error"];
    await runOutside("npm", ["install", ...quiet, `--@quayside:registry=${registry.origin}`], folder);
  } finally {
    registry.close();
  }
}
