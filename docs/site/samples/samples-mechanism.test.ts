import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findUnchecked } from "./find-unchecked.ts";
import { listRuns } from "./list-runs.ts";
import { readSamples } from "./read-samples.ts";
import { runShell, runTypeScript } from "./run-sample.ts";
import { outputOf, toPrograms } from "./to-programs.ts";

const NOWHERE = { mock: "", sandbox: "" };
const read = (...lines: string[]) => readSamples("docs/guides/x.md", lines.join("\n"));

test("blocks are found wherever they stand, with language, marks, title and line", () => {
  const samples = read(
    "# T",
    "",
    "- item",
    "",
    '  ```ts run title="a b.ts"',
    "  one();",
    "  ```",
    "",
    "> ~~~sh run",
    "> two",
    "> ~~~",
  );
  expect(samples).toEqual([
    { file: "docs/guides/x.md", line: 6, language: "ts", marks: ["run"], title: "a b.ts", code: "one();" },
    { file: "docs/guides/x.md", line: 10, language: "sh", marks: ["run"], title: undefined, code: "two" },
  ]);
});

test.each([
  ["```", "x", "```"],
  ["```sh", "x", "```"],
  ["```js run", "x", "```"],
  ["```ts skip", "x", "```"],
  ["    indented"],
  ["```text output", "x", "```"],
  ["```ts", "x", "```", "```text output", "x", "```"],
])("what is not checked is named: %s", (...lines) => {
  expect(findUnchecked(read(...lines))).toEqual([expect.stringMatching(/^docs\/guides\/x\.md:\d+ .*/)]);
});

test("a page's blocks are one program at the page's own lines; a title begins another", () => {
  const samples = read(
    "```ts run",
    "const a = 1;",
    "```",
    "",
    "```ts",
    "a.b;",
    "```",
    '```ts run title="other.ts"',
    "c;",
    "```",
  );
  expect(toPrograms(samples)).toEqual([
    {
      name: "docs-guides-x-page.ts",
      file: "docs/guides/x.md",
      line: 2,
      checked: "\nconst a = 1;\n\n\n\na.b;\n",
      run: "\nconst a = 1;\n",
      output: undefined,
    },
    {
      name: "docs-guides-x-other.ts",
      file: "docs/guides/x.md",
      line: 9,
      checked: `${"\n".repeat(8)}c;\n`,
      run: `${"\n".repeat(8)}c;\n`,
      output: undefined,
    },
  ]);
});

test("the output behind a block is what it must print", () => {
  const samples = read("```sh run", "echo 1", "```", "", "```text output", "1", "```");
  expect(samples.map((sample) => outputOf(samples, sample))).toEqual(["1", undefined]);
});

test("a page is run from top to bottom, whatever the language", () => {
  const samples = read(
    "```sh run",
    "one",
    "```",
    "```ts run",
    "two();",
    "```",
    "```ts",
    "shown();",
    "```",
    "```sh run",
    "three",
    "```",
    "```text output",
    "3",
    "```",
  );
  expect(listRuns(samples, "/scratch").map(({ line, output }) => [line, output])).toEqual([
    [2, undefined],
    [5, undefined],
    [11, "3"],
  ]);
});

test("a sample is sent to the servers that the test has started", async () => {
  const code = "echo http://127.0.0.1:4010/x http://127.0.0.1:4020/y";
  const origins = { mock: "http://127.0.0.1:5", sandbox: "http://127.0.0.1:6" };
  expect((await runShell(code, origins, tmpdir())).stdout).toBe("http://127.0.0.1:5/x http://127.0.0.1:6/y\n");
});

test("a shell sample fails with its first failing line, also inside a pipe", async () => {
  expect(await runShell("false | cat\necho late", NOWHERE, tmpdir())).toMatchObject({ exitCode: 1, stdout: "" });
});

test("a TypeScript sample that throws fails, at its line in the page", async () => {
  const folder = await mkdtemp(join(tmpdir(), "quayside-sample-"));
  const { exitCode, printed } = await runTypeScript(join(folder, "x.ts"), '\n\nthrow new Error("so");\n', NOWHERE);
  expect([exitCode, /x\.ts:3/.test(printed)]).toEqual([1, true]);
  await rm(folder, { recursive: true });
});
