/** A step of a walk. `line` is that of its block in CONTRIBUTING.md, from 1. */
export type Step = Edit | Run;

/** A place of a file that is changed. */
export type Edit = { readonly kind: "edit"; readonly line: number; readonly file: string; readonly diff: string[] };

/** A command, with lines that it prints when it fails; it passes where there are none. */
export type Run = { readonly kind: "run"; readonly line: number; readonly command: string; readonly shown: string[] };

/** A section with steps. */
export type Walk = { readonly title: string; readonly steps: Step[] };

const FENCE = /^```(\S+) walk$/;

/**
 * Reads the walks of a Markdown text: its `##` sections that have blocks with the mark `walk`.
 *
 * @throws Error for a block that is neither a diff nor a console, does not begin as it should, or does not end.
 */
export function readWalks(markdown: string): Walk[] {
  const lines = markdown.split("\n");
  const walks: Walk[] = [];
  let title = "";
  for (const [at, text] of lines.entries()) {
    title = /^## (.+)$/.exec(text)?.[1] ?? title;
    const language = FENCE.exec(text)?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf("```", at);
    if (end === -1) throw new Error(`The block at line ${at + 1} does not end.`);
    if (walks.at(-1)?.title !== title) walks.push({ title, steps: [] });
    walks.at(-1)?.steps.push(...stepsOf(language, at + 1, lines.slice(at + 1, end)));
  }
  return walks;
}

function stepsOf(language: string, line: number, block: readonly string[]): Step[] {
  if (language === "diff" && block[0]?.startsWith("+++ ")) return edits(line, block);
  if (language === "console" && block[0]?.startsWith("$ ")) return runs(line, block);
  throw new Error(`The block at line ${line} must be a diff that begins with "+++ <file>", or a console with "$ ".`);
}

function edits(line: number, block: readonly string[]): Step[] {
  const steps: Edit[] = [];
  for (const text of block) {
    const file = text.startsWith("+++ ") ? text.slice(4) : undefined;
    const before = steps.at(-1);
    if (file !== undefined) steps.push({ kind: "edit", line, file, diff: [] });
    else if (text === "@@" && before !== undefined) steps.push({ ...before, diff: [] });
    else before?.diff.push(text);
  }
  return steps;
}

function runs(line: number, block: readonly string[]): Step[] {
  const steps: Run[] = [];
  for (const text of block) {
    if (text.startsWith("$ ")) steps.push({ kind: "run", line, command: text.slice(2), shown: [] });
    else steps.at(-1)?.shown.push(text);
  }
  return steps;
}
