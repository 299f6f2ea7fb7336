/** Lines by which tools name a problem: Redocly, TypeScript, Vitest, the gate. */
const PROBLEM = /^\[\d+\] |error TS\d+|^ FAIL |^ {2}(?:breaking|addition) /;

/**
 * Holds what a failing command printed against what is said of it.
 *
 * @param shown - Parts of lines; `…` stands for anything.
 * @returns Sentences: what is shown and does not come, and problems that are not shown.
 */
export function holdOutput(printed: string, shown: readonly string[]): string[] {
  const lines = printed.split(/\r?\n/);
  const patterns = shown.map((text) => ({ text, pattern: toPattern(text) }));
  const missing = patterns.filter(({ pattern }) => !lines.some((line) => pattern.test(line)));
  const unsaid = lines.filter((line) => PROBLEM.test(line) && !patterns.some(({ pattern }) => pattern.test(line)));
  return [
    ...missing.map(({ text }) => `is shown and was not printed: ${text}`),
    ...Array.from(new Set(unsaid), (line) => `was printed and is not shown: ${line.slice(0, 300)}`),
  ];
}

function toPattern(shown: string): RegExp {
  const parts = shown.trim().split("…");
  return new RegExp(parts.map((part) => RegExp.escape(part)).join(".*"));
}
