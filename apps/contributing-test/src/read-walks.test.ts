import { expect, test } from "vitest";
import { readWalks } from "./read-walks.ts";

const read = (...lines: string[]) => readWalks(lines.join("\n"));

test("a section's marked blocks are its steps, place by place and command by command", () => {
  const walks = read(
    "## One",
    "```sh",
    "prose",
    "```",
    "```diff walk",
    "+++ a.yaml",
    " b",
    "+c",
    "@@",
    "-d",
    "+++ e.yaml",
    "+f",
    "```",
    "## Two",
    "```console walk",
    "$ pnpm lint",
    "$ pnpm build",
    "wrong",
    "```",
  );
  expect(walks).toEqual([
    {
      title: "One",
      steps: [
        { kind: "edit", line: 5, file: "a.yaml", diff: [" b", "+c"] },
        { kind: "edit", line: 5, file: "a.yaml", diff: ["-d"] },
        { kind: "edit", line: 5, file: "e.yaml", diff: ["+f"] },
      ],
    },
    {
      title: "Two",
      steps: [
        { kind: "run", line: 15, command: "pnpm lint", shown: [] },
        { kind: "run", line: 15, command: "pnpm build", shown: ["wrong"] },
      ],
    },
  ]);
});

test.each([
  ["```diff walk", " a", "```"],
  ["```console walk", "pnpm lint", "```"],
  ["```yaml walk", "+++ a", "```"],
])("a block that is no step is refused: %s, %s", (...lines) => {
  expect(() => read("## One", ...lines)).toThrow("The block at line 2 must be");
});

test("a block without an end is refused", () => {
  expect(() => read("```diff walk", "+++ a")).toThrow("The block at line 1 does not end.");
});
