import fc from "fast-check";
import { expect, test } from "vitest";
import { code, codeLiteral } from "./code-literal.js";
import { isPlain } from "./plain-text.js";

function evaluate(literal: string): unknown {
  return new Function(`return (${literal});`)();
}

test("short values stand on one line, long ones on several", () => {
  expect(codeLiteral({ path: { order_number: "SO/1" }, query: undefined })).toBe('{ path: { order_number: "SO/1" } }');
  expect(codeLiteral({ "x-a": [1, null, true], text: "x".repeat(80) }, "  ")).toBe(`{
    "x-a": [1, null, true],
    text: "${"x".repeat(80)}",
  }`);
});

test("code among values stands as it is, and what only looks like it does not", () => {
  expect(codeLiteral([code("process.env.A"), { code: "process.env.A" }])).toBe(
    '[process.env.A, { code: "process.env.A" }]',
  );
});

test("it means the value, whatever that is, and is safe to print", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: "binary" }), (value) => {
      const literal = codeLiteral(value);
      expect(literal.split("\n").every(isPlain)).toBe(true);
      expect(evaluate(literal)).toEqual(value);
    }),
  );
});

test("names and numbers that are special mean themselves", () => {
  const value = JSON.parse('{"__proto__":{"a":1},"constructor":2,"a-b":3,"":4,"1":5}');
  expect(evaluate(codeLiteral(value))).toEqual(value);
  expect(Object.hasOwn(Object(evaluate(codeLiteral(value))), "__proto__")).toBe(true);
  const numbers = [Number.NaN, Number.POSITIVE_INFINITY, -0, 1e300, 5n, "\ud800", "\u2028</script>\u202e"];
  expect(evaluate(codeLiteral(numbers))).toEqual(numbers);
});

test("a deep value is written as JSON text", () => {
  const deep = JSON.parse("[".repeat(500) + "]".repeat(500));
  expect(codeLiteral(deep)).toContain("JSON.parse(");
  expect(evaluate(codeLiteral(deep))).toEqual(deep);
});
