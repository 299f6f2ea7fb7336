import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findInAnswer, findInValue, openSchema } from "../spec.test.fixture.js";

const pending = {
  type: "object",
  required: ["status", "note"],
  properties: { status: { const: "pending" }, note: { type: "string" } },
};
const done = {
  type: "object",
  required: ["status", "at"],
  properties: { status: { enum: ["done", "closed"] }, at: { type: "string" }, by: { type: "string" } },
};

describe("of a union whose branches fix a property", () => {
  const union = { oneOf: [{ $ref: "#/components/schemas/Pending" }, { $ref: "#/components/schemas/Done" }] };
  const inUnion = (value: unknown) => findInValue(union, value, { Pending: pending, Done: done });

  test("a value that fits one branch is valid", () => {
    expect(inUnion({ status: "closed", at: "noon" })).toEqual([]);
  });

  test("only what the chosen branch misses is found", () => {
    expect(inUnion({ status: "done", note: "n" })).toEqual([
      { rule: "missing-property", where: "getThing /at", message: "at is missing; the spec requires it" },
    ]);
  });

  test("a value that chooses no branch is told the values of all", () => {
    const message = '"open" is not allowed; the spec has "pending", "done", "closed"';
    expect(inUnion({ status: "open" })).toEqual([{ rule: "wrong-value", where: "getThing /status", message }]);
  });

  test("a value without the property is told that it is missing", () => {
    expect(inUnion({ note: "n" }).map(({ where }) => where)).toEqual(["getThing /status"]);
  });

  test("a property of another branch is undeclared, and those of the chosen one are not", () => {
    const closed = { ...union, unevaluatedProperties: false };
    const found = findInValue(closed, { status: "done", at: "noon", note: "n" }, { Pending: pending, Done: done });
    expect(found.map(({ rule, where }) => `${rule} ${where}`)).toEqual(["undeclared-property getThing /note"]);
  });

  test("a wrong value does not make its declared neighbours undeclared", () => {
    const closed = { ...union, unevaluatedProperties: false };
    const found = findInValue(closed, { status: "done", at: 1, by: "me" }, { Pending: pending, Done: done });
    expect(found.map(({ rule, where }) => `${rule} ${where}`)).toEqual(["wrong-type getThing /at"]);
  });
});

test("two properties together can decide", () => {
  const branch = (status: string, kind: string, name: string) => ({
    type: "object",
    required: ["status", "kind", name],
    properties: { status: { const: status }, kind: { const: kind } },
  });
  const union = {
    oneOf: [branch("a", "x", "ax"), branch("a", "y", "ay"), branch("b", "x", "bx"), branch("b", "y", "by")],
  };
  expect(findInValue(union, { status: "b", kind: "x" }).map(({ where }) => where)).toEqual(["getThing /bx"]);
});

test("a union of types is told apart by type, null and an object among them", () => {
  const union = { anyOf: [{ type: "null" }, { type: "integer", minimum: 1 }, pending] };
  expect(findInValue(union, null)).toEqual([]);
  expect(findInValue(union, 0)).toMatchObject([
    { rule: "wrong-value", message: "0 is not allowed; the spec has >= 1" },
  ]);
  expect(findInValue(union, { status: "pending" })).toMatchObject([
    { rule: "missing-property", where: "getThing /note" },
  ]);
  expect(findInValue(union, "x")).toMatchObject([
    { rule: "wrong-type", message: '"x" is not allowed; the spec has null or an integer or an object' },
  ]);
});

test("a union that nothing decides says what its branches want", () => {
  const union = {
    anyOf: [
      { type: "string", format: "date" },
      { type: "string", format: "date-time" },
    ],
  };
  expect(findInValue(union, "2024-13-01")).toMatchObject([
    { rule: "wrong-value", message: '"2024-13-01" fits no alternative; the spec has a date, or a date-time' },
  ]);
});

test("a value that fits two branches of a oneOf is told so", () => {
  const union = { oneOf: [{ type: "integer" }, { type: "number" }] };
  expect(findInValue(union, 1.5)).toEqual([]);
  expect(findInValue(union, 1)).toMatchObject([
    { rule: "wrong-value", message: "1 fits 2 alternatives; the spec has exactly one of them" },
  ]);
});

test("branches that say nothing of the type are not told apart by their properties", () => {
  const branch = (kind: string) => ({ required: ["kind"], properties: { kind: { const: kind } } });
  expect(findInValue({ anyOf: [branch("a"), branch("b")] }, "no object")).toEqual([]);
});

test("a fraction and the integers are not told apart by type: both are numbers", () => {
  const union = { anyOf: [{ type: "integer" }, { const: 1.5 }, { type: "null" }] };
  expect([0, 1.5, null].map((each) => findInValue(union, each))).toEqual([[], [], []]);
  expect(findInValue(union, 2.5)).toMatchObject([{ rule: "wrong-value" }]);
});

test("a branch that nothing fits is no obstacle to the others", () => {
  const branch = { type: "object", required: ["kind"], properties: { kind: { const: "a" } } };
  const union = { anyOf: [{ type: "null" }, { anyOf: [branch, branch], not: {} }] };
  expect(findInValue(union, null)).toEqual([]);
  expect(findInValue(union, { kind: "a" })).toHaveLength(1);
});

describe("with a discriminator whose branches fix nothing", () => {
  const Cat = { type: "object", required: ["kind", "lives"], properties: { kind: { type: "string" } } };
  const Dog = { type: "object", required: ["kind", "tricks"], properties: { kind: { type: "string" } } };
  const oneOf = [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }];
  const mapping = { hound: "#/components/schemas/Dog", tom: "Cat" };
  const found = (value: unknown, discriminator: object) =>
    findInValue({ oneOf, discriminator: { propertyName: "kind", ...discriminator } }, value, { Cat, Dog });

  test("the mapping names the branch whose errors are told", () => {
    expect(found({ kind: "hound" }, { mapping })).toMatchObject([
      { rule: "missing-property", where: "getThing /tricks" },
    ]);
    expect(found({ kind: "tom" }, { mapping })).toMatchObject([{ rule: "missing-property", where: "getThing /lives" }]);
  });

  test("a schema's name is a value without a mapping", () => {
    expect(found({ kind: "Dog" }, {})).toMatchObject([{ rule: "missing-property", where: "getThing /tricks" }]);
  });

  test("an unknown value is told that no branch fits", () => {
    expect(found({ kind: "constructor" }, { mapping })).toMatchObject([
      { rule: "wrong-value", where: "getThing body" },
    ]);
  });

  test("it changes no verdict", () => {
    expect(found({ kind: "hound", lives: 9 }, { mapping })).toEqual([]);
  });
});

const NAMES = ["a", "b", "kind"] as const;
const scalar = fc.constantFrom(null, true, 0, 1, 1.5, "", "x", "y");
const typeName = fc.constantFrom("null", "boolean", "integer", "number", "string", "array", "object");
const COMPONENTS = {
  X: { type: "object", required: ["kind"], properties: { kind: { const: "x" }, a: { type: "integer" } } },
  Y: { type: "object", required: ["kind"], properties: { kind: { enum: ["y", 1] } }, unevaluatedProperties: false },
  Z: { anyOf: [{ $ref: "#/components/schemas/X" }, { type: ["null", "string"] }] },
  Tree: { type: "object", properties: { a: { $ref: "#/components/schemas/Tree" }, b: { type: "boolean" } } },
};

const { schema } = fc.letrec((tie) => {
  const inner = tie("schema");
  const properties = fc.dictionary(fc.constantFrom(...NAMES), inner, { maxKeys: 3 });
  const required = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 });
  const several = fc.array(inner, { minLength: 1, maxLength: 3 });
  const object = fc.record({ type: fc.constant("object"), properties, required }, { requiredKeys: ["properties"] });
  const tagged = fc
    .record({
      tag: fc.subarray(["x", "y", 1, null], { minLength: 1 }),
      object,
      type: fc.constantFrom("object", "object", ["object", "null"]),
    })
    .map(({ tag, object: each, type }) => ({
      ...each,
      type,
      required: ["kind"],
      properties: { ...each.properties, kind: { enum: tag } },
    }));
  return {
    schema: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.record({ type: fc.oneof(typeName, fc.uniqueArray(typeName, { minLength: 1, maxLength: 3 })) }),
      fc.record({ const: scalar }),
      fc.record({ enum: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
      fc.boolean(),
      fc.constantFrom(...Object.keys(COMPONENTS)).map((name) => ({ $ref: `#/components/schemas/${name}` })),
      object,
      tagged,
      fc
        .record({ object, unevaluatedProperties: fc.constant(false), allOf: several })
        .map(({ object: each, ...rest }) => ({ ...each, ...rest })),
      fc.record({ oneOf: several }),
      fc.record({ anyOf: several }),
      fc.record(
        { oneOf: fc.array(tagged, { minLength: 2, maxLength: 3 }), unevaluatedProperties: fc.constant(false) },
        { requiredKeys: ["oneOf"] },
      ),
      fc.record({ anyOf: fc.array(tagged, { minLength: 2, maxLength: 3 }), not: inner }, { requiredKeys: ["anyOf"] }),
    ),
  };
});

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie("value"), { maxKeys: 3 }),
    fc.record({ kind: fc.constantFrom("x", "y", 1, null), a: tie("value") }, { requiredKeys: ["kind"] }),
  ),
}));

test("the verdict is that of the plain validator, whatever the schema", { timeout: 60_000 }, () => {
  const property = fc.property(schema, fc.array(value, { minLength: 1, maxLength: 10 }), (wanted, values) => {
    const plain = new Ajv2020({ strict: false, logger: false, validateSchema: false, code: { optimize: false } });
    const validate = plain.compile({
      $id: "https://example.test/",
      components: { schemas: COMPONENTS },
      allOf: [wanted],
    });
    const contract = openSchema(wanted, COMPONENTS);
    for (const each of values) expect(findInAnswer(contract, each).length === 0).toBe(validate(each));
  });
  fc.assert(property, { numRuns: 100 });
});
