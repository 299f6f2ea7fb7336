import { join } from "node:path";
import type { Sample } from "./read-samples.ts";
import type { Run } from "./run-program.ts";
import { type Origins, runShell, runTypeScript } from "./run-sample.ts";
import { outputOf, toPrograms } from "./to-programs.ts";

/** Something of a page that is to be run. */
export interface Runnable {
  name: string;
  /** Where it begins on the page, from 1. */
  line: number;
  /** What it must print; undefined when the page does not say. */
  output: string | undefined;
  run(origins: Origins): Promise<Run>;
}

/**
 * What of a page is to be run, from top to bottom: what a reader tries first may change what the next sample finds.
 *
 * @param folder - Where programs are written; it must lie where the packages that they import are found.
 */
export function listRuns(samples: readonly Sample[], folder: string): Runnable[] {
  return [...programsIn(samples, folder), ...shellIn(samples, folder)].sort((a, b) => a.line - b.line);
}

function programsIn(samples: readonly Sample[], folder: string): Runnable[] {
  const programs = toPrograms(samples).filter(({ run }) => run !== "");
  return programs.map(({ name, line, output, run }) => ({
    name,
    line,
    output,
    run: (origins) => runTypeScript(join(folder, name), run, origins),
  }));
}

function shellIn(samples: readonly Sample[], folder: string): Runnable[] {
  const shell = samples.filter(({ language, marks }) => language === "sh" && marks.includes("run"));
  return shell.map((sample) => ({
    name: `line ${sample.line}`,
    line: sample.line,
    output: outputOf(samples, sample),
    run: (origins) => runShell(sample.code, origins, folder),
  }));
}
