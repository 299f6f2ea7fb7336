import { expect, test } from "vitest";
import { putValue, valueIn } from "./put-value.js";

const values = { path: { id: 1 }, query: { page: 2 }, body: { order: { number: "A", lines: [{ key: 1 }] } } };

test.each([
  ["path.id", 1],
  ["query.page", 2],
  ["header.fields", undefined],
  ["/order/number", "A"],
  ["/order/comment", undefined],
  ["", values.body],
])("what stands in %s is read", (place, expected) => {
  expect(valueIn(values, place)).toEqual(expected);
});

test.each([
  ["path.id", 7, { ...values, path: { id: 7 } }],
  ["header.a.b", "x", { ...values, header: { "a.b": "x" } }],
  ["query.page", undefined, { ...values, query: {} }],
  ["/order/number", "B", { ...values, body: { order: { number: "B", lines: [{ key: 1 }] } } }],
  ["/order/number", undefined, { ...values, body: { order: { lines: [{ key: 1 }] } } }],
  ["", [], { ...values, body: [] }],
])("%s becomes %j", (place, value, expected) => {
  expect(putValue(values, place, value)).toStrictEqual(expected);
});

test("what it starts from is not changed", () => {
  expect(values.path).toEqual({ id: 1 });
  expect(values.body.order.number).toBe("A");
});
