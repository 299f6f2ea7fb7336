import { expect, test } from "vitest";
import { sourceLines } from "./source-lines.ts";

test("a place of the bundle leads to the line of its key, through files, aliases and circles", () => {
  const files = {
    "api/openapi.yaml": "# all of it\npaths:\n  /orders:\n    $ref: orders/list.yaml\n",
    "api/orders/list.yaml":
      "get:\n  responses:\n    '200': &sent\n      schema:\n        $ref: ../parts.yaml#/Order\n    '201': *sent\n",
    "api/parts.yaml":
      "Date: {}\n\nOrder:\n  allOf:\n    - type: object\n      properties:\n        parent:\n          $ref: '#/Order'\n",
  };
  const $ref = "#/components/schemas/Order";
  const responses = { 200: { schema: { $ref } }, 201: { schema: { $ref } } };
  const Order = { allOf: [{ type: "object", properties: { parent: { $ref } } }] };
  const bundle = { paths: { "/orders": { get: { responses } } }, components: { schemas: { Order } } };
  expect(linesOf(bundle, files)).toEqual({
    "/paths": "api/openapi.yaml:2",
    "/paths/~1orders": "api/openapi.yaml:3",
    "/paths/~1orders/get": "api/orders/list.yaml:1",
    "/paths/~1orders/get/responses": "api/orders/list.yaml:2",
    "/paths/~1orders/get/responses/200": "api/orders/list.yaml:3",
    "/paths/~1orders/get/responses/200/schema": "api/orders/list.yaml:4",
    "/components/schemas/Order": "api/parts.yaml:3",
    "/components/schemas/Order/allOf": "api/parts.yaml:4",
    "/components/schemas/Order/allOf/0": "api/parts.yaml:5",
    "/components/schemas/Order/allOf/0/type": "api/parts.yaml:5",
    "/components/schemas/Order/allOf/0/properties": "api/parts.yaml:6",
    "/components/schemas/Order/allOf/0/properties/parent": "api/parts.yaml:7",
    "/paths/~1orders/get/responses/201": "api/orders/list.yaml:6",
    "/paths/~1orders/get/responses/201/schema": "api/orders/list.yaml:4",
  });
});

test("examples are not looked into, a property called example is", () => {
  const schema = { properties: { example: { type: "object" } }, example: { example: { type: "a" } } };
  const yaml = "properties:\n  example:\n    type: object\nexample:\n  example:\n    type: a\n";
  expect(linesOf(schema, { "api/openapi.yaml": yaml })).toEqual({
    "/properties": "api/openapi.yaml:1",
    "/properties/example": "api/openapi.yaml:2",
    "/properties/example/type": "api/openapi.yaml:3",
    "/example": "api/openapi.yaml:4",
  });
});

test.each([
  ["nowhere.yaml", "api/openapi.yaml:2: $ref nowhere.yaml names no file that can be read."],
  ["parts.yaml#/Nobody", "api/openapi.yaml:2: $ref parts.yaml#/Nobody names nothing that stands in api/parts.yaml."],
])("a $ref to %s is an error with its place", (reference, message) => {
  const files = { "api/openapi.yaml": `paths:\n  $ref: ${reference}\n`, "api/parts.yaml": "Date: {}\n" };
  expect(() => linesOf({ paths: {} }, files)).toThrow(message);
});

test("a $ref of the bundle that names nothing is an error", () => {
  const bundle = { paths: { $ref: "#/components/Gone" } };
  const files = { "api/openapi.yaml": "paths:\n  $ref: parts.yaml\n", "api/parts.yaml": "Date: {}\n" };
  expect(() => linesOf(bundle, files)).toThrow("/paths in the bundle: $ref #/components/Gone names nothing");
});

function linesOf(bundle: unknown, files: Record<string, string>) {
  return sourceLines(bundle, "api/openapi.yaml", (name) => {
    const text = files[name];
    if (text === undefined) throw new Error("there is none");
    return text;
  });
}
