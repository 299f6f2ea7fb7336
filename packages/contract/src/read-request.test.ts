import { expect, test } from "vitest";
import { readRequest } from "./check-request.js";
import { checkResponse } from "./check-response.js";
import type { OperationMatch } from "./find-operation.js";
import { findOperation } from "./find-operation.js";
import { openContract } from "./open-contract.js";
import { specOf } from "./spec.test.fixture.js";

const schema = { type: "object", required: ["note"], properties: { note: { type: "string" } } };
const operation = {
  parameters: [{ name: "per", in: "query", schema: { type: "integer" } }],
  requestBody: { required: true, content: { "application/json": { schema }, "text/plain": {} } },
};
const match = findOperation(openContract(specOf(operation)), "GET", "/things") as OperationMatch;

function read(url: string, body?: string, type = "application/json") {
  return readRequest(match, { method: "GET", url, headers: new Headers({ "content-type": type }), body });
}

test("a request is read as the values that it stands for", () => {
  expect(read("/things?per=10", '{"note":"x"}')).toEqual({
    path: {},
    query: { per: 10 },
    header: {},
    body: { note: "x" },
    findings: [],
  });
});

test("a body that is no JSON is its text", () => {
  expect(read("/things", "hello", "text/plain").body).toBe("hello");
});

test("a body that cannot be read is no value, and a finding", () => {
  const { body, findings } = read("/things", "{");
  expect([body, findings.map(({ rule }) => rule)]).toEqual([undefined, ["malformed-json"]]);
});

test("what is wrong is found in all places at once", () => {
  expect(read("/things?per=x", "{}").findings.map(({ rule }) => rule)).toEqual(["wrong-type", "missing-property"]);
});

test("a spec that is opened lazily finds what one finds that is not", () => {
  const content = { "application/json": { schema } };
  const document = specOf({ responses: { "200": { description: "It.", content } } });
  const headers = new Headers({ "content-type": "application/json" });
  for (const body of ['{"note":"x"}', '{"note":1}', "{}", "[]"]) {
    const message = { status: 200, headers, body };
    const [eager, lazy] = [openContract(document), openContract(document, { lazily: true })];
    expect(checkResponse(lazy, "getThing", message)).toEqual(checkResponse(eager, "getThing", message));
  }
});

test("a spec that is opened lazily still refuses an unknown keyword at once", () => {
  const content = { "application/json": { schema: { requried: ["note"] } } };
  const document = specOf({ responses: { "200": { description: "It.", content } } });
  expect(() => openContract(document, { lazily: true })).toThrow('"requried"');
});
