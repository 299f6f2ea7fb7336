import { expect, test } from "vitest";
import { readFields } from "./fields.js";

test("a tree has stars and trees as leaves", () => {
  const text = '{"orderDate":"*","status":{"statusTypeCode":"*"}}';
  expect(readFields(text)).toEqual({ orderDate: "*", status: { statusTypeCode: "*" } });
});

test("an empty tree is one", () => {
  expect(readFields("{}")).toEqual({});
});

test("what is no JSON is refused", () => {
  expect(() => readFields("{orderDate}")).toThrow(
    "The header fields is not well-formed JSON. Send a JSON object such as",
  );
});

test.each(["[]", '"*"', "null", "1"])("%s is refused as no object", (text) => {
  expect(() => readFields(text)).toThrow("is no JSON object");
});

test.each(['{"a":1}', '{"a":"x"}', '{"a":["*"]}', '{"a":null}'])("%s is refused for its leaf", (text) => {
  expect(() => readFields(text)).toThrow('has something else than "*" or an object at "a"');
});

test("a tree of ten levels is read", () => {
  expect(() => readFields(nested(10))).not.toThrow();
});

test("a tree of eleven levels is refused", () => {
  expect(() => readFields(nested(11))).toThrow("is nested deeper than 10 levels");
});

test("a refusal is a 400", () => {
  expect(() => readFields("x")).toThrow(expect.objectContaining({ status: 400 }));
});

function nested(levels: number): string {
  return `${'{"a":'.repeat(levels - 1)}{"a":"*"}${"}".repeat(levels - 1)}`;
}
