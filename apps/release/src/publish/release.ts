import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Manifest, readManifest } from "../tarball/read-manifest.ts";

/** A version that is to be published. */
export type Release = { readonly file: string; readonly manifest: Manifest };

/**
 * Reads the tarballs in a folder.
 *
 * @returns Each after those that it depends on, so that whoever installs one while others are under way finds what it needs.
 * @throws Error when there are none.
 */
export async function readReleases(folder: string): Promise<Release[]> {
  const found = await readdir(folder).catch(() => []);
  const names = found.filter((name) => name.endsWith(".tgz")).sort();
  if (names.length === 0) {
    throw new Error(
      `There is no tarball in ${folder}. Build them with "pnpm exec turbo run build --filter=@quayside/release".`,
    );
  }
  const files = names.map((name) => resolve(join(folder, name)));
  return inOrder(
    await Promise.all(files.map(async (file) => ({ file, manifest: readManifest(await readFile(file)) }))),
  );
}

/** @throws Error when packages depend on each other in a circle. */
export function inOrder(releases: readonly Release[]): Release[] {
  const ordered: Release[] = [];
  let waiting = [...releases];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ manifest }) => manifest.name));
    const ready = waiting.filter(({ manifest }) => needsOf(manifest).every((name) => !names.has(name)));
    if (ready.length === 0) throw new Error(`These depend on each other in a circle: ${[...names].join(", ")}.`);
    ordered.push(...ready);
    waiting = waiting.filter((release) => !ready.includes(release));
  }
  return ordered;
}

function needsOf({ dependencies, peerDependencies }: Manifest): string[] {
  return Object.keys({ ...dependencies, ...peerDependencies });
}
