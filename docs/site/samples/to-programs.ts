import type { Sample } from "./read-samples.ts";

/** The TypeScript blocks of a page that belong together. */
export interface Program {
  /** A file name that no other program has. */
  name: string;
  file: string;
  /** The line of its first block that is to be run, from 1; 0 when there is none. */
  line: number;
  /** Everything, each line where it stands in the Markdown file. */
  checked: string;
  /** Only the blocks that are to be run; empty when there are none. */
  run: string;
  /** What it must print; undefined when the page does not say. */
  output: string | undefined;
}

/**
 * Puts the `ts` blocks of a page together: those with the same title are one program, those without a title another, so that a page can
 * explain a program step by step.
 */
export function toPrograms(samples: readonly Sample[]): Program[] {
  const titles = new Set(samples.filter(isTypeScript).map(({ title }) => title));
  return [...titles].map((title) => {
    const mine = samples.filter((sample) => isTypeScript(sample) && sample.title === title);
    const run = mine.filter(({ marks }) => marks.includes("run"));
    const outputs = run.flatMap((sample) => outputOf(samples, sample) ?? []);
    const file = mine[0]?.file ?? "";
    return {
      name: [file.replace(/\.md$/, "").replaceAll("/", "-"), title ?? "page.ts"].join("-"),
      file,
      line: run[0]?.line ?? 0,
      checked: atTheirLines(mine),
      run: atTheirLines(run),
      output: outputs.length === 0 ? undefined : outputs.join("\n"),
    };
  });
}

/** The output that the page shows directly behind a block. */
export function outputOf(samples: readonly Sample[], sample: Sample): string | undefined {
  const next = samples[samples.indexOf(sample) + 1];
  return next?.language === "text" && next.marks.includes("output") ? next.code : undefined;
}

function isTypeScript({ language }: Sample): boolean {
  return language === "ts";
}

/** So that the compiler's and the runtime's line numbers are those of the Markdown file. */
function atTheirLines(samples: readonly Sample[]): string {
  const lines: string[] = [];
  for (const { line, code } of samples) {
    while (lines.length < line - 1) lines.push("");
    lines.push(...code.split("\n"));
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
