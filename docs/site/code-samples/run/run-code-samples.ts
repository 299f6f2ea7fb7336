import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Run, runProgram } from "../../samples/run-program.ts";
import type { CodeSample } from "../write-code-samples.ts";
import { type Found, findCurl, findPython } from "./find-programs.ts";

/** How the samples of a label are run. */
interface Runner {
  ending: string;
  found: Found;
  /** What stands before the files, to run them one after the other. */
  options: readonly string[];
}

const importEach = `
  import { pathToFileURL } from "node:url";
  for (const file of process.argv.slice(1)) await import(pathToFileURL(file));
`;
const node = { found: { command: process.execPath }, options: ["--input-type=module", "--eval", importEach] };

const runners: Readonly<Record<string, Runner>> = {
  curl: { ending: ".sh", found: findCurl(), options: ["-euc", 'for file in "$@"; do sh -eu "$file"; done', "sh"] },
  "TypeScript client": { ...node, ending: ".ts" },
  fetch: { ...node, ending: ".mjs" },
  Python: {
    ending: ".py",
    found: findPython(),
    options: ["-W", "error", "-c", "import runpy, sys; [runpy.run_path(file) for file in sys.argv[1:]]"],
  },
};

/** Why samples cannot be run on this machine: a sentence for each label of which that is true. */
export function whyNotRun(): Map<string, string> {
  const entries = Object.entries(runners).map(([label, { found }]) => [label, found.missing] as const);
  return new Map(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * Runs code samples one after the other, each a program of its own, in a process of its own where that is cheap. The first that fails
 * ends it.
 *
 * @param samples - All of one label.
 * @param folder - Where they are written to; it must lie where the packages that they import are found.
 * @param name - What the names of their files begin with.
 * @throws When there is no program here that runs them; ask `whyNotRun` first.
 */
export async function runCodeSamples(
  samples: readonly CodeSample[],
  folder: string,
  name: string,
  environment: NodeJS.ProcessEnv,
): Promise<Run> {
  const label = samples[0]?.label ?? "";
  const runner = runners[label];
  if (runner?.found.command === undefined) throw new Error(`${label} cannot be run: ${runner?.found.missing}.`);
  const files = samples.map((_, at) => join(folder, `${name}-${at}${runner.ending}`));
  await Promise.all(samples.map(({ source }, at) => writeFile(files[at] ?? "", `${source}\n`)));
  // Python would leave files of its own behind, and a proxy does not know a server of this machine.
  const own = { PYTHONDONTWRITEBYTECODE: "1", NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1", ...environment };
  const run = await runProgram(runner.found.command, [...runner.options, ...files], folder, own);
  return { ...run, stdout: run.stdout.replaceAll("\r\n", "\n") };
}
