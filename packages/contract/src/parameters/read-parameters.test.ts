import { describe, expect, test } from "vitest";
import { findOperation } from "../find-operation.js";
import { openContract } from "../open-contract.js";
import { findInQuery, specOf } from "../spec.test.fixture.js";
import { readParameters } from "./read-parameters.js";

const integer = { type: "integer" };
const integers = { type: "array", items: integer };
const point = { type: "object", properties: { x: integer, label: { type: "string" } }, additionalProperties: false };

/** Reads GET /things?query with one parameter `a`. */
function read(parameter: object, query: string, headers: Record<string, string> = {}) {
  const contract = openContract(specOf({ parameters: [{ name: "a", in: "query", ...parameter }] }));
  const match = findOperation(contract, "GET", "/things");
  if (match === undefined) throw new Error("no such operation");
  return readParameters(match, { url: `/things?${query}`, headers: new Headers(headers) });
}

describe("a query's text becomes the value that the schema wants", () => {
  test.each([
    [integer, "12", 12],
    [integer, "-0", -0],
    [{ type: "number" }, "1.5e3", 1500],
    [{ type: "boolean" }, "false", false],
    [{ type: ["integer", "null"] }, "null", null],
    [{ type: "string" }, "12", "12"],
    [{ type: "string" }, "null", "null"],
    [{ type: "string" }, "a+b%2Bc%20d", "a b+c d"],
    [{ type: "string" }, "", ""],
    [{}, "12", "12"],
    [{ type: ["string", "integer"] }, "12", "12"],
    [{ enum: [1, 2] }, "2", 2],
    [{ oneOf: [{ type: "integer", minimum: 10 }, { const: "all" }] }, "12", 12],
    [{ oneOf: [{ type: "integer", minimum: 10 }, { const: "all" }] }, "all", "all"],
    [{ allOf: [{ type: ["integer", "string"] }, { type: "integer" }] }, "7", 7],
    [{ type: "string", pattern: "^\\d+$" }, "007", "007"],
  ])("%j takes %s", (schema, text, value) => {
    const { query, findings } = read({ schema }, `a=${text}`);
    expect(findings).toEqual([]);
    expect(query.a).toBe(value);
  });

  test.each([
    [integer, "12abc"],
    [integer, "1e3"],
    [integer, "1.0"],
    [integer, "0x10"],
    [integer, "007"],
    [integer, "+1"],
    [integer, "%20 1"],
    [integer, "１"],
    [integer, ""],
    [integer, "null"],
    [{ type: "number" }, "1e999"],
    [{ type: "number" }, ".5"],
    [{ type: "number" }, "NaN"],
    [{ type: "boolean" }, "TRUE"],
    [{ type: "boolean" }, "1"],
    [{ type: "null" }, ""],
  ])("%j does not take %s", (schema, text) => {
    const { query, findings } = read({ schema }, `a=${text}`);
    expect(findings).toMatchObject([{ rule: "wrong-type", where: "getThing query.a" }]);
    expect("a" in query).toBe(false);
  });
});

describe("of styles", () => {
  test.each([
    ["form, exploded", { schema: integers }, "a=1&a=2", [1, 2]],
    ["form, exploded, one", { schema: integers }, "a=1", [1]],
    ["form", { schema: integers, explode: false }, "a=1,2", [1, 2]],
    ["form, empty", { schema: integers, explode: false }, "a=", []],
    [
      "form, an encoded comma",
      { schema: { type: "array", items: { type: "string" } }, explode: false },
      "a=1%2C2,3",
      ["1,2", "3"],
    ],
    ["spaceDelimited", { schema: integers, style: "spaceDelimited", explode: false }, "a=1%202", [1, 2]],
    ["spaceDelimited with +", { schema: integers, style: "spaceDelimited", explode: false }, "a=1+2", [1, 2]],
    ["pipeDelimited", { schema: integers, style: "pipeDelimited", explode: false }, "a=1|2%7C3", [1, 2, 3]],
    ["deepObject", { schema: point, style: "deepObject" }, "a[x]=1&a%5Blabel%5D=2", { x: 1, label: "2" }],
    ["form, an object", { schema: point, explode: false }, "a=x,1,label,b%2Cc", { x: 1, label: "b,c" }],
    ["form, an exploded object", { schema: point }, "x=1&label=2", { x: 1, label: "2" }],
    [
      "an array or a scalar",
      { schema: { type: ["array", "integer"], items: { type: "string", minLength: 2 } } },
      "a=7",
      7,
    ],
    ["content", { content: { "application/json": { schema: point } } }, "a=%7B%22x%22:1%7D", { x: 1 }],
  ])("%s is read", (_style, { ...parameter }, query, value) => {
    const found = read(parameter, query);
    expect(found.findings).toEqual([]);
    expect(found.query).toEqual({ a: value });
  });

  test.each([
    ["an element of the wrong type", { schema: integers }, "a=1&a=b", "wrong-type", "query.a/1"],
    ["a scalar given twice", { schema: integer }, "a=1&a=1", "repeated-parameter", "query.a"],
    ["a list given twice", { schema: integers, explode: false }, "a=1&a=2", "repeated-parameter", "query.a"],
    ["broken percent-encoding", { schema: { type: "string" } }, "a=%E0%A4%A", "malformed-parameter", "query.a"],
    [
      "a property given twice",
      { schema: point, style: "deepObject" },
      "a[x]=1&a[x]=2",
      "malformed-parameter",
      "query.a",
    ],
    ["a nested property", { schema: point, style: "deepObject" }, "a[x][y]=1", "malformed-parameter", "query.a"],
    ["a property without a value", { schema: point, explode: false }, "a=x,1,label", "malformed-parameter", "query.a"],
    ["a property of the wrong type", { schema: point, style: "deepObject" }, "a[x]=b", "wrong-type", "query.a/x"],
    [
      "an undeclared property",
      { schema: point, style: "deepObject" },
      "a[__proto__]=b",
      "undeclared-property",
      "query.a/__proto__",
    ],
    [
      "text that is no JSON",
      { content: { "application/json": { schema: point } } },
      "a={",
      "malformed-parameter",
      "query.a",
    ],
    [
      "JSON that breaks its schema",
      { content: { "application/json": { schema: point } } },
      "a={%22x%22:%22b%22}",
      "wrong-type",
      "query.a/x",
    ],
  ])("%s is found", (_what, parameter, query, rule, place) => {
    expect(read(parameter, query).findings).toMatchObject([{ rule, where: `getThing ${place}` }]);
  });
});

describe("of query parameters", () => {
  const known = [{ name: "per", in: "query", required: true, schema: integer }];

  test("one that is missing is found, and then it is not", () => {
    const message = "per is missing; the spec requires it";
    expect(findInQuery(known, "")).toEqual([{ rule: "missing-parameter", where: "getThing query.per", message }]);
    expect(findInQuery(known, "per=1")).toEqual([]);
  });

  test("one that is unknown is found, and the known ones are named", () => {
    const message = "this query parameter is not declared; the spec has per";
    expect(findInQuery(known, "per=1&pre=2")).toEqual([
      { rule: "unknown-parameter", where: "getThing query.pre", message },
    ]);
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "%s is unknown, or read when declared",
    (name) => {
      expect(findInQuery(known, `per=1&${name}=1`)).toMatchObject([{ rule: "unknown-parameter" }]);
      const declared = [{ name, in: "query", required: true, schema: integer }];
      expect(findInQuery(declared, "")).toMatchObject([{ rule: "missing-parameter" }]);
      expect(findInQuery(declared, `${name}=x`)).toMatchObject([{ rule: "wrong-type" }]);
      expect(findInQuery(declared, `${name}=1`)).toEqual([]);
    },
  );

  test("an exploded object takes its own properties only", () => {
    const parameters = [...known, { name: "a", in: "query", schema: point }];
    expect(findInQuery(parameters, "per=1&x=1&label=b")).toEqual([]);
    expect(findInQuery(parameters, "per=1&y=1")).toMatchObject([
      { rule: "unknown-parameter", where: "getThing query.y" },
    ]);
  });

  test("an open exploded object takes all that is no other parameter's", () => {
    const parameters = [
      ...known,
      { name: "a", in: "query", schema: { type: "object", additionalProperties: { type: "string" } } },
    ];
    const contract = openContract(specOf({ parameters }));
    const match = findOperation(contract, "GET", "/things");
    const values = match && readParameters(match, { url: "/things?per=1&x=2&y=z", headers: new Headers() });
    expect(values?.findings).toEqual([]);
    expect(values?.query).toEqual({ per: 1, a: { x: "2", y: "z" } });
  });

  test("a deepObject is not given by its name alone", () => {
    const parameters = [...known, { name: "a", in: "query", style: "deepObject", schema: { type: "object" } }];
    expect(findInQuery(parameters, "per=1&a=1")).toMatchObject([
      { rule: "unknown-parameter", where: "getThing query.a" },
    ]);
  });

  test("a very long list is told its first fault only", () => {
    const parameters = [{ name: "a", in: "query", schema: integers }];
    expect(findInQuery(parameters, "a=x&".repeat(50_000))).toMatchObject([
      { rule: "wrong-type", where: "getThing query.a/0" },
    ]);
  });

  test("the names in a query are decoded, and a fragment is no part of it", () => {
    expect(findInQuery(known, "%70er=1#&other=2")).toEqual([]);
  });
});

describe("of headers", () => {
  const header = (schema: object, text?: string) =>
    findInQuery(
      [{ name: "X-Count", in: "header", required: true, schema }],
      "",
      text === undefined ? {} : { "x-count": text },
    );

  test("one is read whatever the case of its name", () => {
    expect(header(integer, "3")).toEqual([]);
    expect(header(integers, "1, 2,3")).toEqual([]);
    expect(header(integer, "many")).toMatchObject([{ rule: "wrong-type", where: "getThing header.X-Count" }]);
  });

  test("one that is missing is found", () => {
    expect(header(integer)).toMatchObject([{ rule: "missing-header", where: "getThing header.X-Count" }]);
  });

  test("Accept, Content-Type and Authorization are not parameters, as OpenAPI has it", () => {
    const parameters = ["Accept", "content-type", "AUTHORIZATION"].map((name) => ({
      name,
      in: "header",
      required: true,
      schema: integer,
    }));
    expect(findInQuery(parameters, "")).toEqual([]);
  });
});

test("path parameters are read and decoded element by element", () => {
  const parameters = [
    { name: "ids", in: "path", required: true, schema: { type: "array", items: { type: "string" } } },
  ];
  const operation = { operationId: "getThings", parameters, responses: {} };
  const contract = openContract({ openapi: "3.1.1", paths: { "/things/{ids}.json": { get: operation } } });
  const match = findOperation(contract, "GET", "/things/a%2Cb,c.json");
  expect(match && readParameters(match, { url: "", headers: new Headers() }).path).toEqual({ ids: ["a,b", "c"] });
});
