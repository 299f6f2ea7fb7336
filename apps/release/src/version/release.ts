import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { readChangesets } from "@changesets/read";
import { checkVersions } from "./check-versions.ts";
import { keepFiles } from "./keep-files.ts";
import { runNode } from "./run-node.ts";
import { specVersion, writeVersion } from "./spec-version.ts";

/**
 * Makes a release out of the pending changesets: versions and changelogs of the packages, `info.version` of the specs, the released
 * bundles and their changelog. Nothing is committed or published.
 *
 * @param root - The workspace's root. The spec must be built.
 * @param say - Takes a line for a person.
 * @throws Error when there is nothing to release, the gate is not passed or a step fails; the files are then as they were before.
 */
export async function release(root: string, say: (line: string) => void): Promise<void> {
  checkVersions(root);
  if ((await readChangesets(root)).length === 0)
    throw new Error('There is nothing to release: .changeset/ has no changeset. Write one first ("pnpm changeset").');
  await passGate(root, say);
  const files = keepFiles(root);
  try {
    await writeRelease(root, say);
  } catch (error) {
    files.restore();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}\nNothing is released, and all files are as they were. Mend this, and release again.`);
  }
  say(`\nVersion ${specVersion(root)} is written: versions, changelogs, spec/released/. What is left to do:`);
  say(
    `1. Read the changes: git diff. 2. Commit all of them on a branch: git add --all, "release: ${specVersion(root)}".`,
  );
  say("3. Merge it into main. The release workflow publishes every package whose version the registry has not.");
}

async function passGate(root: string, say: (line: string) => void): Promise<void> {
  const isFirst = !existsSync(join(root, "spec/released"));
  if (isFirst) return say("The gate has nothing to compare with: this is the first release.");
  say("Holding the specs against what is released …");
  await runNode(root, ["spec/gate/main.ts"]).catch(() => {
    throw new Error(
      'The gate is not passed, so nothing is released. It says above what to write; "pnpm gate" says it again.',
    );
  });
}

async function writeRelease(root: string, say: (line: string) => void): Promise<void> {
  say("Raising versions and writing changelogs …");
  const changeset = createRequire(join(root, "package.json")).resolve("@changesets/cli/bin.js");
  await runNode(root, [changeset, "version"]);
  writeVersion(root, specVersion(root));
  say("Building the specs …");
  await runNode(join(root, "spec"), ["--run", "build"]);
  say("Writing spec/released/ …");
  await runNode(root, ["spec/gate/refresh.ts"]);
}
