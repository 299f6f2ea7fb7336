import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Whether a file or folder is there; the path is relative to the repository's folder. */
export function isThere(path: string): boolean {
  return existsSync(join(ROOT, path));
}

/** A file's text; the path is relative to the repository's folder. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** The value in a YAML or JSON file, with merge keys resolved. */
export function readYaml(path: string): unknown {
  return parse(readText(path), { merge: true });
}

/** A package of the workspace, as far as workflows and images name it. */
export type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
};

/** The manifest in a folder of the repository; the root's by default. */
export function readManifest(folder = "."): Manifest {
  return readYaml(join(folder, "package.json")) as Manifest;
}

/** The manifest of each package of the workspace by its name, without the root's. */
export function readManifests(): ReadonlyMap<string, Manifest> {
  const { packages } = readYaml("pnpm-workspace.yaml") as { packages: string[] };
  const files = packages.flatMap((folder) => globSync(`${folder}/package.json`, { cwd: ROOT }));
  const manifests = files.map((file) => readYaml(file) as Manifest);
  return new Map(manifests.map((manifest) => [manifest.name, manifest]));
}
