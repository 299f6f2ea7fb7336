import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { FOLLOWS } from "./follows.test.fixture.ts";
import { type Mirror, openMirror } from "./open-mirror.ts";
import { readWalks, type Step } from "./read-walks.ts";
import { takeStep } from "./take-step.ts";

const CONTRIBUTING = fileURLToPath(new URL("../../../CONTRIBUTING.md", import.meta.url));
const walks = readWalks(await readFile(CONTRIBUTING, "utf8"));

test("there is a walk for a field and one for an operation", () => {
  expect(walks.map(({ title }) => title)).toEqual(Object.keys(FOLLOWS));
});

describe.each(walks)("$title", ({ title, steps }) => {
  const named = steps.map((step) => ({ step, name: `line ${step.line}, ${nameOf(step)}` }));
  let mirror: Mirror;
  let failed: string | undefined;
  beforeAll(async () => {
    mirror = await openMirror(title.replaceAll(/\W+/g, "-").toLowerCase());
  });

  test.each(named)("$name", async ({ step, name }) => {
    if (failed !== undefined) throw new Error(`Not tried, since it comes after ${failed}.`);
    failed = name;
    await takeStep(mirror, step);
    failed = undefined;
  });

  FOLLOWS[title]?.(() => mirror.folder);
});

function nameOf(step: Step): string {
  return step.kind === "edit" ? `a change of ${step.file}` : `\`${step.command}\``;
}
