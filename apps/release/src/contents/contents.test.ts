import { isBuiltin } from "node:module";
import { homedir } from "node:os";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { listPublished } from "../pack/list-published.ts";
import { findImports } from "./find-imports.ts";
import { findUnreached } from "./find-unreached.ts";
import { type Packed, readPacked } from "./packed.ts";

const workspace = fileURLToPath(new URL("../../../..", import.meta.url));
const packages = await readPacked();
const names = packages.map(({ name }) => name);
const all = packages.map((each) => [each.name, each] as const);
const commands = packages.flatMap((each) =>
  Object.values(each.manifest.bin ?? {}).map((path) => [each.name, path.replace("./", ""), each] as const),
);

test("every package of the workspace that is not private is packed, and no other", async () => {
  const published = await listPublished(workspace);
  expect(names.length).toBeGreaterThan(5);
  expect(names).toEqual(published.map(({ name }) => name).sort());
});

test.for(all)("%s: exports and commands lead to every file, and every file they lead to is there", ([, packed]) => {
  expect(findUnreached(packed)).toEqual({ unreached: [], missing: [] });
});

test.for(all)("%s: no source, test, fixture, map or build record is in it", ([, { files }]) => {
  const unwanted = /(?<!\.d)\.ts$|\.(map|tsbuildinfo)$|\.test\.|(^|\/)(testing|bench|mutants|model|fixtures?)\//;
  expect([...files.keys()].filter((path) => unwanted.test(path))).toEqual([]);
});

test.for(all)("%s: the licence and a README are in it", ([, { text }]) => {
  expect(text("LICENSE")).toMatch(/^MIT License\r?\n/);
  expect(text("README.md").length).toBeGreaterThan(300);
});

test.for(all)(
  "%s: the README says how to get it, and leads nowhere that only the repository has",
  ([name, { text }]) => {
    const readme = text("README.md");
    expect(readme).toMatch(new RegExp(`^    (npm install (--save-dev )?|npx )${name}\\b`, "m"));
    const links = [...readme.matchAll(/\]\(([^)]*)\)/g)].map(([, target = ""]) => target);
    expect(links.filter((target) => !target.startsWith("https://"))).toEqual([]);
    expect(readme).not.toMatch(/\bdocs\//);
  },
);

test.for(all)("%s: its manifest says what it is, what it needs and what it may be used for", ([name, { manifest }]) => {
  expect(manifest).toMatchObject({ license: "MIT", type: "module", description: expect.stringMatching(/^\w.{20,}/) });
  expect(manifest.private).toBeUndefined();
  // Data alone runs on anything.
  if (name !== "@quayside/spec") expect(manifest.engines).toMatchObject({ node: expect.stringMatching(/^>=\d/) });
});

test.for(all)("%s: its manifest has nothing that only the workspace needs", ([, { manifest }]) => {
  expect(Object.keys(manifest)).not.toContain("devDependencies");
  expect(Object.keys(manifest)).not.toContain("scripts");
  expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:/);
});

test.for(all)("%s: it depends on exactly one version of what is published with it", ([, { manifest }]) => {
  const versions = Object.fromEntries(packages.map(({ name, manifest: { version } }) => [name, version]));
  const own = Object.entries(manifest.dependencies ?? {}).filter(([name]) => name.startsWith("@quayside/"));
  expect(own).toEqual(own.map(([name]) => [name, versions[name]]));
});

test.for(all)("%s: what its modules import is a dependency of it, or Node's", ([, packed]) => {
  const { name, dependencies, peerDependencies } = packed.manifest;
  const known = new Set([name, ...Object.keys({ ...dependencies, ...peerDependencies })]);
  expect(importedPackages(packed).filter((each) => !known.has(each))).toEqual([]);
});

test.for(all)("%s: no path of the machine that built it is in it", ([, { files, text }]) => {
  const machine = [workspace, homedir() + sep, "file:///"];
  const telling = [...files.keys()].filter((path) => machine.some((part) => text(path).includes(part)));
  expect(telling).toEqual([]);
});

test.for(all)("%s: whoever's code is bundled in it is named with a licence", ([, { files, text }]) => {
  const notices = [...files.keys()]
    .filter((path) => path.endsWith("third-party-licenses.txt"))
    .map(text)
    .join();
  // esbuild writes above a module where it comes from.
  const bundled = [...files.keys()].flatMap((path) => [...text(path).matchAll(/node_modules\/\.pnpm\/([^/\s]+)\//g)]);
  const unnamed = new Set(
    bundled.map(([, folder = ""]) => asInNotices(folder)).filter((each) => !notices.includes(each)),
  );
  expect([...unnamed]).toEqual([]);
});

test.for(commands)("%s: %s starts with the line that finds Node, and may be run", ([, path, { files, text }]) => {
  expect(text(path)).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(files.get(path)?.executable).toBe(true);
});

function importedPackages({ files, text }: Packed): string[] {
  const modules = [...files.keys()].filter((path) => /\.(js|d\.ts)$/.test(path));
  const specifiers = modules.flatMap((path) => findImports(text(path)));
  return [...new Set(specifiers.filter((each) => !each.startsWith(".") && !isBuiltin(each)).map(packageOf))];
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** `@a+b@1.2.3_peers` of pnpm is `@a/b 1.2.3`. */
function asInNotices(folder: string): string {
  const [, name = "", version = ""] = /^(@?[^@]+)@([^_(]+)/.exec(folder) ?? [];
  return `\n${name.replace("+", "/")} ${version} (`;
}
