import { expect, test } from "vitest";
import { findFaults } from "./actionlint.ts";
import { readText } from "./repository.ts";
import { EXAMPLE, WORKFLOWS } from "./workflows.ts";

test.each([...WORKFLOWS, EXAMPLE])("actionlint finds nothing in %s", async (path) => {
  expect(await findFaults(readText(path), path)).toEqual([]);
});

test.each([
  ["a runner that is not there", "runs-on: ubuntu-24.04", "runs-on: ubuntu-24.40", 'label "ubuntu-24.40" is unknown'],
  ["a scope that is not there", "pages: write", "page: write", 'unknown permission scope "page"'],
  ["a job that is not there", "needs: build", "needs: bild", 'needs job "bild"'],
  ["an output of no step", "steps.deployment.", "steps.deploy.", 'property "deploy" is not defined'],
  ["a key that is not there", "timeout-minutes: 30", "timeout: 30", 'unexpected key "timeout"'],
])("actionlint finds %s", async (_, right, wrong, message) => {
  const text = readText(".github/workflows/docs.yml");
  expect(text).toContain(right);
  const faults = await findFaults(text.replace(right, wrong), ".github/workflows/docs.yml");
  expect(faults.map((fault) => fault.message)).toEqual([expect.stringContaining(message)]);
});

test("actionlint finds text of a stranger in a script", async () => {
  const wrong = `run: echo ${expression("github.head_ref")}`;
  const text = readText(".github/workflows/ci.yml").replace("run: docker compose logs", wrong);
  const faults = await findFaults(text, ".github/workflows/ci.yml");
  expect(faults.map((fault) => fault.message)).toEqual([expect.stringContaining("potentially untrusted")]);
});

function expression(inside: string): string {
  return `$\{{ ${inside} }}`;
}
