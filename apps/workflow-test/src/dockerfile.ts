import { DockerfileParser } from "dockerfile-ast";
import { readText } from "./repository.ts";

/** One instruction, without line breaks: `{ keyword: "USER", text: "node" }`. */
export type Instruction = { readonly keyword: string; readonly text: string };

/** One stage: what it begins with, and what it does. */
export type Stage = { readonly name: string; readonly from: string; readonly instructions: readonly Instruction[] };

/** Reads a Dockerfile's stages, in their order; the repository's by default. */
export function readStages(text = readText("Dockerfile")): readonly Stage[] {
  const stages: { name: string; from: string; instructions: Instruction[] }[] = [];
  for (const instruction of readInstructions(text)) {
    const [from = "", , name = ""] = instruction.text.split(/\s+/);
    if (instruction.keyword === "FROM") stages.push({ name, from, instructions: [] });
    else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

/** The parser's own texts are without options such as `--from`. */
function readInstructions(text: string): Instruction[] {
  const lines = text.split("\n");
  return DockerfileParser.parse(text)
    .getInstructions()
    .map((instruction) => {
      const { start, end } = instruction.getRange();
      const whole = lines
        .slice(start.line, end.line + 1)
        .join("\n")
        .replaceAll(/\\\n\s*/g, "");
      const keyword = instruction.getKeyword();
      return { keyword, text: whole.slice(keyword.length).trim() };
    });
}

/** The stages that images are made of: no other begins with them. */
export function readImages(stages = readStages()): readonly Stage[] {
  const base = new Set(stages.map(({ from }) => from));
  const isCopied = (name: string) =>
    stages.some(({ instructions }) => instructions.some(({ text }) => text.includes(`--from=${name} `)));
  return stages.filter(({ name }) => !base.has(name) && !isCopied(name));
}

/** What follows a keyword in a stage, the last time that it stands there. */
export function textOf({ instructions }: Stage, keyword: string): string {
  return instructions.findLast((instruction) => instruction.keyword === keyword)?.text ?? "";
}

/** The words of a command in exec form: `["node", "main.js"]`, also behind the options of a health check. */
export function wordsOf(stage: Stage, keyword: "ENTRYPOINT" | "HEALTHCHECK"): readonly string[] {
  const text = textOf(stage, keyword);
  const form = keyword === "HEALTHCHECK" ? /^(?:--\S+\s+)*CMD\s+(\[.*\])$/ : /^(\[.*\])$/;
  return JSON.parse(form.exec(text)?.[1] ?? "[]") as string[];
}

/** The variables that a stage sets. */
export function environmentOf(stage: Stage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    textOf(stage, "ENV")
      .split(/\s+/)
      .map((pair) => pair.split("=") as [string, string]),
  );
}
