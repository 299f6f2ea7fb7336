import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readBundle } from "../bundles.ts";
import { measure } from "../compare/measure.ts";
import { bruno } from "../programs/bruno.ts";
import { postman } from "../programs/postman.ts";
import { writeTable } from "./table.ts";
import { writeTree } from "./tree.ts";

const guide = await readFile(new URL("../../../../docs/guides/postman-insomnia-bruno.md", import.meta.url), "utf8");
// A checkout on Windows may end its lines otherwise.
const blocks = guide.replaceAll("\r\n", "\n").split(/\n\n+/);

test("the guide's table is what was measured", async () => {
  const table = blocks.find((block) => block.startsWith("| what a bundle says |"));
  expect(table).toBe(
    writeTable([
      [postman, await measure(postman)],
      [bruno, await measure(bruno)],
    ]),
  );
});

test("the guide shows the folders and requests that Postman gets", async () => {
  const shown = blocks.find((block) => block.startsWith("```text\nOctopi TOS API\n"));
  const tree = writeTree(await postman.importBundle(await readBundle("octopi", "yaml")));
  expect(shown).toBe(`\`\`\`text\n${tree}\n\`\`\``);
});
