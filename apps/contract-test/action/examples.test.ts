import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { USAGE } from "../src/command/usage.js";
import { readAction } from "./run-action.js";

const workflowText = await readFile(new URL("../github-workflow.yml", import.meta.url), "utf8");
const workflow: Workflow = parse(workflowText);
const pipelineText = await readFile(new URL("../gitlab-ci.yml", import.meta.url), "utf8");
const pipeline: { "contract-test": Job } = parse(pipelineText);
const job = pipeline["contract-test"];
const [line = ""] = job.script;

type Workflow = { jobs: { octopi: { steps: { id?: string; uses: string; with?: Record<string, string> }[] } } };
type Job = {
  image: string;
  variables: Record<string, string>;
  before_script: string[];
  script: string[];
  artifacts: { when: string; paths: string[]; reports: { junit: string } };
};

test("the workflow gives the action inputs that it has, and all that it must have", async () => {
  const { inputs } = await readAction();
  const given = Object.keys(step().with ?? {});
  expect(given.filter((name) => !(name in inputs))).toEqual([]);
  const required = Object.entries(inputs).flatMap(([name, { required }]) => (required === true ? [name] : []));
  expect(given).toEqual(expect.arrayContaining(required));
});

test("the workflow reads outputs that the action has, of the step that has them, whose report it asked for", async () => {
  const { outputs } = await readAction();
  const read = [...workflowText.matchAll(/steps\.([a-z]+)\.outputs\.([a-z-]+)/g)].map(([, id, name]) => ({ id, name }));
  expect(read.length).toBeGreaterThan(0);
  expect(
    read.filter(({ id, name = "" }) => id !== step().id || !(name in outputs) || !(name in (step().with ?? {}))),
  ).toEqual([]);
});

test("the workflow takes credentials from secrets only", () => {
  const { token } = step().with ?? {};
  expect(token).toMatch(/^\$\{\{ secrets\.[A-Z_]+ \}\}$/);
});

test("the pipeline names options that the command has", () => {
  const named = [...line.matchAll(/ --([a-z-]+) /g)].flatMap(([, name]) => name ?? []);
  const known = [...USAGE.matchAll(/--([a-z-]+)/g)].map(([, name]) => name);
  expect(named.filter((name) => name !== "no" && !known.includes(name))).toEqual([]);
  expect(named).toEqual(expect.arrayContaining(["api", "target", "junit"]));
});

test("the pipeline installs the newest of the versions that fit the one it stands beside, runs it on Node 22, and fetches nothing when it runs it", async () => {
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  expect([job.image, job.variables.CONTRACT_TEST_VERSION]).toEqual(["node:22", version.split(".")[0]]);
  expect(job.before_script[0]).toContain('--ignore-scripts "@quayside/contract-test@$CONTRACT_TEST_VERSION"');
  expect(line).toMatch(/^npx --no -- contract-test /);
});

test("the pipeline keeps the reports that it has written, JUnit as a report", () => {
  const { when, paths, reports } = job.artifacts;
  const written = [...line.matchAll(/--(?:junit|html|json|sarif) (\S+)/g)].map(([, path]) => path);
  expect(when).toBe("on_failure");
  expect(written.filter((path) => !paths.some((folder) => path?.startsWith(`${folder}/`)))).toEqual([]);
  expect(written).toContain(reports.junit);
  expect(job.before_script).toContain(`mkdir -p ${paths.join(" ")}`);
});

test("the pipeline holds no credentials, neither as a variable nor on the command line", () => {
  expect(Object.keys(job.variables)).toEqual(["CONTRACT_TEST_VERSION"]);
  expect(line).not.toMatch(/--(other-)?(token|user)/);
});

function step() {
  const found = workflow.jobs.octopi.steps.find(({ uses }) => uses.includes("contract-test@"));
  if (found === undefined) throw new Error("The workflow does not use the action.");
  return found;
}
