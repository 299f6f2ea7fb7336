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

test("a property in two parts keeps what both say, and its words and marks", () => {
  const parts = [entity, { properties: { key: { maximum: 9, description: "A key.", "x-evidence": mark } } }, entity];
  const key = readShape(document, readShape(document, { allOf: parts }).properties.key);
  expect(key).toMatchObject({ keywords: { minimum: 1, maximum: 9 }, description: "A key.", evidence: [mark] });
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

test("what several parts say of themselves is not said of the whole", () => {
  const order = { description: "An order.", allOf: [entity, { ...time, type: "object" }] };
  expect(readShape(document, order)).toMatchObject({ description: "An order.", evidence: [] });
});

test("the mark of one part of a whole stands at the part's properties", () => {
  const part = { properties: { a: { description: "A.", "x-evidence": { basis: "inferred", note: "D-12" } }, b: {} } };
  const { evidence, properties } = readShape(document, { allOf: [entity, { ...part, "x-evidence": mark }] });
  expect(evidence).toEqual([]);
  expect(readShape(document, properties.a)).toMatchObject({
    description: "A.",
    evidence: [mark, { basis: "inferred", note: "D-12" }],
  });
  expect(readShape(document, properties.b).evidence).toEqual([mark]);
  expect(readShape(document, properties.key).evidence).toEqual([]);
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
