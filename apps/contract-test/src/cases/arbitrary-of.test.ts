import { openContract } from "@quayside/contract";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openApi } from "../api.js";
import { findOperation, readOperations } from "../operation.js";
import { writeRequest } from "../write-request.js";
import { arbitraryOf } from "./arbitrary-of.js";
import { findingsOf } from "./findings-of.js";
import { NOTHING_KNOWN } from "./known-values.js";

const SCHEMAS: readonly [string, object][] = [
  ["an enum", { enum: ["a", 1, null] }],
  ["texts of a length", { type: "string", minLength: 3, maxLength: 5 }],
  ["long texts", { type: "string", minLength: 3000 }],
  ["texts of a pattern", { type: "string", pattern: "^[A-Z]{2}-\\d+$", maxLength: 12 }],
  ["texts of a loose pattern", { type: "string", pattern: "a.b" }],
  ["a pattern that looks ahead", { type: "string", pattern: "^(?=x)\\w+$", examples: ["xyz"] }],
  ["times", { type: "string", format: "date-time" }],
  ["times of a pattern", { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$" }],
  ["dates", { type: "string", format: "date" }],
  ["times of day", { type: "string", format: "time" }],
  ["UUIDs", { type: "string", format: "uuid" }],
  ["addresses", { type: "string", format: "email" }],
  ["URIs", { type: "string", format: "uri" }],
  ["a format that is not known", { type: "string", format: "iban" }],
  ["integers", { type: "integer", minimum: 1, exclusiveMaximum: 7 }],
  ["a large integer", { type: "integer", minimum: 10_000_000_000 }],
  ["multiples", { type: "number", multipleOf: 0.25, minimum: -1 }],
  ["fractions", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 0.5 }],
  ["any number", { type: "number", format: "double" }],
  ["lists", { type: "array", items: { type: "boolean" }, minItems: 2, maxItems: 3 }],
  ["lists without repetition", { type: "array", items: { enum: [1, 2, 3] }, uniqueItems: true, minItems: 2 }],
  ["a long list", { type: "array", items: { type: "null" }, minItems: 60 }],
  [
    "closed objects",
    { type: "object", additionalProperties: false, required: ["a"], properties: { a: {}, b: { type: "integer" } } },
  ],
  [
    "parts",
    { allOf: [{ type: "object", required: ["a"] }, { properties: { a: { const: 1 } } }], unevaluatedProperties: false },
  ],
  ["a union", { oneOf: [{ type: "integer", minimum: 5 }, { type: "string", minLength: 1 }, { type: "null" }] }],
  ["anything", {}],
  ["a tree", { $ref: "#/components/schemas/Tree" }],
];
const Tree = {
  type: "object",
  required: ["leaves"],
  properties: {
    leaves: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
    top: { $ref: "#/components/schemas/Tree" },
  },
};

describe.each(SCHEMAS)("%s", (_what, schema) => {
  const requestBody = { required: true, content: { "application/json": { schema } } };
  const document = {
    openapi: "3.1.0",
    info: { title: "Small", version: "1" },
    components: { schemas: { Tree } },
    paths: { "/x": { post: { operationId: "send", requestBody, responses: { "200": { description: "Done" } } } } },
  };
  const api = {
    ...openApi("octopi"),
    document,
    contract: openContract(document),
    operations: readOperations(document),
  };
  const operation = findOperation(api.operations, "send");

  test("keep their schema", () => {
    const drawn = arbitraryOf(document, schema) ?? fc.constant(undefined);
    const kept = fc.property(drawn, (body) => {
      expect(findingsOf(api, writeRequest(operation, { body }))).toEqual([]);
    });
    fc.assert(kept, { numRuns: 200 });
  });
});

const drawn = (schema: object, place = "") => arbitraryOf({}, schema, NOTHING_KNOWN, place) ?? fc.constant(undefined);
const sample = (schema: object, place = "", numRuns = 1000) => fc.sample(drawn(schema, place), { numRuns, seed: 1 });

/** What a failure is shrunk to. */
function smallest(schema: object, holds: (value: unknown) => boolean): unknown {
  const { counterexample } = fc.check(fc.property(drawn(schema), holds), { seed: 1, numRuns: 1000 });
  return counterexample?.[0];
}

describe("a failure shrinks to the smallest", () => {
  test.each([
    ["text", { type: "string" }, ""],
    ["text of a length", { type: "string", minLength: 2 }, "aa"],
    ["integer", { type: "integer" }, 0],
    ["integer of those that are allowed", { type: "integer", minimum: 4 }, 4],
    ["number", { type: "number" }, 0],
    ["value of an enum", { enum: ["open", "closed"] }, "open"],
    ["branch", { oneOf: [{ type: "boolean" }, { type: "string" }] }, false],
    ["list", { type: "array", items: { type: "string" } }, []],
    [
      "object",
      { type: "object", required: ["a"], properties: { a: { type: "string" }, b: { type: "string" } } },
      { a: "" },
    ],
  ])("%s", (_what, schema, expected) => {
    expect(smallest(schema, () => false)).toEqual(expected);
  });

  test("that shows it", () => {
    const properties = { note: { type: "string" }, count: { type: "integer" }, other: { type: "array", items: {} } };
    const found = smallest({ type: "object", properties }, (value) => !JSON.stringify(value).includes('\\"'));
    expect(found).toEqual({ note: '"' });
    expect(smallest({ type: "integer" }, (value) => Number(value) <= 100)).toBe(101);
    expect(smallest({ type: "number" }, (value) => Number(value) <= 100)).toBe(101);
  });
});

describe("texts", () => {
  const texts = sample({ type: "string" }).map(String);

  test.each([
    ["quotes", /["']/],
    ["line breaks", /\n/],
    ["emoji", /\p{Emoji_Presentation}/u],
    ["right-to-left script", /\p{Script=Hebrew}|\p{Script=Arabic}/u],
    ["blanks before", /^\s./],
    ["blanks after", /.\s$/],
    ["slashes", /\//],
    ["percent signs", /%/],
  ])("have %s", (_what, pattern) => {
    expect(texts.some((text) => pattern.test(text))).toBe(true);
  });

  test("are empty, and very long", () => {
    expect(texts).toContain("");
    expect(texts.some((text) => text.length > 1500)).toBe(true);
  });

  test("hold nothing that no database can hold", () => {
    expect(texts.filter((text) => /[\0\p{Surrogate}]/u.test(text))).toEqual([]);
  });

  test("in a path change no path, and in a URL are not too long", () => {
    const inPath = sample({ type: "string" }, "path.id").map(String);
    const shortInPath = sample({ type: "string", maxLength: 2 }, "path.id", 10_000).map(String);
    expect([...inPath, ...shortInPath].filter((text) => ["", ".", ".."].includes(text))).toEqual([]);
    expect(inPath.some((text) => text.includes("/"))).toBe(true);
    expect(Math.max(...inPath.map((text) => [...text].length))).toBeLessThanOrEqual(100);
    expect(
      Math.max(...sample({ type: "string" }, "query.q").map((text) => [...String(text)].length)),
    ).toBeLessThanOrEqual(100);
  });

  test("in a header are what HTTP lets through", () => {
    expect(
      sample({ type: "string" }, "header.x").filter((text) => !/^[!-~]([ -~]*[!-~])?$/.test(String(text))),
    ).toEqual([]);
  });
});

test("numbers are exact, and zero has no sign", () => {
  const numbers = [...sample({ type: "integer" }), ...sample({ type: "number" }, "", 10_000)].map(Number);
  expect(numbers.filter((one) => Object.is(one, -0) || (Number.isInteger(one) && !Number.isSafeInteger(one)))).toEqual(
    [],
  );
  expect(numbers.some((one) => Math.abs(one) > 2 ** 40)).toBe(true);
  expect(numbers.some((one) => !Number.isInteger(one))).toBe(true);
});

describe("where values are known", () => {
  const line = { type: "object", properties: { key: { type: "integer" }, text: { type: "string" } } };
  const schema = { type: "object", properties: { lines: { type: "array", items: line }, none: {} } };
  const known = {
    ...NOTHING_KNOWN,
    valuesAt: (place: string) => (place === "/lines/#/key" ? [1, 2] : place === "/none" ? [] : undefined),
    membersAt: (place: string) => (place === "/lines/#" ? ["text"] : []),
    uniqueAt: (place: string) => (place === "/lines" ? "key" : undefined),
  };
  const bodies = fc.sample(arbitraryOf({}, schema, known) ?? fc.constant({}), { numRuns: 500, seed: 1 });
  const lists = bodies.map((body) => (body as { lines?: { key?: number; text: string }[] }).lines ?? []);

  test("only they come, and nothing where there is none", () => {
    expect(new Set(lists.flat().map(({ key }) => key))).toEqual(new Set([1, 2, undefined]));
    expect(bodies.filter((body) => Object.hasOwn(Object(body), "none"))).toEqual([]);
  });

  test("what is needed is there", () => {
    expect(lists.flat().filter((one) => one.text === undefined)).toEqual([]);
  });

  test("elements differ where they must; one without the property is like no other", () => {
    const keys = lists.map((list) => list.flatMap(({ key }) => (key === undefined ? [] : [key])));
    expect(keys.filter((each) => new Set(each).size < each.length)).toEqual([]);
    expect(lists.some((list) => list.filter(({ key }) => key === undefined).length > 1)).toBe(true);
  });

  test("what must be there and has no value cannot be drawn", () => {
    expect(arbitraryOf({}, { ...schema, required: ["none"] }, known)).toBeUndefined();
  });
});
