import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { docsFolder } from "./routes.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quayside-built-"));
  await mkdir(join(folder, "guides", "client"), { recursive: true });
  const head = '<title>A</title><meta name="description" content="b">';
  await writeFile(join(folder, "index.html"), `${head}<a href="guides/client/">a</a>`);
  await writeFile(join(folder, "guides/client/index.html"), `${head}<a href="../moc/">a</a>`);
});
afterAll(() => rm(folder, { recursive: true }));

test("what is broken ends the build, with the file, the link and what to do", () => {
  const { status, stderr } = build(["check"], { DOCS_OUT: folder });
  expect(stderr.split("\n")).toEqual([
    "docs/guides/client.md links to ../moc/, where nothing is. Correct the address, add what it should lead to, or take the link out. (missing-page)",
    "The site is built, but one thing in it must be mended.",
    "",
  ]);
  expect(status).toBe(1);
});

test.each([
  [["chek"], {}, '"chek" is no step of the build. The steps are made, pages, types, references, twins, seal, check.\n'],
  [["check"], { DOCS_BASE: "a b" }, /^DOCS_BASE is "a b", which is no path.*\n$/],
  [["check"], { DOCS_OUT: join(tmpdir(), "quayside-none") }, /^There is no built site in .*\n$/],
])("%j with %j is one clear sentence", (steps, environment, sentence) => {
  const { status, stderr } = build(steps, environment);
  expect(stderr).toEqual(typeof sentence === "string" ? sentence : expect.stringMatching(sentence));
  expect(status).toBe(1);
});

function build(steps: string[], environment: Record<string, string>) {
  const program = fileURLToPath(new URL("site/build.ts", docsFolder));
  return spawnSync(process.execPath, [program, ...steps], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
}
