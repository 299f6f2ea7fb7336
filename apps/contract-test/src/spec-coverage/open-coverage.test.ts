import { openContract } from "@quayside/contract";
import { expect, test } from "vitest";
import { type Api, openApi } from "../api.js";
import { readOperations } from "../operation.js";
import { openCoverage, type SeenExchange } from "./open-coverage.js";

const json = (schema: object) => ({ description: "It.", content: { "application/json": { schema } } });
const text = { type: "string" };
const node = { type: "object", properties: { name: text, children: { type: "array", items: ref("Node") } } };
const union = {
  type: "object",
  oneOf: [
    { type: "object", properties: { id: text, "a/b": text } },
    { type: "object", properties: { id: text, url: text } },
  ],
};
const document = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1" },
  components: { schemas: { Node: node } },
  paths: {
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: text }],
      post: {
        operationId: "changeThing",
        parameters: [
          { name: "per", in: "query", schema: text },
          { name: "filter", in: "query", style: "deepObject", schema: { type: "object", additionalProperties: text } },
          { name: "noCount", in: "header", schema: text },
        ],
        requestBody: json({
          type: "object",
          properties: { things: { type: "array", items: union }, made: { type: "string", readOnly: true } },
        }),
        responses: {
          "200": json(ref("Node")),
          "404": json({ type: "object", properties: { error: text } }),
          "4XX": json({ type: "object", properties: { refused: text } }),
          "500": json({ type: "object", properties: { trace: text } }),
          default: json({ type: "object", properties: { else: text } }),
        },
      },
    },
  },
};
const api: Api = {
  ...openApi("octopi"),
  document,
  contract: openContract(document),
  operations: readOperations(document),
};

function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

function reached(...exchanges: Partial<SeenExchange>[]) {
  const coverage = openCoverage(api);
  for (const one of exchanges) coverage.saw({ method: "POST", url: "/things/1", requestHeaders: {}, ...one });
  const [{ operationId: _, ...aspects } = { operationId: "" }] = coverage.report().operations;
  return Object.fromEntries(Object.entries(aspects).map(([aspect, reach]) => [aspect, reach.reached]));
}

test("all that the spec has is counted, and nothing is reached at first", () => {
  const { operations, totals } = openCoverage(api).report();
  expect(operations).toEqual([
    {
      operationId: "changeThing",
      statuses: { reached: [], missed: ["200", "404", "500", "4XX", "default"] },
      parameters: { reached: [], missed: ["path.id", "query.per", "query.filter", "header.noCount"] },
      "request properties": { reached: [], missed: ["/things", "/things/#/id", "/things/#/a~1b", "/things/#/url"] },
      "answer properties": { reached: [], missed: ["/name", "/children", "/error", "/refused", "/else"] },
    },
  ]);
  expect(totals["request properties"]).toEqual({ reached: 0, documented: 4 });
});

test("a status reaches itself, else its range, else the default", () => {
  expect(reached({ status: 404 }).statuses).toEqual(["404"]);
  expect(reached({ status: 418 }).statuses).toEqual(["4XX"]);
  expect(reached({ status: 302 }).statuses).toEqual(["default"]);
  expect(reached({ status: undefined }).statuses).toEqual([]);
});

test("parameters are reached when they are sent, whatever the answer", () => {
  const url = "https://t.example/things/SO%2F1?per=&filter%5Ba%5D=1&other=2#per";
  expect(reached({ url, requestHeaders: { nocount: "true" } }).parameters).toEqual([
    "path.id",
    "query.per",
    "query.filter",
    "header.noCount",
  ]);
  expect(reached({ url: "/things/1" }).parameters).toEqual(["path.id"]);
});

test("properties are reached in any element, also as null, and in any alternative", () => {
  const requestBody = JSON.stringify({ things: [1, {}, { id: null }, { url: "", other: 1 }], made: "now" });
  expect(reached({ requestBody })["request properties"]).toEqual(["/things", "/things/#/id", "/things/#/url"]);
});

test("an answer is read by what the spec has for its status, and only where it is 2xx or 4xx", () => {
  const answerBody = '{"name":"a","error":"b","refused":"c","trace":"d","else":"e"}';
  expect(reached({ status: 200, answerBody })["answer properties"]).toEqual(["/name"]);
  expect(reached({ status: 404, answerBody }, { status: 418, answerBody })["answer properties"]).toEqual([
    "/error",
    "/refused",
  ]);
  expect(reached({ status: 202, answerBody })["answer properties"]).toEqual(["/else"]);
  expect(reached({ status: 500, answerBody }, { status: 302, answerBody })["answer properties"]).toEqual([]);
});

test("an operation is named, or found by method and path; what the spec does not have counts for none", () => {
  expect(reached({ method: "post", status: 200 }).statuses).toEqual(["200"]);
  expect(reached({ method: "PROPFIND", status: 200 }).statuses).toEqual([]);
  expect(reached({ operationId: "changeThing", method: "PROPFIND", status: 200 }).statuses).toEqual(["200"]);
  expect(reached({ operationId: "changeThing", url: "/elsewhere" }).parameters).toEqual([]);
  expect(reached({ operationId: "__proto__", status: 200 }).statuses).toEqual([]);
  expect(reached({ url: "/%", status: 200 }, { url: "", status: 200 }).statuses).toEqual([]);
});

test("hostile bodies add nothing and stop nothing", () => {
  const deep = "[".repeat(400_000) + "]".repeat(400_000);
  const bodies = [
    deep,
    `{"name":1,"children":${deep}}`,
    "{",
    "",
    '"\ud800"',
    '{"__proto__":{"name":1},"constructor":1}',
    "null",
  ];
  const seen = bodies.map((answerBody) => ({ status: 200, answerBody }));
  expect(reached(...seen)["answer properties"]).toEqual(["/name", "/children"]);
  expect(reached({ status: 200, answerBody: '{"__proto__":{"name":1}}' })["answer properties"]).toEqual([]);
});

test("a body of more than a million characters, and what lies beyond 100,000 elements, is not looked at", () => {
  const long = (length: number) => `{"things":[${"0,".repeat(length)}{"id":"1"}]}`;
  expect(reached({ requestBody: long(90_000) })["request properties"]).toEqual(["/things", "/things/#/id"]);
  expect(reached({ requestBody: long(110_000) })["request properties"]).toEqual(["/things"]);
  expect(reached({ requestBody: long(600_000) })["request properties"]).toEqual([]);
});

test("a report is of the operations that are asked for, and the totals are theirs", () => {
  const coverage = openCoverage(openApi("octopi"));
  coverage.saw({ operationId: "listHolds", method: "GET", url: "/", requestHeaders: {}, status: 404 });
  coverage.saw({ operationId: "liftHold", method: "GET", url: "/", requestHeaders: {}, status: 404 });
  const { operations, totals } = coverage.report(["listHolds"]);
  expect(operations.map(({ operationId }) => operationId)).toEqual(["listHolds"]);
  expect(totals.statuses).toEqual({ reached: 1, documented: 4 });
  expect(coverage.report().operations.map(({ operationId }) => operationId)).toEqual(
    openApi("octopi").operations.map(({ operationId }) => operationId),
  );
  expect(coverage.report().totals.statuses.reached).toBe(2);
});
