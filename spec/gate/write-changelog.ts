import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { firstSection, HEAD, section } from "./changelog.ts";
import { compareAll } from "./compare-all.ts";
import { apisOf, ROOT, readBundle } from "./workspace.ts";

const UNRELEASED = "Not yet released";

/**
 * Writes `spec/dist/CHANGELOG.md`: what was released, and above it what was not yet.
 *
 * @param root - The workspace's root, with today's bundles.
 */
export async function writeChangelog(root: string): Promise<void> {
  const released = releasedSections(root);
  const sections = [await unreleased(root, released), released].filter((each) => each !== "");
  writeFileSync(join(root, "spec/dist/CHANGELOG.md"), [HEAD, ...sections].join("\n"));
}

/** The sections of `spec/released/CHANGELOG.md`; empty before the first release. */
export function releasedSections(root: string): string {
  const file = join(root, "spec/released/CHANGELOG.md");
  // A checkout on Windows may have other line ends.
  const text = existsSync(file) ? readFileSync(file, "utf8").replaceAll("\r\n", "\n") : "";
  const start = text.indexOf("\n## ");
  return start < 0 ? "" : text.slice(start + 1);
}

async function unreleased(root: string, released: string): Promise<string> {
  if (released === "") return firstSection(UNRELEASED, bundlesOf(root));
  const apis = await compareAll(root);
  return apis.every(({ changes }) => changes.length === 0) ? "" : section(UNRELEASED, apis);
}

function bundlesOf(root: string) {
  return apisOf(root).flatMap((api) => readBundle(root, "dist", api)?.bundle ?? []);
}

// `node gate/write-changelog.ts` is the last step of the spec's build.
if (import.meta.main) await writeChangelog(resolve(process.argv[2] ?? ROOT));
