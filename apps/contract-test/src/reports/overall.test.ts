import { expect, test } from "vitest";
import type { Outcome } from "../result.js";
import { overall } from "./overall.js";

const CASES: [string, Outcome[]][] = [
  ["kept", ["passed", "not-reached"]],
  ["kept", ["passed", "known"]],
  ["kept", ["known"]],
  ["broken", ["passed", "failed", "error"]],
  ["broken", ["known", "failed"]],
  ["could not be told", ["passed", "error"]],
  ["could not be told", ["not-reached"]],
  ["could not be told", []],
];

test.each(CASES)("%s: %j", (expected, outcomes) => {
  expect(overall(outcomes.map((outcome) => ({ outcome })))).toBe(expected);
});

test("a run that ended early did not keep the spec, and what it proved broken stays so", () => {
  expect(overall([{ outcome: "passed" }], "The target went away.")).toBe("could not be told");
  expect(overall([{ outcome: "failed" }], "The target went away.")).toBe("broken");
});
