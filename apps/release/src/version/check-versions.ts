import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rootDocuments, specVersion, versionIn } from "./spec-version.ts";

/**
 * Refuses where a release was broken off, or a version was raised by hand: the package's version, `info.version` of each API and that of
 * each released bundle are the same between two releases.
 *
 * @throws Error which names the files that differ.
 */
export function checkVersions(root: string): void {
  const version = specVersion(root);
  const found = [...written(root), ...released(root)].filter(([, other]) => other !== version);
  if (found.length === 0) return;
  const differing = found.map(([file, other]) => `${file} has ${other}`).join(", ");
  throw new Error(
    `spec/package.json has version ${version}, but ${differing}. A release was broken off, or a version was raised by hand: ` +
      'take the files back ("git restore ." and "git clean -f .changeset spec/released"), then release again.',
  );
}

function written(root: string): [file: string, version: string][] {
  return rootDocuments(root).map((document) => [document, versionIn(root, document)]);
}

function released(root: string): [file: string, version: string][] {
  if (!existsSync(join(root, "spec/released"))) return [];
  return globSync("spec/released/*.json", { cwd: root }).map((file) => {
    const bundle = JSON.parse(readFileSync(join(root, file), "utf8")) as { info: { version: string } };
    return [file.replaceAll("\\", "/"), bundle.info.version];
  });
}
