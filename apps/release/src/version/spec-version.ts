import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

// The first line so indented: `info` stands at the top. A checkout on Windows may end it with \r\n.
const LINE = /^ {2}version: ([^\s]+)/m;

/** The version of `@quayside/spec`, and with it of all that is published. */
export function specVersion(root: string): string {
  return (JSON.parse(readFileSync(join(root, "spec/package.json"), "utf8")) as { version: string }).version;
}

/** The root documents of the APIs, from the workspace's root: `spec/octopi/openapi.yaml`. */
export function rootDocuments(root: string): string[] {
  const config = parse(readFileSync(join(root, "spec/redocly.yaml"), "utf8")) as {
    apis: Record<string, { root: string }>;
  };
  return Object.values(config.apis).map((api) => `spec/${api.root}`);
}

/**
 * Reads `info.version` of a root document.
 *
 * @throws Error when it is not written plainly on a line of its own.
 */
export function versionIn(root: string, document: string): string {
  const version = LINE.exec(readFileSync(join(root, document), "utf8"))?.[1];
  if (version === undefined) throw new Error(`${document} has no line "  version: 1.2.3" in its info. Write it so.`);
  return version;
}

/** Writes `info.version` of every API. The rest of the files stays as it is. */
export function writeVersion(root: string, version: string): void {
  for (const document of rootDocuments(root)) {
    versionIn(root, document);
    const file = join(root, document);
    writeFileSync(file, readFileSync(file, "utf8").replace(LINE, `  version: ${version}`));
  }
}
