import { expect, test } from "vitest";
import { readRetryAfter } from "./retry-after.js";

const NOW = Date.parse("2026-11-24T12:00:00Z");

test.each([
  ["0", 0],
  ["120", 120_000],
  [" 5 ", 5000],
  ["Tue, 24 Nov 2026 12:00:30 GMT", 30_000],
  ["Tue, 24 Nov 2026 11:00:00 GMT", 0],
  [null, undefined],
  ["", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["soon", undefined],
  ["2026-11-24T12:00:30Z", undefined],
])("%j is %j ms from now", (header, expected) => {
  expect(readRetryAfter(header, NOW)).toBe(expected);
});
