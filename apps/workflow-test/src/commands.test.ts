import { expect, test } from "vitest";
import { isThere, readManifest, readManifests, readText, readYaml } from "./repository.ts";
import { readSteps, readWorkflow } from "./workflows.ts";

const { scripts = {}, packageManager } = readManifest() as ReturnType<typeof readManifest> & { packageManager: string };
const manifests = readManifests();
const lines = readSteps().flatMap(({ run = "" }) => run.split("\n"));
const commands = [...lines, ...readText("Dockerfile").split("\n")];
/** What pnpm is asked for: a script, or a word of its own. */
const asked = commands.flatMap((line) => /npx --yes pnpm@\S+ (?!--)(\S+)/.exec(line)?.[1] ?? []);

test("pnpm comes by the README's command, in the version of package.json", () => {
  const named = commands.flatMap((line) => /\bpnpm@\S+/.exec(line)?.[0] ?? []);
  expect(named.length).toBeGreaterThan(10);
  expect([...new Set(named)]).toEqual([packageManager]);
  expect(commands.filter((line) => /(?<!npx --yes )\bpnpm [a-z-]/.test(line.replace(/^\s*#.*/, "")))).toEqual([]);
});

test("every script that is run is in package.json", () => {
  const named = asked.filter((word) => !["install", "exec", '"$BENCH"'].includes(word));
  expect(named).toEqual(expect.arrayContaining(["build", "lint", "gate", "test"]));
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

test("every bench that can be chosen is a script, and each bench of the root can be chosen", () => {
  const { on } = readWorkflow(".github/workflows/bench.yml");
  const { inputs } = on.workflow_dispatch as { inputs: { bench: { options: string[] } } };
  expect([...inputs.bench.options].sort()).toEqual(
    Object.keys(scripts)
      .filter((name) => /^bench\b/.test(name))
      .sort(),
  );
});

test("every package that turbo or pnpm is pointed at is in the workspace, with the task", () => {
  const filtered = commands.filter((line) => line.includes("--filter"));
  expect(filtered.length).toBeGreaterThan(3);
  for (const line of filtered) {
    const task = /turbo run (\w+)/.exec(line)?.[1];
    for (const [, name = ""] of line.matchAll(/--filter[= ](@quayside\/[\w-]+)/g)) {
      expect([...manifests.keys()], line).toContain(name);
      if (task !== undefined) expect(Object.keys(manifests.get(name)?.scripts ?? {}), line).toContain(task);
    }
  }
});

test("what a step sets for turbo's tasks reaches them", () => {
  const set = readSteps().flatMap(({ run, env }) => (run?.includes("turbo run") ? Object.keys(env ?? {}) : []));
  expect(set).toContain("DOCS_BASE");
  const { tasks } = readYaml("docs/turbo.json") as { tasks: { build: { env: string[] } } };
  expect(set.filter((name) => !tasks.build.env.includes(name))).toEqual([]);
});

/** Written when a version is made, which is before a release. */
const LATER = ["spec/released/CHANGELOG.md"];

test("every file that a step runs or reads is there", () => {
  const named = lines.flatMap((line) => line.match(/\b(?:apps|docs|packages|spec)\/[\w./-]+\.\w+/g) ?? []);
  expect(named).toEqual(expect.arrayContaining(["spec/package.json", "apps/workflow-test/consumer/main.js"]));
  expect([...new Set(named)].filter((path) => !isThere(path) && !LATER.includes(path))).toEqual([]);
});
