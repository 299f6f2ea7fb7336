import { expect, test } from "vitest";
import { createMock } from "./create-mock.js";
import { octopi } from "./octopi.js";
import { openMock } from "./testing/open-mock.js";
import { everyOperation, ORDERS, sampleRequest } from "./testing/samples.js";

const { get, mock } = await openMock();
const operations = await everyOperation();

test.each([["Token token=key"], ['Token token="key"']])("Octopi takes %s", async (authorization) => {
  expect((await get(ORDERS, { authorization })).status).toBe(200);
});

test.each([
  [""],
  ["key"],
  ["Token key"],
  ["Token token="],
  ["Token token=a b"],
  ["token token=key"],
  ["Bearer key"],
  ["Token token=a, Token token=b"],
  ['Token token="a'],
])("Octopi refuses %j with its documented 401", async (authorization) => {
  const response = await get(ORDERS, { authorization });
  expect([response.status, await response.json()]).toEqual([
    401,
    { error: expect.stringContaining("Token token=<key>") },
  ]);
  expect(response.headers.get("www-authenticate")).toBe('Token realm="Application"');
});

test.each(operations)("%s %s asks for credentials before anything else", async (api, _, operation) => {
  const request = sampleRequest(api, operation, { headers: { authorization: "nobody", prefer: "code=200" } });
  const response = await mock(request);
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toMatch(api === "Octopi" ? /^Token / : /^Bearer .*Basic /);
});

test("a 401 in plain text is the documented one", async () => {
  const response = await get(ORDERS, { authorization: "x", accept: "text/plain" });
  expect([response.headers.get("content-type"), await response.text()]).toEqual([
    "text/plain",
    "HTTP Token: Access denied.\n",
  ]);
});

test("a 401 comes even where Accept cannot be read, or allows nothing", async () => {
  for (const accept of [";;;", "text/csv"]) {
    const response = await get(ORDERS, { authorization: "x", accept });
    expect([response.status, response.headers.get("content-type")]).toEqual([401, "application/json"]);
  }
});

test.each([
  ["[]", [], 200],
  ["[{}]", [{}], 200],
  ["[{ Token: [] }]", [{ Token: [] }], 401],
])("an operation with security: %s is asked for what that says", async (_, security, status) => {
  const content = { "application/json": { schema: { type: "object" }, examples: { some: { value: {} } } } };
  const getThing = { operationId: "getThing", security, responses: { "200": { description: "It.", content } } };
  const document = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    security: [{ Token: [] }],
    paths: { "/thing": { get: getThing } },
    components: { securitySchemes: { Token: { type: "apiKey", in: "header", name: "Authorization" } } },
  };
  const things = await createMock({ apis: [{ ...octopi(), document }] });
  expect((await things(new Request("http://mock.test/thing"))).status).toBe(status);
});

test("no answer repeats a token", async () => {
  const answers = [get(ORDERS, { authorization: "Basic hush" }), get("/nowhere", { authorization: "Basic hush" })];
  for (const answer of answers) expect(await (await answer).text()).not.toContain("hush");
});

const DATALOY = "/ws/rest/ServiceOrder";
const basic = (credentials: string) => `Basic ${Buffer.from(credentials).toString("base64")}`;

test.each([
  ["Bearer eyJhbGciOi.J9.x-y_z="],
  ["bearer key"],
  [basic("user:password")],
  [basic("user:pass:with:colons")],
  [basic("user:")],
])("Dataloy takes %s", async (authorization) => {
  expect((await get(DATALOY, { authorization })).status).toBe(200);
});

test.each([
  [""],
  ["Bearer"],
  ["Bearer "],
  ["Bearer a b"],
  ["Token token=key"],
  ["Basic"],
  ["Basic !!!"],
  [basic("nocolon")],
  ["Bearer a, Bearer b"],
])("Dataloy refuses %j with its documented 401", async (authorization) => {
  const response = await get(DATALOY, { authorization });
  expect([response.status, await response.json()]).toEqual([
    401,
    {
      statusCode: 401,
      statusText: "Unauthorized",
      message: expect.stringMatching(/Authorization: Bearer <access token>, or Basic/),
      date: "2026-01-02T03:04:05",
      statusFamily: "CLIENT_ERROR",
      method: "GET",
      uri: `http://mock.test${DATALOY}`,
    },
  ]);
});
