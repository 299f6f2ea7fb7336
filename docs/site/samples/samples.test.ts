import { existsSync } from "node:fs";
import { glob, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startMock } from "@quayside/mock";
import { startSandbox } from "@quayside/sandbox";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { docsFolder, listPages, writtenPlaces } from "../routes.ts";
import { checkTypes } from "./check-types.ts";
import { findUnchecked } from "./find-unchecked.ts";
import { listRuns } from "./list-runs.ts";
import { readSamples } from "./read-samples.ts";
import { toPrograms } from "./to-programs.ts";

const docs = fileURLToPath(docsFolder);
const root = join(docs, "..");
const scratch = join(docs, ".astro", "samples");

const files = [
  ...listPages([...writtenPlaces, "site/ways"]).map((file) => `docs/${file}`),
  ...["README.md", "CONTRIBUTING.md"].filter((file) => existsSync(join(root, file))),
];
const pages = await Promise.all(files.map(async (file) => readSamples(file, await readFile(join(root, file), "utf8"))));
const programs = pages.flatMap(toPrograms);

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let mock: Awaited<ReturnType<typeof startMock>>;
beforeAll(async () => {
  await mkdir(join(scratch, "run"), { recursive: true });
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

test("every code block says how it is checked", () => {
  expect(pages.flatMap(findUnchecked)).toEqual([]);
});

test("every TypeScript sample is type-correct", async () => {
  expect(await checkTypes(programs, join(scratch, "check"))).toEqual([]);
});

const runs = files
  .map((file, at) => ({ file, own: listRuns(pages[at] ?? [], join(scratch, "run")) }))
  .filter(({ own }) => own.length > 0);

describe.each(runs)("what is marked to run in $file, runs from top to bottom", ({ own }) => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
  });
  afterAll(() => sandbox.close());

  test.each(own)("$name", async ({ run, output }) => {
    const { exitCode, stdout, printed } = await run({ mock: mock.origin, sandbox: sandbox.origin });
    expect(exitCode, printed).toBe(0);
    if (output !== undefined) expect(stdout.trim()).toBe(output.trim());
  });
});

test("every quotation is in the spec, or in an example of the contract tests", async () => {
  const spec: string[] = [];
  const quoted = ["spec/{octopi,dataloy,sandbox}/**/*.yaml", "apps/contract-test/*.yml"];
  for await (const file of glob(quoted, { cwd: root })) spec.push(flat(await readFile(join(root, file), "utf8")));
  const quotes = pages.flat().filter(({ language }) => language === "yaml");
  const missing = quotes.filter(({ code }) => !spec.some((text) => text.includes(flat(code))));
  expect(missing.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
});

/** Without indentation: a quotation may begin further left than it stands. */
function flat(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}
