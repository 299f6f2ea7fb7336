import { expect, test } from "vitest";
import { listProperties } from "./list-properties.ts";

const document = {
  components: {
    schemas: {
      Node: {
        type: "object",
        required: ["id"],
        properties: {
          id: { type: "integer" },
          parent: { oneOf: [{ $ref: "#/components/schemas/Node" }, { type: "null" }] },
          children: { type: "array", items: { $ref: "#/components/schemas/Node" } },
        },
      },
      Open: { title: "Open item", type: "object", required: ["status"], properties: { status: { const: "open" } } },
      Done: {
        type: "object",
        required: ["status", "at"],
        properties: { status: { const: "done" }, at: { type: "string" } },
      },
      Entity: { type: "object", properties: { key: { type: "integer" } } },
      Port: { description: "A port.", allOf: [{ $ref: "#/components/schemas/Entity" }] },
      Call: {
        allOf: [
          { $ref: "#/components/schemas/Entity" },
          { properties: { port: { $ref: "#/components/schemas/Port" }, by: { $ref: "#/components/schemas/Entity" } } },
        ],
      },
      Grown: {
        allOf: [{ $ref: "#/components/schemas/Seed" }, { properties: { size: { type: "integer" } } }],
      },
      Seed: {
        type: "object",
        properties: { child: { allOf: [{ $ref: "#/components/schemas/Seed" }, { properties: { a: {} } }] } },
      },
      Tree: { oneOf: [{ $ref: "#/components/schemas/Leaf" }, { $ref: "#/components/schemas/Branch" }] },
      Leaf: { type: "object", properties: { value: { type: "string" } } },
      Branch: { type: "object", properties: { left: { $ref: "#/components/schemas/Tree" } } },
    },
  },
};

test("what lies in an object or in an array's items has the way to it as its name", () => {
  const item = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };
  const order = { type: "object", properties: { items: { type: "array", items: item } } };
  expect(names({ type: "object", required: ["order"], properties: { order } })).toEqual([
    "order: object, required",
    "order.items: array of objects",
    "order.items[].id: integer, required",
  ]);
});

test("a body that is an array begins with it, and so does one of arrays", () => {
  const item = { type: "object", properties: { id: { type: "integer" } } };
  expect(names({ type: "array", items: item })).toEqual(["[].id: integer"]);
  expect(names({ type: "array", items: { type: "array", items: item } })).toEqual(["[][].id: integer"]);
});

test("further properties of one kind stand under any name", () => {
  const extra = { type: "object", properties: { a: { type: "string" } } };
  expect(names({ type: "object", additionalProperties: extra })).toEqual(["*: object", "*.a: string"]);
  expect(names({ type: "object", additionalProperties: false })).toEqual([]);
});

test("a property that variants differ in stands there once for each, and says whose it is", () => {
  const item = {
    type: "object",
    properties: { id: { type: "integer" } },
    oneOf: [{ $ref: "#/components/schemas/Open" }, { $ref: "#/components/schemas/Done" }],
  };
  expect(names(item)).toEqual([
    "id: integer",
    "status: always `open`, required (Open item)",
    "status: always `done`, required (Done)",
    "at: string, required (Done)",
  ]);
});

test("a property that all variants have alike stands there once", () => {
  const note = { type: "object", properties: { note: { type: "string" } } };
  const both = { oneOf: [{ allOf: [note] }, { allOf: [note, { properties: { more: { type: "null" } } }] }] };
  expect(names(both)).toEqual(["note: string", "more: null (object 2)"]);
});

test("variants within variants say both", () => {
  const inner = { oneOf: [{ $ref: "#/components/schemas/Open" }, { $ref: "#/components/schemas/Leaf" }] };
  const outer = { oneOf: [{ title: "Outer", ...inner }, { $ref: "#/components/schemas/Done" }] };
  expect(names(outer)).toContain("value: string (Outer, Leaf)");
});

test("what contains itself is listed once, and says what it repeats", () => {
  expect(names({ $ref: "#/components/schemas/Node" })).toEqual([
    "id: integer, required",
    "parent: object or null = the body",
    "children: array of objects = the body",
  ]);
  const wrapped = { type: "object", properties: { root: { $ref: "#/components/schemas/Node" } } };
  expect(names(wrapped)).toContain("root.parent: object or null = root");
});

test("two kinds that extend the same are listed both", () => {
  expect(names({ $ref: "#/components/schemas/Call" })).toEqual([
    "key: integer",
    "port: object",
    "port.key: integer",
    "by: object",
    "by.key: integer",
  ]);
});

test("what contains an extension of itself comes to an end", () => {
  expect(names({ $ref: "#/components/schemas/Seed" })).toEqual(["child: object = the body"]);
  expect(names({ $ref: "#/components/schemas/Grown" })).toEqual([
    "child: object",
    "child.child: object = child",
    "child.a: anything",
    "size: integer",
  ]);
});

test("what contains itself through a choice comes to an end", () => {
  expect(names({ $ref: "#/components/schemas/Tree" })).toEqual([
    "value: string (Leaf)",
    "left: object = the body (Branch)",
  ]);
});

function names(schema: object): string[] {
  return listProperties(document, schema).map(({ name, type, isRequired, only, sameAs }) => {
    const same = sameAs === undefined ? "" : ` = ${sameAs === "" ? "the body" : sameAs}`;
    return `${name}: ${type}${isRequired ? ", required" : ""}${same}${only.length === 0 ? "" : ` (${only.join(", ")})`}`;
  });
}
