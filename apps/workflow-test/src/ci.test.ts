import { expect, test } from "vitest";
import { readJobs, readWorkflow, type Target } from "./workflows.ts";

const { jobs } = readWorkflow(".github/workflows/ci.yml");

test("everything is tested on Linux, macOS and Windows, and one that fails stops no other", () => {
  expect(jobs.test?.strategy).toMatchObject({
    "fail-fast": false,
    matrix: { os: ["ubuntu-24.04", "macos-15", "windows-2025"] },
  });
  const scripts = jobs.test?.steps?.map(({ run }) => run?.replace("npx --yes pnpm@12.21.0 ", ""));
  expect(scripts?.slice(2)).toEqual(["install --frozen-lockfile", "build", "lint", "gate", "test"]);
});

test("the packages are used on Node 20, 22 and 24, and on every system", () => {
  const { os = [], node = [], include = [] } = jobs.consumers?.strategy?.matrix ?? {};
  const targets: Target[] = [...os.flatMap((one) => node.map((version) => ({ os: one, node: version }))), ...include];
  expect(targets).toEqual([
    { os: "ubuntu-24.04", node: 20 },
    { os: "ubuntu-24.04", node: 22 },
    { os: "ubuntu-24.04", node: 24 },
    { os: "macos-15", node: 24 },
    { os: "windows-2025", node: 24 },
  ]);
});

test("what one job uploads another finds under the same name", () => {
  const steps = readJobs([".github/workflows/ci.yml", ".github/workflows/release.yml"]).flatMap(
    ({ job }) => job.steps ?? [],
  );
  const named = (action: string) => steps.filter(({ uses }) => uses?.startsWith(action)).map((step) => step.with?.name);
  expect(named("actions/upload-artifact@")).toEqual(["packages"]);
  expect(new Set(named("actions/download-artifact@"))).toEqual(new Set(["packages"]));
});

test("runs of one branch do not pile up", () => {
  for (const path of ["ci", "bench", "docs", "release"]) {
    expect(readWorkflow(`.github/workflows/${path}.yml`), path).toHaveProperty("concurrency.group");
  }
});
