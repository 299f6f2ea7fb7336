import { expect, test } from "vitest";
import { readYaml } from "./repository.ts";

test("every input of the action for other teams is used, and nothing that is no input", () => {
  const { inputs, runs } = readYaml("apps/contract-test/action.yml") as {
    inputs: Record<string, unknown>;
    runs: { steps: { env: Record<string, string> }[] };
  };
  const used = runs.steps
    .flatMap(({ env }) => Object.values(env))
    .map((value) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1]);
  expect([...used].sort()).toEqual(Object.keys(inputs).sort());
});

test("the pipeline for GitLab ends after a while, and nothing of it is a secret", () => {
  const { "contract-test": job } = readYaml("apps/contract-test/gitlab-ci.yml") as Record<
    string,
    Record<string, unknown>
  >;
  expect(job?.timeout).toBe("30 minutes");
  expect(JSON.stringify(job)).not.toMatch(/token|password/i);
});

test("Dependabot looks after what is pinned: actions, packages and images", () => {
  const { updates } = readYaml(".github/dependabot.yml") as {
    updates: { "package-ecosystem": string; schedule: { interval: string }; cooldown: { "default-days": number } }[];
  };
  expect(updates.map((update) => update["package-ecosystem"])).toEqual([
    "github-actions",
    "npm",
    "docker",
    "docker-compose",
  ]);
  for (const { schedule, cooldown } of updates) {
    expect([schedule.interval, cooldown["default-days"]]).toEqual(["weekly", 7]);
  }
});
