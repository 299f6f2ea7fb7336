import { expect, test } from "vitest";
import { valueAt, valuesAt, withValue } from "./pointer.js";

const VALUE = { rows: [{ id: 1, "a/b": "x" }, { id: 2 }], none: null };

test("what stands at a pointer is given, with its escapes", () => {
  expect(valueAt(VALUE, "")).toBe(VALUE);
  expect(valueAt(VALUE, "/rows/1/id")).toBe(2);
  expect(valueAt(VALUE, "/rows/0/a~1b")).toBe("x");
  expect(valueAt(VALUE, "/none")).toBeNull();
});

test.each(["/rows/2/id", "/none/id", "/rows/x", "/toString", "/rows/length"])("nothing stands at %s", (pointer) => {
  expect(valueAt(VALUE, pointer)).toBeUndefined();
});

test("# is every element, and what some of them lack is left out", () => {
  expect(valuesAt(VALUE, "/rows/#/id")).toEqual([1, 2]);
  expect(valuesAt(VALUE, "/rows/#/a~1b")).toEqual(["x"]);
  expect(valuesAt(VALUE, "/none/#")).toEqual([]);
  expect(valuesAt([3, 4], "/#")).toEqual([3, 4]);
});

test("a value is put in its place, and the original stays as it is", () => {
  expect(withValue(VALUE, "/rows/1/id", 9)).toEqual({ ...VALUE, rows: [VALUE.rows[0], { id: 9 }] });
  expect(VALUE.rows[1]).toEqual({ id: 2 });
});

test("what is missing on the way is made an object", () => {
  expect(withValue({}, "/order/a~1b", 1)).toEqual({ order: { "a/b": 1 } });
  expect(withValue(null, "", 1)).toBe(1);
});
