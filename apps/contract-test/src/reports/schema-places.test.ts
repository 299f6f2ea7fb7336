import { expect, test } from "vitest";
import { schemaPlaces } from "./schema-places.js";

const document = {
  Node: {
    required: ["name", "size"],
    anyOf: [{ $ref: "#/Node" }, { properties: { name: {}, children: { items: { $ref: "#/Node" } } } }],
    additionalProperties: false,
  },
  Circle: { $ref: "#/Circle" },
  Map: { additionalProperties: { properties: { "a/b": {} } } },
};

test.each([
  ["/Node", "", ["/Node"]],
  ["/Node", "/name", ["/Node/anyOf/1/properties/name", "/Node"]],
  [
    "/Node",
    "/children/#/children/7",
    [
      "/Node/anyOf/1/properties/children/items",
      "/Node/anyOf/1/properties/children",
      "/Node/anyOf/1/properties/children/items",
      "/Node/anyOf/1/properties/children",
      "/Node",
    ],
  ],
  // No schema has it: what demands it, then what forbids it.
  ["/Node", "/size", ["/Node/required", "/Node/additionalProperties", "/Node"]],
  ["/Node", "/other", ["/Node/additionalProperties", "/Node"]],
  ["/Map", "/any/a~1b", ["/Map/additionalProperties/properties/a~1b", "/Map/additionalProperties", "/Map"]],
  ["/Circle", "/name", ["/Circle"]],
])("in %s, %s is at %j", (schema, pointer, expected) => {
  const places = schemaPlaces(document, [{ pointer: schema, value: Reflect.get(document, schema.slice(1)) }], pointer);
  expect(places.map((place) => place.pointer)).toEqual(expected);
});
