import { expect, test } from "vitest";
import { findImports } from "./find-imports.ts";

test.each([
  ['import { a } from "./a.js";', ["./a.js"]],
  ['import {\n  a,\n  b,\n} from "./a.js";', ["./a.js"]],
  ['import "./effect.js";', ["./effect.js"]],
  ['export * from "./a.js";\nexport type { B } from "b";', ["./a.js", "b"]],
  ['const { a } = await import("./a.js");', ["./a.js"]],
  ['type A = import("./a.js").A;', ["./a.js"]],
  ['const v = createRequire(import.meta.url)("@quayside/x/package.json");', ["@quayside/x/package.json"]],
  ['var pg = __require("pg");', ["pg"]],
  ["const code = 'require(\"ajv/dist/runtime/equal\")';", []],
  ['new Worker(new URL("./worker.js", import.meta.url));', ["./worker.js"]],
  ['import a from "a";\nimport b from "a";', ["a"]],
  ['const text = "they come from \\"a\\"";\nexport const from = "b";', []],
])("%j names %j", (source, specifiers) => {
  expect(findImports(source)).toEqual(specifiers);
});
