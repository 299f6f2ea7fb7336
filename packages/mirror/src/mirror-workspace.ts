import { cp, mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));

/** What is made anew in the mirror, or is of no use there. */
const LEFT_OUT = new Set(["node_modules", ".turbo", ".astro", "bench", "mutants"]);

/**
 * Makes a second workspace. The packages that are named are copies, with what was built of them, and use one another; everything else is
 * linked to where it is installed. So their own scripts run there as they do here, by `node --run <script>`.
 *
 * @param folder - Is made; nothing may be in it. Astro works only where it and the workspace have a folder in common.
 * @param places - Folders of packages, such as `spec` and `packages/types`.
 * @param options.with - Folders that are copied though they are usually left out, such as `mutants`.
 * @throws Error when a place has no package, or is not installed.
 */
export async function mirrorWorkspace(
  folder: string,
  places: readonly string[],
  options: { with?: readonly string[] } = {},
): Promise<void> {
  const kept = new Set(options.with);
  const mirrored = new Map<string, string>();
  for (const place of places) mirrored.set(await nameOf(place), join(folder, place));
  await mkdir(folder, { recursive: true });
  for (const file of await filesOfRoot()) await cp(join(workspace, file), join(folder, file));
  for (const place of places) {
    const filter = (source: string) => !LEFT_OUT.has(basename(source)) || kept.has(basename(source));
    await cp(join(workspace, place), join(folder, place), { recursive: true, filter });
    await linkModules(join(workspace, place, "node_modules"), join(folder, place, "node_modules"), mirrored);
  }
}

async function nameOf(place: string): Promise<string> {
  const manifest = join(workspace, place, "package.json");
  const text = await readFile(manifest, "utf8").catch((cause: unknown) => {
    throw new Error(`There is no package in ${place}: ${manifest} cannot be read.`, { cause });
  });
  return JSON.parse(text).name;
}

/** Its texts and settings: what packages' settings extend, and what the docs' tests read. */
async function filesOfRoot(): Promise<string[]> {
  const entries = await readdir(workspace, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function linkModules(from: string, to: string, mirrored: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    if (name !== "@quayside") await link(join(from, name), join(to, name));
  }
  for (const name of await readdir(join(from, "@quayside")).catch(() => [])) {
    await link(mirrored.get(`@quayside/${name}`) ?? join(from, "@quayside", name), join(to, "@quayside", name));
  }
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Windows lets anybody make junctions, which are links to folders.
  await symlink(target, path, "junction");
}
