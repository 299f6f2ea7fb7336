import { describe, expect, test } from "vitest";
import { findUnstorable, invalidStatus } from "./refuse-invalid.js";

describe("what no record can hold is found with its place", () => {
  test.each([
    [{ a: { b: ["x", "y\0"] } }, "/a/b/1", "holds a NUL character"],
    [{ a: "\ud800" }, "/a", "holds half of a character (a lone surrogate)"],
    [{ "a\0": 1 }, "/a\0", "holds a NUL character"],
    [[1, 2 ** 53], "/1", "is a number too large to be kept exactly"],
    [Number.POSITIVE_INFINITY, "body", "is a number too large to be kept exactly"],
  ])("%j at %j", (value, where, message) => {
    expect(findUnstorable(value)).toEqual({ where, message });
  });

  test("more than a hundred levels", () => {
    const deep = JSON.parse(`${"[".repeat(102)}${"]".repeat(102)}`);
    expect(findUnstorable(deep)?.message).toBe("is nested deeper than 100 levels");
  });
});

test.each([[null], [1.5], [-(2 ** 53) + 1], ["é😀"], [{}], [[[]]], [undefined], [1e-300]])(
  "%j can be held",
  (value) => {
    expect(findUnstorable(value)).toBeUndefined();
  },
);

test.each([
  [["200", "404", "422"], 422],
  [["200", "400", "422"], 422],
  [["200", "400"], 400],
  [["200", "404"], 404],
] as const)("with %j documented, an invalid request is a %i", (documented, status) => {
  expect(invalidStatus(new Map(documented.map((one) => [one, {}])))).toBe(status);
});
