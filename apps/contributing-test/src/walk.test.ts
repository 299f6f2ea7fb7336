import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { openMirror } from "./open-mirror.ts";
import { readWalks, type Step } from "./read-walks.ts";
import { takeStep } from "./take-step.ts";

const CONTRIBUTING = fileURLToPath(new URL("../../../CONTRIBUTING.md", import.meta.url));
const walks = readWalks(await readFile(CONTRIBUTING, "utf8"));

test("there is a walk for a field and one for an operation", () => {
  expect(walks.map(({ title }) => title)).toEqual(["A walk: a new field", "A walk: a new operation"]);
});

describe.each(walks)("$title", ({ title, steps }) => {
  const named = steps.map((step) => ({ step, name: `line ${step.line}, ${nameOf(step)}` }));
  let mirror: string;
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
});

function nameOf(step: Step): string {
  return step.kind === "edit" ? `a change of ${step.file}` : `\`${step.command}\``;
}
