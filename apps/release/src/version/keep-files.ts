import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";

/**
 * Remembers every file that a release may write, so that it can be put back.
 *
 * @param root - The workspace's root.
 */
export function keepFiles(root: string): { restore(): void } {
  const kept = new Map(touched(root).map((file) => [file, readFileSync(join(root, file))]));
  return {
    /** Puts the files back, and takes away those that were not there. */
    restore() {
      for (const file of touched(root)) if (!kept.has(file)) rmSync(join(root, file));
      for (const [file, bytes] of kept) {
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), bytes);
      }
    },
  };
}

function touched(root: string): string[] {
  const workspace = parse(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")) as { packages: string[] };
  const packages = workspace.packages.flatMap((folder) => [`${folder}/package.json`, `${folder}/CHANGELOG.md`]);
  const patterns = ["package.json", ".changeset/*", ...packages, "spec/*/openapi.yaml", "spec/released/*"];
  return globSync(patterns, { cwd: root }).filter((file) => statSync(join(root, file)).isFile());
}
