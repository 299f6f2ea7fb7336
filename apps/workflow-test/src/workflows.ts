import { globSync } from "node:fs";
import { ROOT, readText, readYaml } from "./repository.ts";

/** One step of a job or of a composite action. */
export type Step = {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
};

/** Which scopes the token of a job has; what is not named is none. */
export type Permissions = Readonly<Record<string, "read" | "write">>;

/** One job of a workflow. */
export type Job = {
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly environment?: unknown;
  readonly "timeout-minutes"?: number;
  readonly permissions?: Permissions;
  readonly strategy?: {
    readonly matrix: { readonly os: string[]; readonly node?: number[]; readonly include?: Target[] };
  };
  readonly steps?: readonly Step[];
};

/** Where a job of a matrix runs. */
export type Target = { readonly os: string; readonly node: number };

/** A workflow, as far as the tests look at it. */
export type Workflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
};

/** The workflow that other teams copy. */
export const EXAMPLE = "apps/contract-test/github-workflow.yml";

/** The paths of the project's own workflows. */
export const WORKFLOWS: readonly string[] = find(".github/workflows/*.yml");

/** The paths of the composite actions: the one for the project's own jobs, and the one for other teams. */
export const ACTIONS: readonly string[] = [...find(".github/actions/*/action.yml"), "apps/contract-test/action.yml"];

/** Reads a workflow of the repository. */
export function readWorkflow(path: string): Workflow {
  return readYaml(path) as Workflow;
}

/** Every job of some workflows, with the name that it is told by. */
export function readJobs(paths: readonly string[]): readonly { readonly name: string; readonly job: Job }[] {
  return paths.flatMap((path) =>
    Object.entries(readWorkflow(path).jobs).map(([id, job]) => ({ name: `${path} ${id}`, job })),
  );
}

/** Every step of the project's workflows, of its actions and of the example. */
export function readSteps(): readonly Step[] {
  const inJobs = readJobs([...WORKFLOWS, EXAMPLE]).flatMap(({ job }) => job.steps ?? []);
  const inActions = ACTIONS.flatMap((path) => (readYaml(path) as { runs: { steps: Step[] } }).runs.steps);
  return [...inJobs, ...inActions];
}

/** The text of every file whose `uses:` another program runs. */
export function readTexts(): readonly { readonly path: string; readonly text: string }[] {
  return [...WORKFLOWS, ...ACTIONS, EXAMPLE].map((path) => ({ path, text: readText(path) }));
}

function find(pattern: string): string[] {
  return globSync(pattern, { cwd: ROOT })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}
