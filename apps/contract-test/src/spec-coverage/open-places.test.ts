import { expect, test } from "vitest";
import { openPlaces, pointersOf } from "./open-places.js";

const text = { type: "string" };

function pointers(schema: unknown, components: object = {}) {
  return pointersOf(openPlaces({ components }, [schema], "writeOnly"));
}

test("schemas that speak of one value are put together, each property once", () => {
  const allOf = [
    { properties: { id: text, port: { properties: { code: text } } } },
    { properties: { port: { properties: { name: text } } } },
  ];
  expect(pointers({ allOf, properties: { key: text } })).toEqual(["/key", "/id", "/port", "/port/code", "/port/name"]);
});

test("a schema that contains itself is opened once on the way down, and beside itself again", () => {
  const Node = {
    properties: {
      left: { $ref: "#/components/Node" },
      list: { type: "array", items: { type: "array", items: { $ref: "#/components/Node" } } },
    },
  };
  const both = { properties: { a: { $ref: "#/components/Node" }, b: { $ref: "#/components/Node" } } };
  expect(pointers(both, { Node })).toEqual(["/a", "/a/left", "/a/list", "/b", "/b/left", "/b/list"]);
});

test("schemas that contain each other end at 12 levels", () => {
  const names = Array.from({ length: 20 }, (_, index) => `S${index}`);
  const components = Object.fromEntries(
    names.map((name, index) => [name, { properties: { x: { $ref: `#/components/${names[index + 1] ?? name}` } } }]),
  );
  expect(pointers({ $ref: "#/components/S0" }, components).at(-1)).toBe("/x".repeat(12));
});

test("properties that never stand there, and those that are forbidden, are left out", () => {
  const properties = { id: text, gone: false, secret: { ...text, writeOnly: true }, made: { ...text, readOnly: true } };
  expect(pointers({ properties })).toEqual(["/id", "/made"]);
  expect(pointersOf(openPlaces({}, [{ properties }], "readOnly"))).toEqual(["/id", "/secret"]);
});

test("what has no properties has none", () => {
  expect([undefined, null, true, { type: "array" }, { items: false }].flatMap((one) => pointers(one))).toEqual([]);
});
