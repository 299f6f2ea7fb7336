import { expect, test } from "vitest";
import { judgeGrowth } from "./judge-growth.ts";

const SIZES = [22, 250, 1000];

function judge(ms: (size: number) => number, peakMiB: (size: number) => number | undefined = () => 100) {
  return judgeGrowth(["docs"], SIZES, [...SIZES.map((size) => [{ ms: ms(size), peakMiB: peakMiB(size) }])]);
}

test("a start and a straight line is kept", () => {
  const { text, isKept } = judge((size) => 5000 + 30 * size);
  expect(isKept).toBe(true);
  expect(text).toContain("docs   5.7 s  12.5 s  35.0 s    1.00");
});

test("a square is not kept, and the stage is named", () => {
  const { text, isKept } = judge((size) => size ** 2);
  expect(isKept).toBe(false);
  expect(text).toMatch(/3\.75 .*NOT kept by docs/s);
});

test("memory is judged too", () => {
  expect(
    judge(
      () => 1000,
      (size) => size ** 2,
    ).isKept,
  ).toBe(false);
});

test("a stage that a noisy machine made cheaper at the middle size is held against what it took there", () => {
  expect(judge((size) => (size === 250 ? 900 : 1000)).isKept).toBe(true);
});

test("where memory cannot be read there is a dash", () => {
  expect(
    judge(
      () => 1000,
      () => undefined,
    ).text,
  ).toMatch(/ - {2,}- {2,}- {2,}-$/m);
});
