import { expect, test } from "vitest";
import { createMock } from "./create-mock.js";
import { octopi } from "./octopi.js";
import type { Operation } from "./prism-engine.js";
import { openMock } from "./testing/open-mock.js";
import { everyOperation, exampleBodies, ORDERS, sampleRequest } from "./testing/samples.js";

const { ask, get, mock } = await openMock();
const operations = await everyOperation();
const withBody = operations.filter(([, , operation]) => exampleBodies(operation).length > 0);
const JSON_BODY = { "content-type": "application/json" };

test.each(withBody)("%s %s takes each of its own examples", async (api, _, operation) => {
  for (const [name, body] of exampleBodies(operation)) {
    const response = await mock(sampleRequest(api, operation, { body }));
    expect([name, response.status]).toEqual([name, 200]);
  }
});

test.each(withBody)("%s %s refuses a body that is no object", async (api, _, operation) => {
  await expectRefused(api, operation, []);
  await expectRefused(api, operation, "text");
  await expectRefused(api, operation, undefined);
});

test.each(withBody)("%s %s refuses a field that it does not know", async (api, _, operation) => {
  await expectRefused(api, operation, { ...objectOf(exampleBodies(operation)[0]?.[1]), quayside_unknown: 1 });
});

test.each(withBody)("%s %s refuses a known field of the wrong type", async (api, _, operation) => {
  for (const [, body] of exampleBodies(operation)) {
    const [name] = Object.keys(objectOf(body));
    await expectRefused(api, operation, { ...objectOf(body), [name ?? ""]: [[]] });
  }
});

test.each([
  [
    "createServiceOrder",
    { service_order: { order_number: "A", cargo_type: "liquid", container_ids: [1], service_ids: [1] } },
    /cargo_type.*container, vehicle, breakbulk/,
  ],
  [
    "createServiceOrder",
    { service_order: { cargo_type: "container", container_ids: [1], service_ids: [1] } },
    /order_number/,
  ],
  [
    "createServiceOrder",
    {
      service_order: { order_number: "A", cargo_type: "container", container_ids: [1], service_ids: [1], colour: 1 },
    },
    /colour/,
  ],
  ["updateServiceOrder", { service_order: { comment: "A" } }, /order_number/],
  ["cancelServiceOrder", { service_order: {} }, /cancellation_reason/],
  ["createInterchange", { purpose: "walk" }, /purpose.*drop_off_container/],
  ["createInterchange", {}, /purpose/],
  ["updateInterchange", { purpose: "drop_off_genset" }, /purpose/],
  ["createLineItem", { line_item: {} }, /container_id/],
  ["updateLineItem", { line_item: { container_weight_unit: "stone" } }, /container_weight_unit.*kg/],
  ["liftHold", { hold: {} }, /reference_number/],
  ["liftHold", { hold: { reference_number: "A", lift_until: "soon" } }, /lift_until/],
])("Octopi's %s refuses %j and names the rule", async (id, body, rule) => {
  const response = await mock(sampleRequest("Octopi", find("Octopi", id), { body }));
  expect(await response.json()).toEqual({ error: expect.stringMatching(rule) });
});

const LINE = { serviceCode: "TOW" };
const DATALOY_ORDER = {
  portCall: 1,
  serviceOrderLines: [LINE],
  currency: "USD",
  status: "EST",
  amountAdvancedCurrency: "EUR",
};

test.each([
  ["createServiceOrder", { ...DATALOY_ORDER, portCall: undefined }, /portCall/],
  ["createServiceOrder", { ...DATALOY_ORDER, colour: 1 }, /colour/],
  ["createServiceOrder", { ...DATALOY_ORDER, serviceOrderLines: [{}] }, /serviceCode/],
  ["createServiceOrder", { ...DATALOY_ORDER, serviceOrderLines: [{ ...LINE, colour: 1 }] }, /colour/],
  ["createServiceOrder", { ...DATALOY_ORDER, orderDate: "2020-13-01T00:00:00" }, /orderDate/],
  ["createServiceOrder", { ...DATALOY_ORDER, currency: { code: "USD" } }, /currency/],
  ["updateServiceOrder", { exchangeRate: "1.2" }, /exchangeRate/],
])("Dataloy's %s refuses %j and names the rule", async (id, body, rule) => {
  const response = await mock(sampleRequest("Dataloy", find("Dataloy", id), { body }));
  expect([response.status, await response.json()]).toEqual([
    400,
    expect.objectContaining({ statusCode: 400, statusText: "Bad Request", message: expect.stringMatching(rule) }),
  ]);
});

test.each([
  ["filter=status.statusTypeCode(EQ)FIN", 200],
  ["filter=status.statusTypeCode(IN)(EST,REV)&filter=(OR)&filter=orderDate(GT)2020-10-01T00:00:00", 200],
  ["filter=status", 400],
  ["sort=orderDate(DS)&pageNumber=2&limit=10", 200],
  ["sort=orderDate", 400],
  ["pageNumber=0", 400],
])("Dataloy's list answers ?%s with %i", async (query, status) => {
  expect((await get(`/ws/rest/ServiceOrder?${query}`)).status).toBe(status);
});

test("Dataloy's header fields must look like JSON", async () => {
  expect((await get("/ws/rest/ServiceOrder", { fields: '{"status":"*"}' })).status).toBe(200);
  expect((await get("/ws/rest/ServiceOrder", { fields: "status" })).status).toBe(400);
});

test("without its dialect a document would let an unknown field pass: that line must stay", async () => {
  const document = { ...octopi().document, jsonSchemaDialect: "https://spec.openapis.org/oas/3.1/dialect/base" };
  const lax = await createMock({ apis: [{ ...octopi(), document }] });
  expect(
    (await lax(sampleRequest("Octopi", find("Octopi", "createInterchange"), { body: { purpose: "walk" } }))).status,
  ).toBe(200);
});

test("sl-violations carries each violation, in ASCII", async () => {
  const response = await ask("POST", ORDERS, JSON_BODY, '{"service_order":{"é":1}}');
  const violations: unknown = JSON.parse(response.headers.get("sl-violations") ?? "");
  expect(violations).toEqual(
    expect.arrayContaining([
      {
        location: ["request", "body", "service_order"],
        severity: "Error",
        code: "required",
        message: expect.stringContaining("order_number"),
      },
    ]),
  );
  expect(response.headers.get("sl-violations")).toMatch(/^[\x20-\x7e]+$/);
});

test("a flood of violations stays a short answer", async () => {
  const body = JSON.stringify({
    service_order: Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`field${n}`, n])),
  });
  const response = await ask("POST", ORDERS, JSON_BODY, body);
  expect(response.status).toBe(422);
  expect((await response.text()).length).toBeLessThan(4000);
  expect(response.headers.get("sl-violations")?.length).toBeLessThanOrEqual(4096);
});

test("violations that grow by being written in ASCII stay a short header", async () => {
  const names = Array.from({ length: 10 }, (_, n): [string, number] => [`${n}${"é".repeat(300)}`, n]);
  const response = await ask("POST", ORDERS, JSON_BODY, JSON.stringify({ service_order: Object.fromEntries(names) }));
  expect(response.headers.get("sl-violations")?.length).toBeLessThanOrEqual(4096);
  expect(JSON.parse(response.headers.get("sl-violations") ?? "")).not.toEqual([]);
});

test("a very long unknown name stays a short answer", async () => {
  const response = await ask(
    "POST",
    ORDERS,
    JSON_BODY,
    JSON.stringify({ service_order: {}, ["x".repeat(500_000)]: { y: 1 } }),
  );
  expect([response.status, (await response.text()).length < 4000]).toEqual([422, true]);
});

test.each([
  ["/api/v1/truck_visits/abc/interchanges.json", 422],
  ["/api/v1/bill_of_ladings/1.5/line_items.json", 400],
  [`${ORDERS}?per=many`, 422],
  [`${ORDERS}?status=lost`, 422],
])("%s is refused with the status that the operation documents", async (path, status) => {
  expect((await get(path)).status).toBe(status);
});

function find(api: string, id: string): Operation {
  const [, , operation] = operations.find(([name, iid]) => name === api && iid === id) ?? [];
  if (operation === undefined) throw new Error(`${api} has no ${id}`);
  return operation;
}

function objectOf(value: unknown): Record<string, unknown> {
  return { ...(typeof value === "object" ? value : {}) };
}

async function expectRefused(api: string, operation: Operation, body: unknown): Promise<void> {
  const response = await mock(sampleRequest(api, operation, { body }));
  expect([400, 422]).toContain(response.status);
  expect(operation.responses.map(({ code }) => Number(code))).toContain(response.status);
  expect(response.headers.get("content-type")).toBe("application/json");
}

test.each([
  ["/api/v1/service_orders.json?quayside_unknown=1", 422, 'Request query has no parameter "quayside_unknown".'],
  ["/api/v1/service_orders.json?page=", 422, "Request query parameter page must not be empty."],
  [
    "/api/v1/service_orders.json?status=&due_at=",
    422,
    "Request query parameter status must not be empty; Request query parameter due_at must not be empty.",
  ],
  ["/ws/rest/ServiceOrder?sort=", 400, "Request query parameter sort must not be empty."],
])("%s is refused with %i, which Prism would not", async (path, status, says) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(JSON.stringify(says).slice(1, -1));
});

test("an empty text is taken where a text may be empty", async () => {
  expect((await get("/api/v1/service_orders.json?order_number=")).status).toBe(200);
});
