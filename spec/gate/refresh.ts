import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { firstSection, HEAD, section } from "./changelog.ts";
import { compareAll } from "./compare-all.ts";
import { apisOf, ROOT, readBundle } from "./workspace.ts";
import { releasedSections, writeChangelog } from "./write-changelog.ts";

/**
 * Makes today's bundles the released ones, and writes what changed under their version to `spec/released/CHANGELOG.md`. The changelog in
 * `spec/dist` follows.
 *
 * @param root - The workspace's root, with today's bundles.
 * @throws Error when the version has been released already, or the bundles do not agree about it.
 */
export async function refresh(root: string): Promise<void> {
  const version = versionOf(root);
  const before = releasedSections(root);
  if (before.includes(`## ${version}\n`)) throw new Error(`spec/released/CHANGELOG.md has version ${version} already.`);
  const newest = before === "" ? firstSection(version, bundlesOf(root)) : section(version, await compareAll(root));
  replaceBundles(root);
  writeFileSync(join(root, "spec/released/CHANGELOG.md"), [HEAD, newest, before].join("\n").trimEnd().concat("\n"));
  await writeChangelog(root);
}

function versionOf(root: string): string {
  const versions = new Set(bundlesOf(root).map(({ info }) => info.version));
  const [version] = versions;
  if (version === undefined || versions.size > 1)
    throw new Error(`The bundles in spec/dist/ have no one version (${[...versions].join(", ")}). Build the spec.`);
  return version;
}

function bundlesOf(root: string) {
  return apisOf(root).flatMap((api) => readBundle(root, "dist", api)?.bundle ?? []);
}

function replaceBundles(root: string): void {
  const folder = join(root, "spec/released");
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (file.endsWith(".json")) rmSync(join(folder, file));
  for (const api of apisOf(root)) copyFileSync(join(root, `spec/dist/${api}.json`), join(folder, `${api}.json`));
}

// `node spec/gate/refresh.ts` is a step of `pnpm release`.
if (import.meta.main) {
  await refresh(resolve(process.argv[2] ?? ROOT)).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
