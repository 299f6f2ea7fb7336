import type { Sample } from "./read-samples.ts";

// What is marked `walk` is a step that apps/contributing-test takes.
const known = ["ts", "ts run", "sh run", "yaml quote", "text", "text output", "console", "diff walk", "console walk"];

/** A sentence for every code block that does not say how it is checked, so that no sample goes unchecked by mistake. */
export function findUnchecked(samples: readonly Sample[]): string[] {
  return samples.flatMap((sample, at) => {
    const { file, line, language, marks } = sample;
    const fence = [language, ...marks].join(" ");
    if (!known.includes(fence)) {
      const found = language === "" ? "A code block without a language" : `A code block "${fence}"`;
      return [`${file}:${line} ${found} is not checked. Write one of: ${known.join(", ")}.`];
    }
    const above = samples[at - 1];
    if (fence === "text output" && above?.marks.includes("run") !== true) {
      return [`${file}:${line} "text output" must stand behind the block that prints it, and that block must be run.`];
    }
    return [];
  });
}
