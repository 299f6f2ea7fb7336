import { fileURLToPath } from "node:url";
import { run } from "../outside/run-outside.ts";

const HOOKS = fileURLToPath(new URL("hooks.mjs", import.meta.url));

/**
 * Packs one package, with the manifest that `hooks.mjs` makes of its own.
 *
 * @param folder - The package's, in a workspace; it is built already.
 * @param into - Gets the tarball: the package's name with dashes, and its version.
 * @returns The path of the tarball.
 */
export async function packPackage(folder: string, into: string, env = process.env): Promise<string> {
  const args = [`--config.pnpmfile=${HOOKS}`, "pack", "--json", "--pack-destination", into];
  const { filename } = JSON.parse(await run("pnpm", args, folder, env)) as { filename: string };
  return filename;
}
