import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Run, runProgram } from "../../samples/run-program.ts";
import type { CodeSample } from "../write-code-samples.ts";
import { type Found, findCurl, findPython } from "./find-programs.ts";

/** How the samples of each label are run: the file's ending, and the program with its options. */
const runners: Readonly<Record<string, { ending: string; found: Found; options: readonly string[] }>> = {
  curl: { ending: ".sh", found: findCurl(), options: ["-eu"] },
  "TypeScript client": { ending: ".ts", found: { command: process.execPath }, options: [] },
  fetch: { ending: ".mjs", found: { command: process.execPath }, options: [] },
  Python: { ending: ".py", found: findPython(), options: ["-W", "error"] },
};

/** Why samples cannot be run on this machine: a sentence for each label of which that is true. */
export function whyNotRun(): Map<string, string> {
  const entries = Object.entries(runners).map(([label, { found }]) => [label, found.missing] as const);
  return new Map(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * Runs a code sample as a reader would, in a process of its own.
 *
 * @param folder - Where it is written to; it must lie where the packages that it imports are found.
 * @param name - Of the file, without its ending.
 * @throws When there is no program here that runs it; ask `whyNotRun` first.
 */
export async function runCodeSample(
  { label, source }: Pick<CodeSample, "label" | "source">,
  folder: string,
  name: string,
  environment: NodeJS.ProcessEnv,
): Promise<Run> {
  const runner = runners[label];
  if (runner?.found.command === undefined) throw new Error(`${label} cannot be run: ${runner?.found.missing}.`);
  const file = join(folder, name + runner.ending);
  await writeFile(file, `${source}\n`);
  // The files of Python's own cache would be left behind in the folder.
  const own = { PYTHONDONTWRITEBYTECODE: "1", NO_PROXY: "127.0.0.1", ...environment };
  return runProgram(runner.found.command, [...runner.options, file], folder, own);
}
