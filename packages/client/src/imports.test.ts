import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const dist = new URL("../dist/", import.meta.url);
const modules = (await readdir(dist)).filter((name) => name.endsWith(".js") && !name.includes(".test."));

test.each(modules)("%s needs nothing of Node's own, so browsers and workers can run it", async (name) => {
  const source = await readFile(new URL(name, dist), "utf8");
  const imports = [...source.matchAll(/from "([^"]+)"|import\("([^"]+)"\)/g)].map((match) => match[1] ?? match[2]);
  const allowed = /^\.\/|^openapi-fetch$|^@quayside\/types\/(octopi|dataloy)$/;
  expect(imports.filter((specifier) => !allowed.test(specifier ?? ""))).toEqual([]);
  // The environment is asked for as what may not be there.
  expect(source.replace("globalThis.process?.env?.", "")).not.toMatch(/\b(Buffer|process|require|__dirname)\b/);
});

test("the two entries are among the modules that were looked at", () => {
  expect(modules).toEqual(expect.arrayContaining(["octopi.js", "dataloy.js"]));
});
