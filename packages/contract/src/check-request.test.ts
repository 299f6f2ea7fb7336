import { describe, expect, test } from "vitest";
import { checkRequest } from "./check-request.js";
import { openContract } from "./open-contract.js";

const order = {
  type: "object",
  required: ["id", "note"],
  properties: { id: { type: "integer", readOnly: true }, note: { type: "string" } },
};
const responses = { "204": { description: "Done." } };
const contract = openContract({
  openapi: "3.1.1",
  components: {
    schemas: { Order: order },
    securitySchemes: {
      Token: { type: "apiKey", in: "header", name: "X-Token", "x-token-format": '^Token token="?[^\\s"]+"?$' },
      Query: { type: "apiKey", in: "query", name: "key" },
      Bearer: { type: "http", scheme: "bearer" },
      Basic: { type: "http", scheme: "basic" },
      OAuth: { type: "oauth2", flows: {} },
    },
  },
  paths: {
    "/orders/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
      get: { operationId: "getOrder", responses },
      put: {
        operationId: "updateOrder",
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } },
        },
        responses,
      },
      delete: {
        operationId: "deleteOrder",
        requestBody: { content: { "text/*": { schema: { type: "string", maxLength: 3 } }, "application/*+json": {} } },
        responses,
      },
    },
    "/token": { get: { operationId: "byToken", security: [{ Token: [] }], responses } },
    "/query": { get: { operationId: "byQuery", security: [{ Query: [] }], responses } },
    "/bearer": { get: { operationId: "byBearer", security: [{ Bearer: [] }, { Basic: [] }], responses } },
    "/oauth": { get: { operationId: "byOAuth", security: [{ OAuth: ["read"], Query: [] }], responses } },
    "/open": { get: { operationId: "byNobody", security: [{ Token: [] }, {}], responses } },
  },
});

const send = (method: string, url: string, headers: Record<string, string> = {}, body?: string) =>
  checkRequest(contract, { method, url, headers: new Headers(headers), body });
const json = (text: string, type = "application/json") => send("PUT", "/orders/1", { "content-type": type }, text);
const rules = (findings: readonly { rule: string; where: string }[]) =>
  findings.map(({ rule, where }) => `${rule} ${where}`);

describe("of paths and methods", () => {
  test("a request of the spec breaks nothing, however its URL is written", () => {
    for (const url of [
      "/orders/1",
      "http://127.0.0.1:4010/orders/1",
      "https://example.test/orders/1?",
      "/orders/%31#x",
    ]) {
      expect(send("GET", url)).toEqual([]);
    }
  });

  test("an unknown path is found", () => {
    expect(send("GET", "/nowhere")).toEqual([
      { rule: "unknown-path", where: "GET /nowhere", message: "the spec has no such path" },
    ]);
  });

  test("an unknown method on a known path is told what the spec has", () => {
    const message = "PATCH is not declared for this path; the spec has GET, PUT, DELETE";
    expect(send("PATCH", "/orders/1")).toEqual([{ rule: "unknown-method", where: "PATCH /orders/1", message }]);
  });

  test("broken percent-encoding in a path is found", () => {
    const message = "the percent-encoding of id is broken";
    expect(send("GET", "/orders/%E0%A4%A")).toEqual([{ rule: "malformed-path", where: "getOrder path.id", message }]);
  });

  test("a path parameter of the wrong type is found", () => {
    const message = '"SO1" is not allowed; the spec has an integer';
    expect(send("GET", "/orders/SO1")).toEqual([{ rule: "wrong-type", where: "getOrder path.id", message }]);
  });
});

describe("of bodies", () => {
  test("a valid one breaks nothing, whatever the parameters and the case of its content type", () => {
    expect(json('{"note":"n"}')).toEqual([]);
    expect(json('{"note":"n"}', "Application/JSON; charset=utf-8")).toEqual([]);
  });

  test("what is readOnly may be missing from a request, and may be there", () => {
    expect(json('{"note":"n","id":1}')).toEqual([]);
    expect(rules(json('{"note":"n","id":"1"}'))).toEqual(["wrong-type updateOrder /id"]);
  });

  test("one that breaks its schema is found", () => {
    expect(rules(json("{}"))).toEqual(["missing-property updateOrder /note"]);
  });

  test("one that is required and missing is found", () => {
    const message = "it is missing; the spec requires it";
    expect(send("PUT", "/orders/1")).toEqual([{ rule: "missing-body", where: "updateOrder body", message }]);
    expect(rules(json("  "))).toEqual(["missing-body updateOrder body"]);
  });

  test("one that is not required may be missing", () => {
    expect(send("DELETE", "/orders/1")).toEqual([]);
  });

  test("one where the spec has none is found", () => {
    const message = "it has 2 characters; the spec has no body here";
    expect(send("GET", "/orders/1", {}, "{}")).toEqual([{ rule: "unexpected-body", where: "getOrder body", message }]);
  });

  test("malformed JSON is found with its place", () => {
    const message = 'it is not JSON: "}" is not allowed at line 2, column 1';
    expect(json('{"note":\n}')).toEqual([{ rule: "malformed-json", where: "updateOrder body", message }]);
  });

  test.each([
    ["text/plain", '"text/plain" is not declared; the spec has application/json'],
    ["application/json+xml", '"application/json+xml" is not declared; the spec has application/json'],
    ["json", '"json" is not declared; the spec has application/json'],
    [";;;", '";;;" is not declared; the spec has application/json'],
    ["", "the body has no content type; the spec has application/json"],
  ])("the content type %j is not declared", (type, message) => {
    const headers: Record<string, string> = type === "" ? {} : { "content-type": type };
    expect(send("PUT", "/orders/1", headers, "{}")).toEqual([
      { rule: "undeclared-content-type", where: "updateOrder header.Content-Type", message },
    ]);
  });

  test("ranges take their media types, and text is held against its schema as it stands", () => {
    const sent = (type: string, text: string) => rules(send("DELETE", "/orders/1", { "content-type": type }, text));
    expect(sent("text/csv", "abc")).toEqual([]);
    expect(sent("text/csv", "abcd")).toEqual(["wrong-value deleteOrder body"]);
    expect(sent("application/merge-patch+json", "{}")).toEqual([]);
    expect(sent("application/merge-patch+json", "{")).toEqual(["malformed-json deleteOrder body"]);
    expect(sent("application/json", "{}")).toEqual(["undeclared-content-type deleteOrder header.Content-Type"]);
  });
});

describe("of who sends it", () => {
  const basic = `Basic ${btoa("me:secret")}`;
  test.each([
    ["/token", { "x-token": "Token token=abc" }],
    ["/token", { "x-token": 'Token token="abc"' }],
    ["/query?key=abc", {}],
    ["/bearer", { authorization: "Bearer abc.def" }],
    ["/bearer", { authorization: "bearer abc" }],
    ["/bearer", { authorization: basic }],
    ["/oauth?key=abc", { authorization: "Bearer abc" }],
    ["/open", {}],
  ])("%s with %j says it", (url, headers) => {
    expect(send("GET", url, headers)).toEqual([]);
  });

  test.each([
    ["/token", {}, "header.X-Token"],
    ["/token", { "x-token": "abc" }, "header.X-Token"],
    ["/token", { "x-token": "Token token=" }, "header.X-Token"],
    ["/query", {}, "query.key"],
    ["/query?key=", {}, "query.key"],
    ["/bearer", { authorization: "Bearer" }, "header.Authorization"],
    ["/bearer", { authorization: "Bearer a b" }, "header.Authorization"],
    ["/bearer", { authorization: "Basic !!!" }, "header.Authorization"],
    ["/bearer", { authorization: "Token token=abc" }, "header.Authorization"],
    ["/oauth?key=abc", {}, "header.Authorization"],
    ["/oauth", { authorization: "Bearer abc" }, "query.key"],
  ])("%s with %j does not", (url, headers: Record<string, string>, place) => {
    const [found, ...others] = send("GET", url, headers);
    expect(found).toMatchObject({ rule: "missing-auth", where: expect.stringContaining(` ${place}`) });
    expect(others).toEqual([]);
  });

  test("no finding shows a token", () => {
    const secret = "s3cr3t";
    const found = [
      send("GET", "/token", { "x-token": secret }),
      send("GET", "/bearer", { authorization: `Digest ${secret}` }),
      send("GET", `/bearer`, { authorization: `Bearer ${secret} ${secret}` }),
    ];
    expect(found.flat()).toHaveLength(3);
    expect(JSON.stringify(found)).not.toContain(secret);
  });
});

test("what is wrong with several parts is all told", () => {
  expect(rules(send("PUT", "/orders/x?y=1", { "content-type": "application/json" }, "[]"))).toEqual([
    "wrong-type updateOrder path.id",
    "unknown-parameter updateOrder query.y",
    "wrong-type updateOrder body",
  ]);
});
