import { describe, expect, test } from "vitest";
import { findInAnswer, findInValue, openSchema } from "../spec.test.fixture.js";

/** [what, schema, a valid value, a value that breaks it, rule, where, message] */
const CASES: readonly [string, object, unknown, unknown, string, string, string][] = [
  ["a type", { type: "string" }, "1", 1, "wrong-type", "body", "1 is not allowed; the spec has a string"],
  [
    "a list of types",
    { type: ["string", "null"] },
    null,
    1.5,
    "wrong-type",
    "body",
    "1.5 is not allowed; the spec has a string or null",
  ],
  ["an integer", { type: "integer" }, 1, 1.5, "wrong-type", "body", "1.5 is not allowed; the spec has an integer"],
  [
    "a type, of an object",
    { type: "array" },
    [],
    {},
    "wrong-type",
    "body",
    "an object is not allowed; the spec has an array",
  ],
  ["const", { const: "a" }, "a", "b", "wrong-value", "body", '"b" is not allowed; the spec has "a"'],
  ["enum", { enum: ["a", null] }, null, "b", "wrong-value", "body", '"b" is not allowed; the spec has "a", null'],
  ["minimum", { minimum: 1 }, 1, 0, "wrong-value", "body", "0 is not allowed; the spec has >= 1"],
  ["maximum", { exclusiveMaximum: 1 }, 0, 1, "wrong-value", "body", "1 is not allowed; the spec has < 1"],
  ["multipleOf", { multipleOf: 2 }, 4, 3, "wrong-value", "body", "3 is not allowed; the spec has multiples of 2"],
  [
    "minLength",
    { minLength: 2 },
    "ab",
    "😀",
    "wrong-value",
    "body",
    "a length of 1 is not allowed; the spec has at least 2",
  ],
  [
    "maxLength",
    { maxLength: 1 },
    "😀",
    "ab",
    "wrong-value",
    "body",
    "a length of 2 is not allowed; the spec has at most 1",
  ],
  ["pattern", { pattern: "^a$" }, "a", "b", "wrong-value", "body", '"b" is not allowed; the spec has the pattern ^a$'],
  [
    "minItems",
    { minItems: 1 },
    [1],
    [],
    "wrong-value",
    "body",
    "an array of 0 is not allowed; the spec has at least 1",
  ],
  [
    "maxItems",
    { maxItems: 1 },
    [1],
    [1, 2],
    "wrong-value",
    "body",
    "an array of 2 is not allowed; the spec has at most 1",
  ],
  [
    "uniqueItems",
    { uniqueItems: true },
    [1, "1"],
    [{ a: 1, b: 2 }, 3, { b: 2, a: 1 }],
    "wrong-value",
    "body",
    "elements 0 and 2 are the same; the spec has no element twice",
  ],
  [
    "contains",
    { contains: { const: 1 } },
    [1],
    [2],
    "wrong-value",
    "body",
    "an array of 1 is not allowed; the spec has at least 1 of a certain kind",
  ],
  [
    "prefixItems",
    { prefixItems: [{ const: 1 }], items: false },
    [1],
    [1, 2],
    "wrong-value",
    "body",
    "an array of 2 is not allowed; the spec has at most 1",
  ],
  [
    "items",
    { items: { type: "string" } },
    ["a"],
    ["a", 1],
    "wrong-type",
    "/1",
    "1 is not allowed; the spec has a string",
  ],
  [
    "required",
    { required: ["a/b"] },
    { "a/b": 1 },
    {},
    "missing-property",
    "/a~1b",
    "a/b is missing; the spec requires it",
  ],
  [
    "dependentRequired",
    { dependentRequired: { a: ["b"] } },
    { a: 1, b: 1 },
    { a: 1 },
    "missing-property",
    "/b",
    "b is missing; the spec requires it beside a",
  ],
  [
    "additionalProperties",
    { properties: { a: true }, additionalProperties: false },
    { a: 1 },
    { a: 1, b: 2 },
    "undeclared-property",
    "/b",
    "b is not declared; the spec allows no other properties here",
  ],
  [
    "unevaluatedProperties",
    { allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
    { a: 1 },
    { a: 1, b: 2 },
    "undeclared-property",
    "/b",
    "b is not declared; the spec allows no other properties here",
  ],
  [
    "unevaluatedItems",
    { allOf: [{ prefixItems: [true] }], unevaluatedItems: false },
    [1],
    [1, 2],
    "wrong-value",
    "body",
    "an array of 2 is not allowed; the spec has at most 1",
  ],
  [
    "propertyNames",
    { propertyNames: { maxLength: 1 } },
    { a: 1 },
    { ab: 1 },
    "undeclared-property",
    "/ab",
    "ab is not allowed as the name of a property",
  ],
  [
    "minProperties",
    { minProperties: 1 },
    { a: 1 },
    {},
    "wrong-value",
    "body",
    "an object with 0 properties is not allowed; the spec has at least 1",
  ],
  [
    "a schema false",
    { properties: { a: false } },
    {},
    { a: 1 },
    "undeclared-property",
    "/a",
    "1 is here; the spec allows nothing",
  ],
  [
    "not",
    { not: { type: "null" } },
    1,
    null,
    "wrong-value",
    "body",
    "null is not allowed; the spec has anything but this",
  ],
  [
    "not anything",
    { properties: { a: { not: {} } } },
    {},
    { a: 1 },
    "undeclared-property",
    "/a",
    "1 is here; the spec allows nothing",
  ],
  [
    "if",
    JSON.parse('{ "if": { "required": ["a"] }, "then": { "required": ["b"] } }'),
    {},
    { a: 1 },
    "missing-property",
    "/b",
    "b is missing; the spec requires it",
  ],
  [
    "dependentSchemas",
    { dependentSchemas: { a: { required: ["b"] } } },
    {},
    { a: 1 },
    "missing-property",
    "/b",
    "b is missing; the spec requires it",
  ],
  [
    "a $ref's sibling",
    { $ref: "#/components/schemas/Text", maxLength: 1 },
    "a",
    "ab",
    "wrong-value",
    "body",
    "a length of 2 is not allowed; the spec has at most 1",
  ],
  [
    "what a $ref names",
    { $ref: "#/components/schemas/Text", maxLength: 1 },
    "a",
    1,
    "wrong-type",
    "body",
    "1 is not allowed; the spec has a string",
  ],
];

describe("in an answer's body", () => {
  test.each(CASES)("%s is checked", (_what, schema, valid, broken, rule, place, message) => {
    const contract = openSchema(schema, { Text: { type: "string" } });
    expect(findInAnswer(contract, valid)).toEqual([]);
    expect(findInAnswer(contract, broken)).toEqual([{ rule, where: `getThing ${place}`, message }]);
  });
});

/** [format, valid texts or numbers, broken ones] */
const FORMATS: readonly [string, readonly unknown[], readonly unknown[]][] = [
  [
    "date-time",
    ["2024-02-29T23:59:60Z", "2024-01-29T05:33:55-05:00", "2023-02-20t21:12:29.128+09:00"],
    [
      "2024-04-31T00:00:00Z",
      "2024-01-29 05:33:55Z",
      "2024-01-29T05:33:55",
      "2024-01-29T05:33Z",
      "2024-01-29T05:33:55+0500",
      "2024-01-29T25:00:00Z",
    ],
  ],
  ["date", ["2024-02-29"], ["2023-02-29", "2024-2-9", "2024-02-29T00:00:00Z"]],
  ["time", ["05:33:55Z"], ["05:33:55", "05:33Z"]],
  ["uri", ["https://app.octopi.co/api/v1/x.json?page=2", "urn:a:b"], ["/api/v1", "a b", "https://[::"]],
  ["email", ["a@example.com"], ["a@", "a b@example.com"]],
  ["uuid", ["123e4567-e89b-12d3-a456-426614174000"], ["123e4567"]],
  ["int32", [2147483647, -2147483648], [2147483648, 1.5]],
  ["int64", [9007199254740991], [1.5]],
  ["double", [1.5, 1], []],
  ["float", [1.5, 1], []],
  ["password", ["x"], []],
  ["html", ["<p>", "anything"], []],
];

describe("of formats", () => {
  test.each(FORMATS)("%s is checked as it is known", (format, valid, broken) => {
    const contract = openSchema({ format });
    for (const value of valid) expect(findInAnswer(contract, value)).toEqual([]);
    for (const value of broken) expect(findInAnswer(contract, value)).toMatchObject([{ rule: "wrong-value" }]);
  });

  test("the message names the format", () => {
    const message = '"2024-04-31" is not allowed; the spec has a date';
    expect(findInValue({ format: "date" }, "2024-04-31")).toEqual([
      { rule: "wrong-value", where: "getThing body", message },
    ]);
  });
});

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
