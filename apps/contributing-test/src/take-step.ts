import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { applyDiff } from "./apply-diff.ts";
import { holdOutput } from "./hold-output.ts";
import type { Mirror } from "./open-mirror.ts";
import type { Edit, Run, Step } from "./read-walks.ts";
import { runCommand } from "./run-command.ts";

/**
 * Takes one step of a walk.
 *
 * @throws Error that says what happens otherwise than CONTRIBUTING.md says.
 */
export async function takeStep(mirror: Mirror, step: Step): Promise<void> {
  const problems = step.kind === "edit" ? await edit(mirror, step) : await run(mirror, step);
  if (problems !== "") throw new Error(`CONTRIBUTING.md, line ${step.line}: ${problems}`);
}

async function edit(mirror: Mirror, { file, diff }: Edit): Promise<string> {
  const path = join(mirror.folder, file);
  const before = existsSync(path) ? (await readFile(path, "utf8")).replaceAll("\r\n", "\n") : undefined;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, applyDiff(before, diff));
    mirror.keepChanged(file);
    return "";
  } catch (error) {
    return `${file} cannot be changed so. ${error instanceof Error ? error.message : error}`;
  }
}

async function run(mirror: Mirror, { command, shown }: Run): Promise<string> {
  const { isPassed, printed } = await runCommand(mirror, command);
  const isExpected = isPassed === (shown.length === 0);
  const ended = isExpected ? [] : [isPassed ? "it passes, and is shown to fail" : "it fails, and is shown to pass"];
  const problems = [...ended, ...(isPassed ? [] : holdOutput(printed, shown))];
  return problems.length === 0 ? "" : `"${command}"\n- ${problems.join("\n- ")}\n\n${printed.slice(-6000)}`;
}
