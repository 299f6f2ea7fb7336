import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type SourceLines, sourceLines } from "./source-lines.ts";

const spec = fileURLToPath(new URL("..", import.meta.url));

/**
 * Reads where each place of an API's bundle was written; files are named from the spec's folder.
 *
 * @throws Error when the API is not bundled.
 */
export function readSourceLines(api: string): SourceLines {
  const bundle: unknown = JSON.parse(readFileSync(`${spec}dist/${api}.json`, "utf8"));
  return sourceLines(bundle, `${api}/openapi.yaml`, (file) => readFileSync(spec + file, "utf8"));
}

// `node house/write-source-lines.ts` writes all of them, once the specs are bundled.
if (import.meta.main) {
  for (const api of ["octopi", "dataloy", "sandbox"]) {
    writeFileSync(`${spec}dist/${api}.lines.json`, `${JSON.stringify(readSourceLines(api), null, 2)}\n`);
  }
}
