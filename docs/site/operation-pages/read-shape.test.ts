import { expect, test } from "vitest";
import { readShape } from "./read-shape.ts";

const mark = { basis: "inferred", note: "D-11" };
const document = {
  components: {
    schemas: {
      Entity: { type: "object", description: "What all have.", required: ["key"], properties: { key: { minimum: 1 } } },
      Time: { type: "string", description: "An instant.", "x-evidence": mark },
      Circle: { allOf: [{ $ref: "#/components/schemas/Circle" }, { type: "object", properties: { a: {} } }] },
    },
  },
};
const entity = { $ref: "#/components/schemas/Entity" };
const time = { $ref: "#/components/schemas/Time" };

test("the parts of an allOf are one object", () => {
  const shape = readShape(document, { allOf: [entity, { required: ["name"], properties: { name: {} } }] });
  expect(shape).toMatchObject({ types: ["object"], required: ["key", "name"], properties: { key: {}, name: {} } });
});

test("a property in two parts keeps what both say", () => {
  const shape = readShape(document, { allOf: [entity, { properties: { key: { maximum: 9 } } }] });
  expect(readShape(document, shape.properties.key).keywords).toMatchObject({ minimum: 1, maximum: 9 });
});

test("a note beside a reference goes before the text of what it refers to", () => {
  expect(readShape(document, { description: "When.", allOf: [time] }).description).toBe("When. An instant.");
  expect(readShape(document, { ...time, description: "When." }).description).toBe("When. An instant.");
  expect(readShape(document, { description: "When.", oneOf: [time, { type: "null" }] }).description).toBe(
    "When. An instant.",
  );
});

test("an object that extends another has its own text alone", () => {
  const order = { description: "An order.", allOf: [entity, { properties: { name: {} } }] };
  expect(readShape(document, { ...order, type: "object" }).description).toBe("An order.");
});

test("marks are those of all parts, each once", () => {
  expect(readShape(document, { ...time, "x-evidence": mark }).evidence).toEqual([mark]);
  const own = { basis: "inferred", note: "D-12" };
  expect(readShape(document, { ...time, "x-evidence": own }).evidence).toEqual([own, mark]);
});

test("null is told apart from the types, wherever it stands", () => {
  for (const schema of [
    { type: ["string", "null"] },
    { oneOf: [time, { type: "null" }] },
    { anyOf: [{ type: "null" }, time] },
  ]) {
    expect(readShape(document, schema)).toMatchObject({ types: ["string"], isNullable: true, variants: [] });
  }
});

test("two parts have the types that both allow", () => {
  expect(readShape(document, { type: ["number", "null"], allOf: [{ type: ["integer", "string"] }] }).types).toEqual([
    "integer",
  ]);
});

test("a choice is kept as one", () => {
  expect(readShape(document, { oneOf: [entity, time] }).variants).toEqual([entity, time]);
});

test("a schema that contains itself comes to an end", () => {
  expect(readShape(document, { $ref: "#/components/schemas/Circle" }).properties).toEqual({ a: {} });
});
