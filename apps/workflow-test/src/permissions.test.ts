import { expect, test } from "vitest";
import { EXAMPLE, type Permissions, readJobs, readTexts, readWorkflow, WORKFLOWS } from "./workflows.ts";

const READ: Permissions = { contents: "read" };

/** All that each job may do. A job that needs more is a change to this table, and so to be talked about. */
const ALLOWED: Readonly<Record<string, Permissions>> = {
  ".github/workflows/bench.yml bench": READ,
  ".github/workflows/ci.yml test": READ,
  ".github/workflows/ci.yml packages": READ,
  ".github/workflows/ci.yml consumers": READ,
  ".github/workflows/ci.yml images": READ,
  ".github/workflows/docs.yml build": { contents: "read", pages: "read" },
  ".github/workflows/docs.yml deploy": { pages: "write", "id-token": "write" },
  ".github/workflows/release.yml version": READ,
  ".github/workflows/release.yml ci": READ,
  ".github/workflows/release.yml publish": { contents: "read", "id-token": "write" },
  ".github/workflows/release.yml tag": { contents: "write" },
  [`${EXAMPLE} octopi`]: { contents: "read", "security-events": "write" },
};

const jobs = readJobs([...WORKFLOWS, EXAMPLE]);

test.each([...WORKFLOWS, EXAMPLE])("%s gives nothing to a job that asks for nothing", (path) => {
  expect(readWorkflow(path).permissions).toEqual({});
});

test("every job asks for what it is allowed, and no more", () => {
  expect(Object.fromEntries(jobs.map(({ name, job }) => [name, job.permissions]))).toEqual(ALLOWED);
});

test("every job that runs somewhere ends after a while", () => {
  const endless = jobs.filter(({ job }) => job.uses === undefined && !(Number(job["timeout-minutes"]) <= 90));
  expect(endless.map(({ name }) => name)).toEqual([]);
});

test("no checkout leaves a token in the folder", () => {
  const checkouts = jobs.flatMap(({ name, job }) =>
    (job.steps ?? []).filter(({ uses }) => uses?.startsWith("actions/checkout@")).map((step) => ({ name, step })),
  );
  expect(checkouts.length).toBeGreaterThan(5);
  expect(checkouts.filter(({ step }) => step.with?.["persist-credentials"] !== false)).toEqual([]);
});

test("the project's own workflows read no secret, and run for strangers with nothing to take", () => {
  for (const path of WORKFLOWS) {
    const { on } = readWorkflow(path);
    expect(Object.keys(on), path).not.toContain("pull_request_target");
    expect(Object.keys(on), path).not.toContain("workflow_run");
  }
  const own = readTexts().filter(({ path }) => path !== EXAMPLE);
  expect(own.filter(({ text }) => /\bsecrets\b|NPM_TOKEN|NODE_AUTH_TOKEN/.test(text)).map(({ path }) => path)).toEqual(
    [],
  );
});

test("no script has an expression in it, whoever wrote its value: it goes through the environment", () => {
  const scripts = jobs.flatMap(({ name, job }) => (job.steps ?? []).map(({ run }) => ({ name, run })));
  expect(scripts.filter(({ run }) => run?.includes("${{"))).toEqual([]);
});
