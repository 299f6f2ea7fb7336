import { run } from "../outside/run-outside.ts";

/** A package of the workspace that is published. */
export type Published = { readonly name: string; readonly folder: string };

/** Lists the packages that are not private of the workspace that a folder belongs to, in pnpm's order. */
export async function listPublished(folder: string): Promise<Published[]> {
  const listed = JSON.parse(await run("pnpm", ["list", "--recursive", "--depth", "-1", "--json"], folder));
  const packages = listed as { name: string; path: string; private: boolean }[];
  return packages.filter((each) => !each.private).map(({ name, path }) => ({ name, folder: path }));
}
