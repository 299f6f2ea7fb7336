import { describe, expect, test } from "vitest";
import { allowedValues, flatSchemas, typesOf } from "./flat-schema.js";

const document = {
  components: {
    schemas: {
      Key: { type: "integer", minimum: 1, examples: [7] },
      Reference: { oneOf: [{ $ref: "#/components/schemas/Key" }, { type: "string", minLength: 1 }] },
      Tree: {
        type: "object",
        properties: { left: { $ref: "#/components/schemas/Tree" } },
        anyOf: [{ $ref: "#/components/schemas/Tree" }, { required: ["left"] }],
      },
    },
  },
};
const reference = { $ref: "#/components/schemas/Reference" };

test.each([
  ["a schema alone", { type: "string" }, [{ type: "string" }]],
  ["no schema at all", true, [{}]],
  ["what nothing keeps", false, []],
  ["one behind a reference", { $ref: "#/components/schemas/Key" }, [{ type: "integer", minimum: 1, examples: [7] }]],
  [
    "a union",
    { oneOf: [reference, { type: "null" }] },
    [{ type: "integer", minimum: 1, examples: [7] }, { type: "string", minLength: 1 }, { type: "null" }],
  ],
  [
    "two unions",
    { anyOf: [{ minimum: 1 }, { maximum: 9 }], oneOf: [{ type: "integer" }, { type: "number" }] },
    [
      { minimum: 1, type: "integer" },
      { minimum: 1, type: "number" },
      { maximum: 9, type: "integer" },
      { maximum: 9, type: "number" },
    ],
  ],
  [
    "a part that says more",
    {
      allOf: [
        { type: "string", minLength: 2 },
        { minLength: 1, maxLength: 3 },
      ],
    },
    [{ type: "string", minLength: 2, maxLength: 3 }],
  ],
  [
    "parts that name properties",
    {
      required: ["a"],
      allOf: [{ required: ["b"], properties: { b: {}, c: { minimum: 1 } } }],
      properties: { c: { type: "integer" } },
    },
    [{ required: ["a", "b"], properties: { b: {}, c: { allOf: [{ type: "integer" }, { minimum: 1 }] } } }],
  ],
  [
    "a number that is an integer, too",
    { type: "number", allOf: [{ type: ["integer", "null"] }] },
    [{ type: ["integer"] }],
  ],
  [
    "types that contradict each other",
    { type: "string", oneOf: [{ type: "integer" }, { maxLength: 1 }] },
    [{ type: "string", maxLength: 1 }],
  ],
])("%s is made flat", (_what, schema, expected) => {
  expect(flatSchemas(document, schema)).toEqual(expected);
});

test("what stands further out wins where both cannot be said", () => {
  const schema = { allOf: [{ $ref: "#/components/schemas/Key" }], examples: [9] };
  expect(flatSchemas(document, schema)).toEqual([{ type: "integer", minimum: 1, examples: [9] }]);
});

test("a branch that contains itself is left out", () => {
  const [only, ...others] = flatSchemas(document, { $ref: "#/components/schemas/Tree" });
  expect(others).toEqual([]);
  expect(only).toMatchObject({ type: "object", required: ["left"] });
});

test("of very many branches the first are looked at", () => {
  const many = { oneOf: Array.from({ length: 10 }, (_, minimum) => ({ minimum })) };
  expect(flatSchemas({}, { allOf: [many, { anyOf: many.oneOf }] })).toHaveLength(24);
});

describe("types", () => {
  test.each([
    [{ type: ["string", "null"] }, ["string", "null"]],
    [{ enum: ["full", null] }, ["string", "null"]],
    [{ const: 4 }, ["integer", "number"]],
    [{ minItems: 1 }, ["array"]],
    [{ properties: {} }, ["object"]],
    [{ type: [] }, []],
    [{}, ["string", "integer", "number", "boolean", "object", "array", "null"]],
  ])("of %j are %j", (flat, expected) => {
    expect(typesOf(flat)).toEqual(expected);
  });
});

test.each([
  [{ const: null }, [null]],
  [{ type: "string", enum: ["a", null] }, ["a"]],
  [{ type: "string" }, undefined],
])("the values of %j are %j", (flat, expected) => {
  expect(allowedValues(flat)).toEqual(expected);
});
