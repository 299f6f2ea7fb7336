import { expect, test } from "vitest";
import { checkRequest } from "./check-request.js";
import { checkResponse } from "./check-response.js";
import { type Finding, RULES, type Rule } from "./finding.js";
import { openContract } from "./open-contract.js";

const tree = { type: "array", items: { $ref: "#/components/schemas/Tree" } };
const thing = {
  type: "object",
  required: ["id"],
  properties: {
    id: { type: "integer", maximum: 9 },
    secret: { writeOnly: true },
    tree: { $ref: "#/components/schemas/Tree" },
  },
  additionalProperties: false,
};
const json = { "application/json": { schema: { anyOf: [thing, { type: "array", items: { type: "integer" } }] } } };
const contract = openContract({
  openapi: "3.1.1",
  components: { schemas: { Tree: tree }, securitySchemes: { Key: { type: "apiKey", in: "header", name: "key" } } },
  paths: {
    "/things/{id}": {
      get: {
        operationId: "getThing",
        security: [{ Key: [] }],
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "integer" } },
          { name: "per", in: "query", required: true, schema: { type: "integer" } },
        ],
        responses: {
          "200": { headers: { total: { required: true, schema: { type: "integer" } } }, content: json },
          "204": {},
        },
      },
    },
  },
});

const ask = (url: string, headers = { key: "k" }, method = "GET") =>
  checkRequest(contract, { method, url, headers: new Headers(headers) });
const JSON_HEADERS: Record<string, string> = { total: "1", "content-type": "application/json" };
const answer = (body: string, status = 200, headers = JSON_HEADERS) =>
  checkResponse(contract, "getThing", { status, headers: new Headers(headers), body });
const deep = `{"id":1,"tree":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;

/** What is found before and after one thing was broken. A rule without an entry does not compile. */
const FACTS: { readonly [R in Rule]: readonly [Finding[], Finding[]] } = {
  "unknown-path": [ask("/things/1?per=1"), ask("/thing/1?per=1")],
  "unknown-method": [ask("/things/1?per=1"), ask("/things/1?per=1", { key: "k" }, "PUT")],
  "malformed-path": [ask("/things/1?per=1"), ask("/things/%?per=1")],
  "missing-auth": [ask("/things/1?per=1"), ask("/things/1?per=1", { key: "" })],
  "missing-parameter": [ask("/things/1?per=1"), ask("/things/1")],
  "repeated-parameter": [ask("/things/1?per=1"), ask("/things/1?per=1&per=2")],
  "malformed-parameter": [ask("/things/1?per=1"), ask("/things/1?per=%")],
  "unknown-parameter": [ask("/things/1?per=1"), ask("/things/1?per=1&pre=1")],
  "undeclared-status": [answer("", 204), answer("", 418)],
  "missing-header": [answer('{"id":1}'), answer('{"id":1}', 200, { "content-type": "application/json" })],
  "missing-body": [answer('{"id":1}'), answer("")],
  "unexpected-body": [answer("", 204), answer('{"id":1}', 204)],
  "undeclared-content-type": [answer('{"id":1}'), answer('{"id":1}', 200, { total: "1", "content-type": "text/html" })],
  "malformed-json": [answer('{"id":1}'), answer('{"id":1')],
  "too-deep": [answer('{"id":1,"tree":[[]]}'), answer(deep)],
  "missing-property": [answer('{"id":1}'), answer("{}")],
  "undeclared-property": [answer('{"id":1}'), answer('{"id":1,"name":1}')],
  "write-only-property": [answer('{"id":1}'), answer('{"id":1,"secret":1}')],
  "wrong-type": [answer('{"id":1}'), answer('{"id":"1"}')],
  "wrong-value": [answer('{"id":1}'), answer('{"id":10}')],
  "too-many-findings": [answer("[1]"), answer(`["a"${',"a"'.repeat(50)}]`)],
};

test.each(Object.entries(FACTS))("%s is found when its one thing is broken", (rule, [before, after]) => {
  expect(before).toEqual([]);
  expect(after.filter((each) => each.rule === rule)).toHaveLength(1);
  if (rule !== "too-many-findings") expect(after).toHaveLength(1);
});

test("every rule is kebab-case and says what it means", () => {
  for (const [rule, meaning] of Object.entries(RULES)) {
    expect(rule).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(meaning).toMatch(/^[a-z].*[a-z]$/);
  }
});
