import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { runNode } from "./run-node.ts";
import { writeVersion } from "./spec-version.ts";

const REAL = fileURLToPath(new URL("../../../..", import.meta.url));

/** A copy of what a release reads and writes: the spec, every package's package.json, the settings. All is at 0.1.0, and nothing is released. */
export type Workspace = {
  readonly root: string;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Names every file that git would track, with what is in it; without what is built. */
  files(): Record<string, string>;
  /** Builds the spec, as `pnpm release` does first. */
  build(): Promise<void>;
  remove(): void;
};

/** Copies the real workspace's files into a folder of its own. The installed packages are the real ones. */
export function copyWorkspace(): Workspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "quayside-release-")));
  const { packages } = parse(readFileSync(join(REAL, "pnpm-workspace.yaml"), "utf8")) as { packages: string[] };
  const manifests = globSync(
    packages.map((folder) => `${folder}/package.json`),
    { cwd: REAL },
  );
  for (const file of ["package.json", "pnpm-workspace.yaml", ".changeset/config.json", ...manifests])
    copyFile(file, root);
  cpSync(join(REAL, "spec"), join(root, "spec"), {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|dist|\.turbo|released|CHANGELOG\.md)$/.test(path),
  });
  for (const folder of ["node_modules", "spec/node_modules"])
    symlinkSync(join(REAL, folder), join(root, folder), "junction");
  const workspace = workspaceAt(root);
  for (const file of manifests)
    workspace.write(file, workspace.read(file).replace(/"version": "[^"]*"/, '"version": "0.1.0"'));
  writeVersion(root, "0.1.0");
  return workspace;
}

function copyFile(file: string, root: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  cpSync(join(REAL, file), join(root, file));
}

function workspaceAt(root: string): Workspace {
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  return {
    root,
    read,
    write: (file, text) => writeFileSync(join(root, file), text),
    files: () => {
      const patterns = [
        ".changeset/*",
        "*.*",
        "{spec,docs}/*.*",
        "{packages,apps}/*/*.*",
        "spec/{octopi,dataloy,sandbox}/*.yaml",
        "spec/released/*",
      ];
      const names = globSync(patterns, { cwd: root }).map((file) => file.replaceAll("\\", "/"));
      return Object.fromEntries(names.sort().map((file) => [file, read(file)]));
    },
    build: () => runNode(join(root, "spec"), ["--run", "build"]),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
