import { expect, test } from "vitest";
import { HOSTILE_TEXTS, withTextEverywhere } from "../testing/hostile.js";
import { sampleReport } from "../testing/report.js";
import { cutText, isPlain } from "./plain-text.js";
import { writeJson } from "./write-json.js";

const report = sampleReport();

test("it is the whole report, with its format", () => {
  expect(JSON.parse(writeJson(report))).toEqual({ format: 1, ...JSON.parse(JSON.stringify(report)) });
});

test("members come in the same order, however the report was made", () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, one]) => [key, reversed(one)]),
    );
  };
  expect(writeJson(reversed(report) as typeof report)).toBe(writeJson(report));
  expect(writeJson(report)).toMatch(/^\{\n {2}"format": 1,\n {2}"tool": \{\n {4}"name": "@quayside\/contract-test",\n/);
  expect(writeJson(report).endsWith("}\n")).toBe(true);
});

test.each(HOSTILE_TEXTS)("what a server sends means itself, and steers nothing: %.40j", (text) => {
  const hostile = withTextEverywhere(report, text);
  const written = writeJson(hostile);
  const cut = withTextEverywhere(report, cutText(text, 60_000));
  expect(JSON.parse(written)).toEqual({ format: 1, ...JSON.parse(JSON.stringify(cut)) });
  expect(written.split("\n").every(isPlain)).toBe(true);
  expect(written).not.toContain("##[");
});
