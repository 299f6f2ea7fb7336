import { describe, expect, test } from "vitest";
import { openContract } from "./open-contract.js";
import { openSchema, specOf } from "./spec.test.fixture.js";

const AT = "#/components/schemas/Bad";

describe("a schema that cannot be compiled is an error that names its place", () => {
  test.each([
    ["an unknown type", { type: "strng" }, `${AT}/type`],
    ["an unknown keyword", { requried: ["a"] }, `${AT} cannot be compiled: "requried"`],
    [
      "OpenAPI 3.0's nullable",
      { properties: { a: { nullable: true } } },
      `${AT}/properties/a cannot be compiled: "nullable"`,
    ],
    ["a broken pattern", { items: { pattern: "(" } }, `${AT}/items/pattern`],
    ["a pattern that is none with the u flag", { pattern: "\\-" }, `${AT}/pattern`],
    ["a broken name pattern", { patternProperties: { "(": true } }, `${AT}/patternProperties`],
    [
      "a $ref to nothing",
      { $ref: "#/components/schemas/Missing" },
      `"#/components/schemas/Missing" at ${AT} names nothing`,
    ],
    ["a $ref to what is no schema", { $ref: "#/info" }, `"#/info" at ${AT} names no schema`],
    ["a $ref out of the document", { $ref: "other.yaml#/A" }, `at ${AT} leaves the document`],
    ["a required that is no list", { required: "a" }, `${AT}/required`],
    ["an enum that is empty of sense", { enum: "a" }, `${AT}/enum`],
    ["a minimum that is text", { minimum: "1" }, `${AT}/minimum`],
    ["a base of its own", { $id: "https://example.test/" }, `${AT} cannot be compiled: "$id"`],
    ["another dialect", { $schema: "http://json-schema.org/draft-07/schema#" }, `${AT} cannot be compiled: "$schema"`],
    ["an anchor that is nowhere", { $ref: "#nowhere" }, AT],
    ["a property __proto__", JSON.parse('{"properties":{"__proto__":{}}}'), `${AT}/properties/__proto__`],
    [
      "a discriminator that maps to nothing",
      {
        oneOf: [{ type: "null" }, { type: "object" }, { type: "object" }],
        discriminator: { propertyName: "a", mapping: { b: "Gone" } },
      },
      `${AT}/discriminator/mapping/b`,
    ],
  ])("%s", (_what, schema, place) => {
    expect(() => openSchema(true, { Bad: schema })).toThrow(place);
  });
});

const spec = (operation: object, members?: object) => () => openContract(specOf(operation, members));
const query = (parameter: object) => ({ parameters: [{ name: "a", in: "query", schema: {}, ...parameter }] });

describe("what could not be checked later is an error that names its place", () => {
  const OPERATION = "#/paths/~1things/get";
  test.each([
    ["no operationId", spec({ operationId: undefined }), `${OPERATION} has no operationId`],
    ["an unknown style", spec(query({ style: "matrix" })), `${OPERATION}/parameters/0 has a style`],
    ["a style of another place", spec(query({ style: "simple" })), `${OPERATION}/parameters/0 has a style`],
    ["a parameter in a cookie", spec(query({ in: "cookie" })), `${OPERATION}/parameters/0 is in "cookie"`],
    ["a parameter without a schema", spec(query({ schema: undefined })), `${OPERATION}/parameters/0 has no schema`],
    ["a parameter without a name", spec(query({ name: undefined })), `${OPERATION}/parameters/0 has no name`],
    [
      "a $ref in a circle",
      spec(
        { requestBody: { $ref: "#/components/requestBodies/A" } },
        { components: { requestBodies: { A: { $ref: "#/components/requestBodies/A" } } } },
      ),
      "runs in a circle",
    ],
    ["an unknown security scheme", spec({ security: [{ Gone: [] }] }), "security scheme Gone"],
    [
      "a scheme in a cookie",
      spec(
        { security: [{ C: [] }] },
        { components: { securitySchemes: { C: { type: "apiKey", in: "cookie", name: "c" } } } },
      ),
      "#/components/securitySchemes/C",
    ],
    [
      "a token format that is no pattern",
      spec(
        { security: [{ C: [] }] },
        { components: { securitySchemes: { C: { type: "apiKey", in: "header", name: "c", "x-token-format": "(" } } } },
      ),
      "#/components/securitySchemes/C/x-token-format",
    ],
    [
      "an object in a body of text",
      spec({ responses: { "200": { content: { "text/plain": { schema: { type: "object" } } } } } }),
      `${OPERATION}/responses/200/content/text~1plain/schema`,
    ],
    ["a status that is none", spec({ responses: { "20": {} } }), `${OPERATION}/responses/20`],
    [
      "an unused schema",
      spec({}, { components: { parameters: { P: { name: "p", in: "query", schema: { type: "x" } } } } }),
      "#/components/parameters/P/schema/type",
    ],
    [
      "a webhook's schema",
      spec(
        {},
        { webhooks: { w: { post: { requestBody: { content: { "application/json": { schema: { type: "x" } } } } } } } },
      ),
      "#/webhooks/w/post/requestBody/content/application~1json/schema/type",
    ],
    [
      "an operationId twice",
      spec({}, { paths: { "/a": { get: { operationId: "x" } }, "/b": { get: { operationId: "x" } } } }),
      "The operationId x at #/paths/~1b/get is taken",
    ],
    [
      "two paths that fit the same",
      spec({}, { paths: { "/a/{b}": { get: { operationId: "x" } }, "/a/{c}": { get: { operationId: "y" } } } }),
      "/a/{b} and /a/{c}",
    ],
    ["OpenAPI 3.0", () => openContract({ openapi: "3.0.3" }), '"3.0.3"'],
    ["no document", () => openContract(undefined), "no OpenAPI 3.1 document"],
    ["another dialect", spec({}, { jsonSchemaDialect: "https://example.test/" }), '"https://example.test/"'],
  ])("%s", (_what, open, place) => {
    expect(open).toThrow(place);
  });
});

test("annotations, extensions and unknown formats demand nothing", () => {
  const schema = {
    title: "T",
    description: "d",
    examples: [1],
    example: { $id: "x" },
    default: { $ref: "#/nowhere" },
    deprecated: true,
    "x-evidence": { basis: "inferred" },
    xml: {},
    externalDocs: {},
    contentMediaType: "text/html",
    format: "html",
  };
  expect(() => openSchema(schema)).not.toThrow();
});

test("a $ref may name a schema inside another, inside a oneOf too", () => {
  const union = { oneOf: [{ type: "object", properties: { deep: { type: "integer" } } }, { type: "null" }] };
  const reference = "#/components/schemas/Union/oneOf/0/properties/deep";
  expect(() => openSchema({ $ref: reference }, { Union: union })).not.toThrow();
});

test("schemas may name themselves", () => {
  const Tree = { type: "object", required: ["child"], properties: { child: { $ref: "#/components/schemas/Tree" } } };
  const Loop = { oneOf: [{ $ref: "#/components/schemas/Loop" }, { type: "null" }] };
  expect(() => openSchema({ $ref: "#/components/schemas/Tree" }, { Tree, Loop })).not.toThrow();
});

test("each operation has what its document says, $refs followed", () => {
  const operation = {
    parameters: [{ $ref: "#/components/parameters/Per" }],
    requestBody: { required: true, content: { "application/json": { schema: {} } } },
    responses: { "200": { $ref: "#/components/responses/Ok" }, "4XX": {} },
  };
  const components = {
    parameters: { Per: { name: "per", in: "query", schema: { type: "integer" } } },
    responses: { Ok: { headers: { total: { schema: { type: "integer" } } } } },
  };
  const opened = openContract(specOf(operation, { components })).operations.get("getThing");
  expect(opened?.parameters).toMatchObject([
    { name: "per", in: "query", required: false, style: "form", explode: true },
  ]);
  expect(opened?.requestBody?.required).toBe(true);
  expect([...(opened?.responses.keys() ?? [])]).toEqual(["200", "4XX"]);
  expect(opened?.responses.get("200")?.headers.map(({ name }) => name)).toEqual(["total"]);
});
