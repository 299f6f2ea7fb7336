import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const dist = new URL("../dist/", import.meta.url);
const modules = (await readdir(dist)).filter((name) => name.endsWith(".js") && !name.includes(".test."));

test.each(modules)("%s needs MSW and nothing else", async (name) => {
  const source = await readFile(new URL(name, dist), "utf8");
  const imports = [...source.matchAll(/^(?:import|export) .*?"([^"]+)";$/gm)].map(([, specifier = ""]) => specifier);
  expect(imports.filter((specifier) => !/^\.\/|^msw$/.test(specifier))).toEqual([]);
});

test("the two entries are among the modules that were looked at", () => {
  expect(modules).toEqual(expect.arrayContaining(["octopi.js", "dataloy.js"]));
});
