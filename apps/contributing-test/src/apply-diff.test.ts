import { expect, test } from "vitest";
import { applyDiff } from "./apply-diff.ts";

const TEXT = "a\nb\nc\n";

test("lines are added where their neighbours stand", () => {
  expect(applyDiff(TEXT, [" b", "+new", " c"])).toBe("a\nb\nnew\nc\n");
});

test("lines take the place of others", () => {
  expect(applyDiff(TEXT, ["-a", "+A"])).toBe("A\nb\nc\n");
});

test("a line is a whole line", () => {
  expect(() => applyDiff("ab\n", ["-b"])).toThrow("stand there 0 times");
});

test("a place that is not there, or not only there, is refused", () => {
  expect(() => applyDiff(TEXT, [" d", "+new"])).toThrow("These lines stand there 0 times, not once:\nd\n");
  expect(() => applyDiff("a\nb\na\n", [" a", "+new"])).toThrow("2 times");
});

test("a new file consists of new lines, and an old one has none that are alone", () => {
  expect(applyDiff(undefined, ["+a", "+"])).toBe("a\n\n");
  expect(() => applyDiff(undefined, [" a", "+b"])).toThrow("There is no such file");
  expect(() => applyDiff(TEXT, ["+b"])).toThrow("There is such a file");
});
