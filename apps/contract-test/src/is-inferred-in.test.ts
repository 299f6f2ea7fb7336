import { expect, test } from "vitest";
import { isInferredIn } from "./is-inferred-in.js";

const inferred = { basis: "inferred", note: "D-01" };
const documented = { basis: "documented", source: "page" };
const document = {
  components: { schemas: { Line: { properties: { amount: { type: "number" } }, "x-evidence": inferred } } },
};
const schema = {
  properties: {
    plain: { type: "string" },
    guessed: { type: "string", "x-evidence": inferred },
    lines: { type: "array", items: { $ref: "#/components/schemas/Line" } },
    sure: { "x-evidence": documented, properties: { guessed: { "x-evidence": inferred } } },
    "a/b": { "x-evidence": inferred },
  },
};

test.each([
  ["", false],
  ["/plain", false],
  ["/nowhere", false],
  ["/guessed", true],
  ["/lines", false],
  ["/lines/3", true],
  ["/lines/3/amount", true],
  ["/sure", false],
  ["/sure/guessed", true],
  ["/a~1b", true],
  ["/100%", false],
])("%s is inferred: %s", (pointer, expected) => {
  expect(isInferredIn(document, [schema], pointer)).toBe(expected);
});

test("what is documented inside of what is inferred stays documented", () => {
  expect(isInferredIn(document, [{ ...schema, "x-evidence": inferred }], "/sure")).toBe(false);
  expect(isInferredIn(document, [{ ...schema, "x-evidence": inferred }], "/plain")).toBe(true);
});

test("one inferred alternative does not make a documented union inferred, but its own members are", () => {
  const union = {
    oneOf: [{ type: "integer" }, { "x-evidence": inferred, properties: { key: { "x-evidence": inferred } } }],
  };
  expect(isInferredIn(document, [union], "")).toBe(false);
  expect(isInferredIn(document, [union], "/key")).toBe(true);
});
