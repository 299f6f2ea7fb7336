import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const ACTION_PATH = fileURLToPath(new URL("..", import.meta.url));

/** What of an action's description the tests look at. */
export type Action = {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};

/** One step of an action. */
export type Step = {
  readonly id?: string;
  readonly uses?: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
};

/** How a program was called. */
export type Call = { readonly argv: readonly string[]; readonly env: Readonly<Record<string, string>> };

/** The programs that stand in for npx and for contract-test. */
export type StandIns = {
  /** Code of npx; 0 by default. */
  readonly npx?: number;
  /** What contract-test does, as a program for Node; nothing by default. */
  readonly command?: string;
  /** Code of `contract-test --help`; 0 by default. */
  readonly help?: number;
  /** Code of `node`, which then does nothing else; the real one by default. */
  readonly node?: number;
  /** Sends a signal when this comes in the log. */
  readonly interruptAt?: string;
};

/** What a step came to. */
export type Ran = {
  readonly code: number | null;
  readonly log: string;
  /** How much of the log came on stderr, whose lines the runner may take up earlier or later than those of stdout. */
  readonly onStderr: number;
  readonly npx: readonly Call[];
  readonly commands: readonly Call[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Where the step ran; removed by now. */
  readonly folder: string;
};

/** Reads action.yml. */
export async function readAction(): Promise<Action> {
  return parse(await readFile(join(ACTION_PATH, "action.yml"), "utf8"));
}

/**
 * Runs the action's step as GitHub does: what is not given has its default or is empty, and expressions take effect in `env` only.
 *
 * @param environment - Of the job.
 */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  standIns: StandIns = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), "contract-test-action-"));
  try {
    await writeStandIns(folder, standIns);
    const [step] = (await readAction()).runs.steps;
    if (step === undefined) throw new Error("The action has no step.");
    const env = { ...environmentOf(folder), ...environment, ...evaluate(step.env, inputs) };
    const ended = await runStep(step.run, env, folder, standIns.interruptAt);
    const [outputs = "", summary = "", npx = "", commands = ""] = await Promise.all(
      ["outputs", "summary", "npx.jsonl", "command.jsonl"].map((name) => readFile(join(folder, name), "utf8")),
    );
    const calls = (text: string): Call[] => text.split("\n").flatMap((line) => (line === "" ? [] : JSON.parse(line)));
    return {
      ...ended,
      npx: calls(npx),
      commands: calls(commands),
      outputs: readOutputs(outputs),
      summary,
      folder,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeStandIns(folder: string, { npx = 0, command = "", help = 0, node }: StandIns): Promise<void> {
  const path = join(folder, "contract-test");
  const programs = {
    npx: standIn(join(folder, "npx.jsonl"), "", `console.log(${JSON.stringify(path)}); process.exit(${npx});`),
    "contract-test": standIn(
      join(folder, "command.jsonl"),
      `if (process.argv[2] === "--help") process.exit(${help});`,
      command,
    ),
    ...(node === undefined ? {} : { node: `#!/bin/sh\nexit ${node}\n` }),
  };
  await Promise.all([
    ...Object.entries(programs).map(([name, text]) => writeFile(join(folder, name), text, { mode: 0o755 })),
    ...["outputs", "summary", "npx.jsonl", "command.jsonl"].map((name) => writeFile(join(folder, name), "")),
  ]);
}

/** A program that writes down how it was called. */
function standIn(log: string, before: string, after: string): string {
  return [
    `#!${process.execPath}`,
    before,
    'const { appendFileSync, writeFileSync } = require("node:fs");',
    `appendFileSync(${JSON.stringify(log)}, JSON.stringify({ argv: process.argv.slice(2), env: process.env }) + "\\n");`,
    after,
  ].join("\n");
}

function environmentOf(folder: string): Record<string, string> {
  return {
    PATH: [folder, process.env.PATH ?? ""].join(delimiter),
    GITHUB_ACTION_PATH: ACTION_PATH,
    GITHUB_OUTPUT: join(folder, "outputs"),
    GITHUB_STEP_SUMMARY: join(folder, "summary"),
  };
}

/** An input's name in an expression that is nothing but it. */
export function inputIn(expression: string): string | undefined {
  return /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)?.[1];
}

function evaluate(env: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) {
  const values = Object.entries(env).map(([name, text]) => {
    const input = inputIn(text);
    if (input === undefined) throw new Error(`${name} is not made of one input: ${text}`);
    return [name, inputs[input] ?? ""];
  });
  return Object.fromEntries(values) as Record<string, string>;
}

function runStep(run: string, env: Record<string, string>, cwd: string, interruptAt: string | undefined) {
  const argv = ["--noprofile", "--norc", "-eo", "pipefail", "-c", run];
  const child = spawn("bash", argv, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  let onStderr = 0;
  const add = (chunk: string) => {
    const before = log;
    log += chunk;
    if (interruptAt !== undefined && log.includes(interruptAt) && !before.includes(interruptAt)) child.kill("SIGINT");
  };
  child.stdout.setEncoding("utf8").on("data", add);
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    onStderr += chunk.length;
    add(chunk);
  });
  return new Promise<{ code: number | null; log: string; onStderr: number }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, log, onStderr }));
  });
}

/** Reads outputs as the runner does: `name<<delimiter`, lines, and the delimiter alone. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  while (lines.length > 1) {
    const [name = "", delimiter] = (lines.shift() ?? "").split("<<");
    const end = lines.indexOf(delimiter ?? "");
    if (end === -1) throw new Error(`The output ${name} has no end.`);
    outputs[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join("\n");
  }
  return outputs;
}
