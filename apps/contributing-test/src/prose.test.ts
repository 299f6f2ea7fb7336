import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
const TEXTS = [
  "*.md",
  "docs/guides/*.md",
  "{spec,docs}/README.md",
  "{packages,apps}/*/README.md",
  "spec/*/openapi.yaml",
];
// What it tells of is not the size of our specs.
const OTHER = ["apps/large-spec/README.md"];

// A thousands separator tells of a bench.
const COUNT = /(?<![\d,])\b(?:\d+|two|three|four|five|six|eighteen|twenty-two) operations\b/i;

test("no text counts the operations: the number would be wrong after the next one", async () => {
  const counted: string[] = [];
  for await (const file of glob(TEXTS, { cwd: workspace, exclude: OTHER })) {
    const lines = (await readFile(`${workspace}/${file}`, "utf8")).split("\n");
    for (const [at, line] of lines.entries()) {
      const [words] = COUNT.exec(line) ?? [];
      if (words !== undefined) counted.push(`${file}:${at + 1} says "${words}". Say it without the number.`);
    }
  }
  expect(counted).toEqual([]);
});
