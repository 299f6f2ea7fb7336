import { cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));

/** The packages that read the description, directly or through one another, where they lie in the workspace. */
const MIRRORED = [
  "spec",
  "packages/types",
  "packages/client",
  "packages/contract",
  "apps/client-reference",
  "apps/contract-test",
  "docs",
];

/** What is made anew in the mirror, or is of no use there. */
const LEFT_OUT = new Set(["node_modules", ".turbo", ".astro", "bench", "mutants"]);

/**
 * Makes a second workspace, in which the packages that read the description are copies that read another one. All else is linked to
 * where it is installed, so that the packages' own build scripts run there as they do here.
 *
 * @param folder - Is made; nothing may be in it.
 */
export async function mirrorWorkspace(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(join(workspace, "tsconfig.base.json"), join(folder, "tsconfig.base.json"));
  const names = new Map<string, string>();
  for (const place of MIRRORED) {
    const manifest = JSON.parse(await readFile(join(workspace, place, "package.json"), "utf8"));
    names.set(manifest.name.replace("@quayside/", ""), join(folder, place));
  }
  for (const place of MIRRORED) {
    const filter = (source: string) => !LEFT_OUT.has(basename(source));
    await cp(join(workspace, place), join(folder, place), { recursive: true, filter });
    await linkModules(join(workspace, place, "node_modules"), join(folder, place, "node_modules"), names);
  }
  for (const file of ["README.md", "CONTRIBUTING.md"]) await cp(join(workspace, file), join(folder, file));
  // Node takes sources without their types only where a package says of what kind they are.
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
}

async function linkModules(from: string, to: string, mirrored: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    if (name !== "@quayside") await link(join(from, name), join(to, name));
  }
  for (const name of await readdir(join(from, "@quayside")).catch(() => [])) {
    await link(mirrored.get(name) ?? join(from, "@quayside", name), join(to, "@quayside", name));
  }
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Windows lets anybody make junctions, which are links to folders.
  await symlink(target, path, "junction");
}
