import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkRequest } from "./check-request.js";
import { checkResponse } from "./check-response.js";
import type { Contract } from "./contract.js";
import { MAX_FINDINGS } from "./finding.js";
import { openContract } from "./open-contract.js";
import { findInAnswer, findInValue, openSchema, specOf } from "./spec.test.fixture.js";

const answer = (contract: Contract, body: string) =>
  checkResponse(contract, "getThing", {
    status: 200,
    headers: new Headers({ "content-type": "application/json" }),
    body,
  });

describe("names of Object.prototype", () => {
  const NAMES = Object.getOwnPropertyNames(Object.prototype);
  const value = JSON.parse(`{${NAMES.map((name) => `"${name}":1`).join()}}`);
  const places = NAMES.map((name) => `getThing /${name}`).sort();

  test("are missing when they are missing", () => {
    const found = findInValue({ type: "object", required: NAMES }, {});
    expect(found.map(({ where }) => where).sort()).toEqual(places);
  });

  test("are no properties of an object that does not have them", () => {
    const properties = Object.fromEntries(
      NAMES.filter((name) => name !== "__proto__").map((name) => [name, { type: "string" }]),
    );
    expect(findInValue({ properties }, {})).toEqual([]);
    expect(findInValue({ properties }, value)).toHaveLength(NAMES.length - 1);
  });

  test.each([
    ["additionalProperties", { additionalProperties: false }],
    ["unevaluatedProperties", { unevaluatedProperties: false }],
    [
      "unevaluatedProperties beside a union",
      { anyOf: [{ required: ["z"] }, { properties: { a: true } }], unevaluatedProperties: false },
    ],
    ["unevaluatedProperties beside a $ref", { $ref: "#/components/schemas/A", unevaluatedProperties: false }],
  ])("are undeclared where %s says so", (_what, schema) => {
    const found = findInValue(schema, value, {
      A: { anyOf: [{ properties: { a: true } }, { properties: { b: true } }] },
    });
    expect(found.map(({ where }) => where).sort()).toEqual(places);
  });

  test("choose no branch of a union", () => {
    const branch = (kind: string) => ({ type: "object", required: ["kind"], properties: { kind: { const: kind } } });
    for (const name of NAMES)
      expect(findInValue({ oneOf: [branch("a"), branch("b")] }, { kind: name })).toHaveLength(1);
  });
});

describe("deep JSON", () => {
  const nested = (depth: number, open = "[", close = "]") => open.repeat(depth) + close.repeat(depth);
  const tree = { Tree: { type: "array", items: { $ref: "#/components/schemas/Tree" } } };

  test("is checked as far as the stack goes, then a finding", () => {
    const contract = openSchema({ $ref: "#/components/schemas/Tree" }, tree);
    expect(answer(contract, nested(500))).toEqual([]);
    const message = "it is nested too deeply to be checked";
    expect(answer(contract, nested(200_000))).toEqual([{ rule: "too-deep", where: "getThing body", message }]);
  });

  test("is a finding too where elements are compared", () => {
    const contract = openSchema({ uniqueItems: true });
    expect(answer(contract, `[${nested(200_000)}]`)).toMatchObject([{ rule: "too-deep" }]);
  });

  test("is no matter where the schema does not look into it", () => {
    expect(answer(openSchema({ type: "array" }), nested(200_000))).toEqual([]);
  });
});

describe("a body with a million faults", () => {
  test("has a bounded number of findings, and says that there are more", () => {
    const found = findInAnswer(openSchema({ items: { type: "string" } }), Array(1_000).fill(1));
    expect(found).toHaveLength(MAX_FINDINGS + 1);
    const message = `there are more; only the first ${MAX_FINDINGS} are shown`;
    expect(found.at(-1)).toEqual({ rule: "too-many-findings", where: "getThing", message });
  });

  test("is told the first one when it is long", () => {
    const found = answer(openSchema({ items: { type: "string" } }), `[${"1,".repeat(1_000_000)}1]`);
    expect(found).toEqual([
      { rule: "wrong-type", where: "getThing /0", message: "1 is not allowed; the spec has a string" },
    ]);
  });

  test("does not compare each element with each other one", () => {
    const items = Array.from({ length: 100_000 }, (_, index) => ({ index }));
    expect(findInAnswer(openSchema({ uniqueItems: true }), items)).toEqual([]);
    expect(findInAnswer(openSchema({ uniqueItems: true }), [...items, { index: 5 }])).toHaveLength(1);
  });

  test("a number too large for JSON is not the same as null", () => {
    const contract = openSchema({ uniqueItems: true });
    expect(answer(contract, "[null,1e999]")).toEqual([]);
    expect(answer(contract, "[1e999,2e999]")).toHaveLength(1);
  });
});

test("a string too long to be held against a pattern is a finding, not a pass and not a minute's wait", () => {
  const message = "it is 10001 characters long; more than 10000 are not held against the pattern ^(a+)+$";
  expect(findInValue({ pattern: "^(a+)+$" }, `${"a".repeat(10_000)}!`)).toMatchObject([
    { rule: "wrong-value", message },
  ]);
  expect(findInValue({ pattern: "a" }, "a".repeat(10_000))).toEqual([]);
  expect(findInValue({ format: "uri" }, `http://a/${"a".repeat(10_000)}`)).toMatchObject([{ rule: "wrong-value" }]);
});

test("a finding is bounded in length and cannot steer a terminal", () => {
  const name = `\u001b[2J\u009b\u202e\n${"x".repeat(1_000)}`;
  const [found] = findInValue({ additionalProperties: { type: "string" } }, { [name]: 1 });
  expect(found?.where).toMatch(/^getThing \/\\u001b\[2J\\u009b\\u202e\\u000ax+…$/);
  expect(found?.where.length).toBeLessThan(330);
  const [text] = findInValue({ const: 1 }, name);
  expect(text?.message).toMatch(/^[ -~…]{1,330}$/);
});

test("no request makes it throw", () => {
  const parameters = [
    { name: "a", in: "query", schema: { type: "array", items: { type: "integer" } } },
    { name: "b", in: "query", style: "deepObject", schema: { type: "object" } },
    { name: "c", in: "query", content: { "application/json": { schema: { type: "object" } } } },
    { name: "d", in: "query", schema: { type: "object" } },
  ];
  const body = { content: { "application/json": { schema: { type: "object" } }, "text/*": {} } };
  const contract = openContract(specOf({ parameters, requestBody: body }));
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom("a", "b[x]", "b[", "c", "=", "&", "%", "%E0%A4%A", "__proto__", "{}", "+", "#", "?"),
  );
  const query = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(""));
  const contentType = fc.oneof(fc.constantFrom("application/json", "text/html", ";;;", "/", "a/b;c"), fc.string());
  fc.assert(
    fc.property(fc.string(), query, contentType, fc.string(), (method, text, type, sent) => {
      const message = { url: `/things?${text}`, headers: { get: () => type }, body: sent };
      expect(() => checkRequest(contract, { ...message, method: "GET" })).not.toThrow();
      expect(() => checkRequest(contract, { ...message, method, url: text })).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

test("no answer makes it throw", () => {
  const contract = openSchema({ type: "object", properties: { a: { type: "string" } } });
  fc.assert(
    fc.property(
      fc.integer(),
      fc.oneof(fc.constant("application/json"), fc.string()),
      fc.oneof(fc.json(), fc.string()),
      (status, type, body) => {
        expect(() => checkResponse(contract, "getThing", { status, headers: { get: () => type }, body })).not.toThrow();
        expect(() =>
          checkResponse(contract, "getThing", { status: 200, headers: { get: () => type }, body }),
        ).not.toThrow();
      },
    ),
    { numRuns: 500 },
  );
});
