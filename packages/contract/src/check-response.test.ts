import { describe, expect, test } from "vitest";
import { checkResponse } from "./check-response.js";
import { openContract } from "./open-contract.js";

const user = {
  type: "object",
  required: ["name", "password"],
  properties: { name: { type: "string" }, password: { $ref: "#/components/schemas/Password" } },
};
const content = { "application/json": { schema: user }, "text/plain": { schema: { type: "string", minLength: 1 } } };
const headers = {
  total: { required: true, schema: { type: "integer", minimum: 0 } },
  "X-Tags": { schema: { type: "array", items: { enum: ["a", "b"] } } },
  "Content-Type": { required: true, schema: { const: "ignored" } },
};
const contract = openContract({
  openapi: "3.1.1",
  components: { schemas: { Password: { type: "string", writeOnly: true } } },
  paths: {
    "/users": {
      get: {
        operationId: "getUser",
        responses: { "200": { content }, "204": { content }, "404": {}, "4XX": { content: { "*/*": {} } } },
      },
      post: { operationId: "createUser", responses: { "201": { headers }, default: {} } },
      head: { operationId: "headUser", responses: { "200": { content } } },
    },
  },
});

const answer = (status: number, body = "", headers: Record<string, string> = {}, operationId = "getUser") =>
  checkResponse(contract, operationId, { status, headers: new Headers(headers), body });
const json = (body: string) => answer(200, body, { "content-type": "application/json" });

describe("of statuses", () => {
  test("one that is not declared is found", () => {
    const message = "500 is not declared; the spec has 200, 204, 404, 4XX";
    expect(answer(500)).toEqual([{ rule: "undeclared-status", where: "getUser 500", message }]);
  });

  test("a status beats its range, a range beats default, and default takes the rest", () => {
    expect(answer(404)).toEqual([]);
    expect(answer(404, "x", { "content-type": "text/plain" })).toMatchObject([{ rule: "unexpected-body" }]);
    expect(answer(418, "x", { "content-type": "text/plain" })).toEqual([]);
    expect(answer(503, "", {}, "createUser")).toEqual([]);
  });

  test("an operation that the spec does not have is a mistake of the caller", () => {
    expect(() => answer(200, "", {}, "getUsers")).toThrow(
      "no operation getUsers; it has getUser, createUser, headUser",
    );
    expect(() => answer(200, "", {}, "constructor")).toThrow("no operation constructor");
  });
});

describe("of bodies", () => {
  test("a valid one breaks nothing", () => {
    expect(json('{"name":"n"}')).toEqual([]);
    expect(answer(200, "n", { "content-type": "text/plain; charset=utf-8" })).toEqual([]);
  });

  test("what is writeOnly is not required, and must not be there", () => {
    const message = "it is only ever sent; the spec has no answer with it";
    expect(json('{"name":"n","password":"p"}')).toEqual([
      { rule: "write-only-property", where: "getUser /password", message },
    ]);
  });

  test("one that is missing is found", () => {
    const message = "it is missing; the spec has application/json, text/plain";
    expect(answer(200)).toEqual([{ rule: "missing-body", where: "getUser body", message }]);
    expect(json("")).toMatchObject([{ rule: "missing-body", where: "getUser body" }]);
  });

  test("one that the spec does not have is found", () => {
    const message = "it has 1 characters; the spec has no body for 404";
    expect(answer(404, "x", { "content-type": "text/plain" })).toEqual([
      { rule: "unexpected-body", where: "getUser body", message },
    ]);
  });

  test("204 never has one, though the spec describes it", () => {
    expect(answer(204)).toEqual([]);
    const message = "it has 2 characters; 204 never has one";
    expect(answer(204, "{}", { "content-type": "application/json" })).toEqual([
      { rule: "unexpected-body", where: "getUser body", message },
    ]);
  });

  test("an answer to HEAD never has one", () => {
    expect(answer(200, "", { "content-type": "application/json" }, "headUser")).toEqual([]);
    expect(answer(200, "{}", {}, "headUser")).toMatchObject([{ rule: "unexpected-body" }]);
  });

  test("a content type that is not declared is found", () => {
    const message = '"text/html" is not declared; the spec has application/json, text/plain';
    const where = "getUser header.Content-Type";
    expect(answer(200, "<p>", { "content-type": "text/html" })).toEqual([
      { rule: "undeclared-content-type", where, message },
    ]);
    expect(answer(200, "x")).toMatchObject([
      { rule: "undeclared-content-type", where, message: expect.stringContaining("no content type") },
    ]);
  });

  test("malformed JSON is found with its place", () => {
    const message = "it is not JSON: the end is not allowed at line 1, column 14";
    expect(json('{"id: 353388}')).toEqual([{ rule: "malformed-json", where: "getUser body", message }]);
  });
});

describe("of headers", () => {
  const created = (headers: Record<string, string>) => answer(201, "", headers, "createUser");

  test("valid ones break nothing, and so do those that the spec does not have", () => {
    expect(created({ total: "3", "x-tags": "a, b", "x-other": "x" })).toEqual([]);
  });

  test("one that is required and missing is found", () => {
    const message = "total is missing; the spec requires it";
    expect(created({})).toEqual([{ rule: "missing-header", where: "createUser header.total", message }]);
  });

  test("one is held against its schema as what it stands for", () => {
    const message = '"many" is not allowed; the spec has an integer';
    expect(created({ total: "many" })).toEqual([{ rule: "wrong-type", where: "createUser header.total", message }]);
    expect(created({ total: "-1" })).toMatchObject([{ rule: "wrong-value", where: "createUser header.total" }]);
    expect(created({ total: "1", "x-tags": "a,c" })).toMatchObject([
      { rule: "wrong-value", where: "createUser header.X-Tags/1" },
    ]);
  });
});
