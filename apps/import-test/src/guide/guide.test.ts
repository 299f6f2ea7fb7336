import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { readBundle } from "../bundles.ts";
import { measure } from "../compare/measure.ts";
import { bruno } from "../programs/bruno.ts";
import { importWith, postman, settings } from "../programs/postman.ts";
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

test("the guide names the settings that are not Postman's own, as Postman names them", () => {
  const names = createRequire(import.meta.url)("openapi-to-postmanv2/lib/options.js");
  const options: readonly { id: string; name: string }[] = names.getOptions("document", { moduleVersion: "v2" });
  for (const id of Object.keys(settings)) {
    expect(guide).toContain(`**${options.find((option) => option.id === id)?.name}**`);
  }
});

test("with optional parameters enabled, a write to Dataloy would have autoPost", async () => {
  const enabled = await importWith(
    { ...settings, enableOptionalParameters: true },
    await readBundle("dataloy", "yaml"),
  );
  const create = enabled.requests.find(({ name }) => name === "Create a service order");
  expect(create?.toHttp({}).headers).toMatchObject({ autoPost: "true" });
});

test("the guide names every variable that has to be set", async () => {
  const octopi = await readBundle("octopi", "yaml");
  const { variables, requests } = await postman.importBundle(octopi);
  const names = [
    ...Object.keys(variables),
    ...requests.flatMap(({ text }) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)),
  ];
  expect([...new Set(names)].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
