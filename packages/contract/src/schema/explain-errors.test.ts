import { expect, test } from "vitest";
import { findInValue } from "../spec.test.fixture.js";

test("what is wrong twice is told once", () => {
  const twice = { allOf: [{ type: "string" }, { type: "string" }] };
  expect(findInValue(twice, 1)).toHaveLength(1);
});

test("several things that are wrong are all told", () => {
  const schema = { type: "object", required: ["a"], properties: { b: { type: "string" }, c: { enum: [1] } } };
  expect(findInValue(schema, { b: 1, c: 2 }).map(({ where }) => where)).toEqual([
    "getThing /a",
    "getThing /b",
    "getThing /c",
  ]);
});

test("what is wrong beside a union is not hidden by it", () => {
  const schema = { type: "object", required: ["a"], anyOf: [{ required: ["b"] }, { required: ["c"] }] };
  expect(findInValue(schema, {}).map(({ rule }) => rule)).toEqual(["wrong-value", "missing-property"]);
});

test("what is wrong before a union is not hidden by it either", () => {
  const union = { anyOf: [{ $ref: "#/components/schemas/B" }, { required: ["c"] }] };
  const schemas = { A: { type: "object", required: ["a"] }, B: { type: "object", required: ["b"] } };
  const rules = (schema: object) => findInValue(schema, {}, schemas).map(({ rule }) => rule);
  expect(rules({ allOf: [{ $ref: "#/components/schemas/A" }, union] })).toEqual(["missing-property", "wrong-value"]);
  expect(rules({ $ref: "#/components/schemas/A", ...union })).toEqual(["missing-property", "wrong-value"]);
});

test("a union says how many branches it has, not what each missed", () => {
  const union = {
    anyOf: [{ $ref: "#/components/schemas/B" }, { properties: { d: { minLength: 2 } }, required: ["c"] }],
  };
  const found = findInValue({ items: union }, [{ d: "" }], { B: { required: ["b"], properties: { d: { const: 1 } } } });
  const message = "an object fits no alternative; the spec has 2 of them";
  expect(found).toEqual([{ rule: "wrong-value", where: "getThing /0", message }]);
});

test("0.07 is a multiple of 0.01", () => {
  expect(findInValue({ multipleOf: 0.01 }, 0.07)).toEqual([]);
  expect(findInValue({ multipleOf: 0.01 }, 0.075)).toHaveLength(1);
});
