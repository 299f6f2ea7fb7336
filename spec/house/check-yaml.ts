import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseDocument } from "yaml";

/**
 * Says where a file is no YAML; Redocly would say it once for every file that refers to it.
 *
 * @returns One line per mistake: `<file>:<line>:<column>: <message>`.
 */
export function yamlMistakes(file: string, text: string): string[] {
  return parseDocument(text).errors.map(({ message, linePos }) => {
    return `${file}:${linePos?.[0].line}:${linePos?.[0].col}: ${message.split(" at line ", 1)[0]}`;
  });
}

// `node house/check-yaml.ts` checks all specs, before they are bundled.
if (import.meta.main) {
  const spec = fileURLToPath(new URL("..", import.meta.url));
  const files = ["octopi", "dataloy", "sandbox"].flatMap((api) =>
    readdirSync(`${spec}${api}`, { recursive: true, encoding: "utf8" }).map((name) => `${api}/${name}`),
  );
  const mistakes = files
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => yamlMistakes(`spec/${name}`, readFileSync(`${spec}${name}`, "utf8")));
  for (const mistake of mistakes) console.error(mistake);
  process.exitCode = mistakes.length === 0 ? 0 : 1;
}
