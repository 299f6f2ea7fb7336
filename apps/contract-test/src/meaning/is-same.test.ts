import { expect, test } from "vitest";
import { isEqual, isSame } from "./is-same.js";

test.each([
  ["2024-07-01T12:00:00Z", "2024-07-01T08:00:00-04:00", true],
  ["2024-07-01T12:00:00.999Z", "2024-07-01T12:00:00Z", true],
  ["2024-07-01T12:00:00Z", "2024-07-01T12:00:00-04:00", false],
  ["2024-07-01T12:00:00Z", "2024-07-01T12:00:01Z", false],
  ["2024-04-31T00:00:00Z", "2024-04-30T20:00:00-04:00", true],
  ["2024-07-01T12:00:00Z", null, false],
])("as a moment %s read as %s is the same: %s", (written, read, same) => {
  expect(isSame(written, read, "instant")).toBe(same);
});

test("an empty text is read as null where that is so, and nowhere else", () => {
  expect([isSame("", null, "emptied"), isSame("", "", "emptied"), isSame("x", "x", "emptied")]).toEqual([
    true,
    false,
    true,
  ]);
  expect(isSame("", null)).toBe(false);
});

test.each([
  [{ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }, true],
  [[1, 2], [2, 1], false],
  [1, "1", false],
  [0.1, 0.1, true],
  [null, undefined, false],
  [{}, [], false],
])("%j and %j are equal: %s", (one, other, equal) => {
  expect(isEqual(one, other)).toBe(equal);
});
