import { expect, test } from "vitest";
import { yamlMistakes } from "./check-yaml.ts";

test("a mistake is named once, with its file, line and column", () => {
  expect(yamlMistakes("a.yaml", "get:\n  summary: Get it\n summary: twice\n")).toEqual([
    "a.yaml:3:1: All mapping items must start at the same column",
  ]);
  expect(yamlMistakes("a.yaml", "get:\n  summary: Get it\n")).toEqual([]);
});
