import { expect, test } from "vitest";
import { findUnreached } from "./find-unreached.ts";

const OUTRIGHT = { "package.json": "{}", "README.md": "", LICENSE: "" };

test("what exports and commands lead to is reached, each module with its declarations", () => {
  const files = {
    "dist/index.js": 'export { a } from "./a.js";',
    "dist/index.d.ts": 'export { a } from "./a.js";\nexport type { T } from "./types.js";',
    "dist/a.js": "export const a = 1;",
    "dist/a.d.ts": "export declare const a = 1;",
    "dist/types.js": "export {};",
    "dist/types.d.ts": "export type T = 1;",
    "dist/main.js": 'await import("./deep/b.js");',
    "dist/deep/b.js": 'import "../c.js";',
    "dist/c.js": "",
    "dist/data.json": "{}",
  };
  const exports = {
    ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
    "./data.json": "./dist/data.json",
  };
  expect(reachOf(files, { exports, bin: { it: "./dist/main.js" } })).toEqual({ unreached: [], missing: [] });
});

test.each(["dist/old.js", "dist/old.d.ts", "dist/a.js.map", "src/index.ts", "dist/notes.txt"])(
  "%s, which nothing leads to, is told",
  (path) => {
    const files = { "dist/index.js": "", [path]: "export {};" };
    expect(reachOf(files, { exports: { ".": "./dist/index.js" } }).unreached).toEqual([path]);
  },
);

test("what is named and not there is told", () => {
  const files = { "dist/index.js": 'import "./gone.js";' };
  const reach = reachOf(files, { exports: { ".": "./dist/index.js", "./b": "./dist/b.js" } });
  expect(reach).toEqual({ unreached: [], missing: ["dist/b.js", "dist/gone.js"] });
});

test("licence texts of what is bundled need no way to them", () => {
  const files = { "dist/index.js": "", "dist/command/third-party-licenses.txt": "" };
  expect(reachOf(files, { exports: { ".": "./dist/index.js" } }).unreached).toEqual([]);
});

function reachOf(texts: Record<string, string>, manifest: { exports: object; bin?: Record<string, string> }) {
  const all: Record<string, string> = { ...OUTRIGHT, ...texts };
  const files = new Map(Object.keys(all).map((path) => [path, { bytes: Buffer.from(""), executable: false }]));
  return findUnreached({
    manifest: { name: "p", version: "1.0.0", ...manifest },
    files,
    text: (path) => all[path] ?? "",
  });
}
