import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { isThere, readManifest, readText } from "./repository.ts";
import { readWorkflow, type Step } from "./workflows.ts";

const { jobs } = readWorkflow(".github/workflows/release.yml");
const { version } = readManifest("spec");
const PUBLISH = "apps/release/src/publish/main.ts";

test("only what has passed CI is published, and only what is published is tagged", () => {
  expect([jobs.ci?.needs, jobs.publish?.needs, jobs.tag?.needs]).toEqual([
    "version",
    ["version", "ci"],
    ["version", "publish"],
  ]);
  expect(jobs.publish?.environment).toBe("npm");
});

test("the job with the token for npm installs nothing and runs one program", () => {
  expect(jobs.publish?.steps?.flatMap(({ run }) => run ?? [])).toEqual([`node ${PUBLISH} packed`]);
});

test("that program is the project's own, and imports nothing but Node's modules", () => {
  expect(isThere(PUBLISH)).toBe(true);
  const foreign = findImports(PUBLISH).filter((name) => !name.startsWith("node:"));
  expect(foreign).toEqual([]);
});

describe.skipIf(process.platform === "win32")("on the runner, which is Linux", () => {
  const written = { "spec/released/CHANGELOG.md": `# Changes\n\n## ${version}\n\nAll.\n` };

  test("a version is new where it is written into the changelog and no tag has its whole name", () => {
    const tags = [`refs/tags/v${version}-beta.1`, `refs/tags/v${version}0`];
    expect(run(step("version", 1), { said: tags, files: written }).outputs).toEqual([
      `version=${version}`,
      "isNew=true",
    ]);
    expect(run(step("version", 1), { said: [], files: written }).outputs).toContain("isNew=true");
  });

  test("a version with a tag is not new", () => {
    const said = [`refs/tags/v${version}-beta.1`, `refs/tags/v${version}`];
    expect(run(step("version", 1), { said, files: written }).outputs).toEqual([`version=${version}`, "isNew=false"]);
  });

  test("a version that the changelog does not have is not new, and nobody is asked", () => {
    const other = { "spec/released/CHANGELOG.md": `## ${version}0\n\n## ${version}-beta.1\n` };
    for (const files of [other, {}]) {
      const { code, outputs, calls } = run(step("version", 1), { files });
      expect([code, outputs, calls]).toEqual([0, [`version=${version}`, "isNew=false"], []]);
    }
  });

  test("where the tags cannot be read, the job fails and nothing is released", () => {
    const { code, outputs } = run(step("version", 1), { code: 1, files: written });
    expect([code === 0, outputs]).toEqual([false, []]);
  });

  test("the release has the version's part of the changelog, and the commit that was published", () => {
    const changelog = "# Changes\n\n## 11.1.0\n\nEleven.\n\n## 1.1.0\n\n### Minor\n\n- One.\n\n## 1.0.0\n\nFirst.\n";
    const files = { "spec/released/CHANGELOG.md": changelog };
    const { code, calls, read } = run(step("tag", 1), { files, version: "1.1.0" });
    expect(code).toBe(0);
    expect(calls).toEqual(["release create v1.1.0 --target 0123abc --title v1.1.0 --notes-file notes.md"]);
    expect(read("notes.md")).toBe("\n### Minor\n\n- One.\n\n");
  });

  test("the major version's tag moves, or is made where there is none", () => {
    const patch = "api --method PATCH repos/me/quayside/git/refs/tags/v1 --field sha=0123abc --field force=true";
    const post = "api --method POST repos/me/quayside/git/refs --field ref=refs/tags/v1 --field sha=0123abc";
    expect(run(step("tag", 2), { version: "1.1.0" }).calls).toEqual([patch]);
    expect(run(step("tag", 2), { version: "1.1.0", code: 1 }).calls).toEqual([patch, post]);
  });
});

function step(job: string, index: number): Step {
  const found = jobs[job]?.steps?.[index];
  if (found?.run === undefined) throw new Error(`Step ${index} of ${job} runs nothing.`);
  return found;
}

/** Which modules a file imports, and those that it imports by a path. */
function findImports(path: string): string[] {
  const names = [...readText(path).matchAll(/(?:from|import) "([^"]+)"/g)].flatMap(([, name]) => name ?? []);
  return names.flatMap((name) => (name.startsWith(".") ? findImports(join(dirname(path), name)) : [name]));
}

/** Runs a step as the runner does, in an empty folder, with a `gh` that writes down how it was called. */
function run(
  { run = "" }: Step,
  world: { said?: string[]; code?: number; version?: string; files?: Record<string, string> },
) {
  const folder = mkdtempSync(join(tmpdir(), "quayside-release-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const lines = (name: string) => read(name).split("\n").slice(0, -1);
  const files = { outputs: "", calls: "", "spec/package.json": JSON.stringify({ version }), ...world.files };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const said = (world.said ?? []).map((line) => `echo ${line}\n`).join("");
  writeFileSync(join(folder, "gh"), `#!/bin/sh\necho "$*" >> calls\n${said}exit ${world.code ?? 0}\n`, { mode: 0o755 });
  const env = {
    PATH: [folder, process.env.PATH].join(delimiter),
    GITHUB_OUTPUT: join(folder, "outputs"),
    GITHUB_REPOSITORY: "me/quayside",
    GITHUB_SHA: "0123abc",
    VERSION: world.version ?? "",
  };
  const { status } = spawnSync("bash", ["-e", "-c", run], { cwd: folder, env });
  return { code: status, outputs: lines("outputs"), calls: lines("calls"), read };
}
