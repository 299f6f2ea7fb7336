import { afterAll, beforeEach, expect, test } from "vitest";
import { openStore, type Store } from "../../store/open-store.js";
import { insertRows } from "../../store/rows.js";
import type { CopyRow, DeliveryRow, SubscriptionRow } from "../../store/tables.js";
import { insertSubscription, listDeliveries } from "../../store/webhooks.js";
import type { DataloyContext } from "../context.js";
import { openFilled, order, PLACE } from "../dataloy.test.fixture.js";
import { TENANTS, type Tenant } from "../tenants.js";
import { getServiceOrder, listServiceOrders, writingHandlers } from "./handlers.js";

const NOW = Date.parse("2024-01-29T10:33:55.250Z");
const [DEMO, OTHER] = TENANTS as [Tenant, Tenant];
const BODY = { portCall: 1, currency: "USD", status: "EST", amountAdvancedCurrency: "EUR", serviceOrderLines: [] };
const REQUEST = { path: {}, query: {}, header: {}, body: undefined };
const STORED = order(100, { external_reference_no: "DA1", business_partner: 10 }, [{ amount_estimate: 5 }, {}]);

let pokes = 0;
const { createServiceOrder, updateServiceOrder } = writingHandlers(() => {
  pokes += 1;
});

let store: Store | undefined;
beforeEach(async () => {
  await store?.close();
  store = await openFilled([STORED, order(200)]);
  await store.write((db) => insertRows(db, "counters", [{ copy: PLACE.copy, name: "dataloy", next: 1000 }]));
  pokes = 0;
});
afterAll(() => store?.close());

/** Does something in a transaction, and then what is to be done after it. */
async function at<T>(act: (context: DataloyContext) => Promise<T>, owner = DEMO): Promise<T> {
  const afterCommit: (() => void)[] = [];
  const context = { copy: PLACE.copy, session: {} as CopyRow, owner, now: NOW, origin: "http://here", afterCommit };
  const result = await (store ?? (await openStore(":memory:"))).write((db) => act({ ...context, db }));
  for (const next of afterCommit) next();
  return result;
}

const create = (body = {}) => at((context) => createServiceOrder({ ...REQUEST, body: { ...BODY, ...body } }, context));
const update = (body: Parameters<typeof updateServiceOrder>[0]["body"], key = 100) =>
  at((context) => updateServiceOrder({ ...REQUEST, path: { key }, body }, context));
const get = (key: number, header = {}, owner = DEMO) =>
  at((context) => getServiceOrder({ ...REQUEST, path: { key }, header }, context), owner);
const list = (query = {}, header = {}) => at((context) => listServiceOrders({ ...REQUEST, query, header }, context));

test("an order and its lines take the next keys, the order first", async () => {
  const { body } = await create({ serviceOrderLines: [{ serviceCode: "TOW" }, { serviceCode: "PIL" }] });
  expect([body.key, body.serviceOrderLines?.map(({ key }) => key)]).toEqual([1000, [1001, 1002]]);
});

test("a new order is made by the caller's user, at the session's time", async () => {
  const { body } = await create();
  expect(body).toMatchObject({ createdById: 1201, createdDate: "2024-01-29T10:33:55", changedById: null });
});

test("an order that was created can be read", async () => {
  const { body } = await create({ serviceOrderLines: [{ serviceCode: "TOW", amountEstimate: 7 }] });
  expect((await get(body.key)).body).toEqual(body);
});

test("a new order counts in the list", async () => {
  await create();
  expect((await list()).headers).toEqual({ totalobjectsnumber: "3" });
});

test("a single order shows its references and lines in short", async () => {
  const { body } = await get(100);
  expect([body.status, body.serviceOrderLines?.[0]]).toEqual([
    { key: 30, self: "http://here/ws/rest/StatusType/30" },
    { key: 101, self: "http://here/ws/rest/ServiceOrderLine/101" },
  ]);
});

test("fields choose what a single order shows", async () => {
  const fields =
    '{"businessPartner":{"businessPartnerCode":"*"},"serviceOrderLines":{"serviceCode":{"serviceCode":"*"}}}';
  const serviceCode = { key: 40, self: "http://here/ws/rest/ServiceCode/40", serviceCode: "TOW" };
  expect((await get(100, { fields })).body).toEqual({
    key: 100,
    self: "http://here/ws/rest/ServiceOrder/100",
    businessPartner: { key: 10, self: "http://here/ws/rest/BusinessPartner/10", businessPartnerCode: "100131" },
    serviceOrderLines: [101, 102].map((key) => ({
      key,
      self: `http://here/ws/rest/ServiceOrderLine/${key}`,
      serviceCode,
    })),
  });
});

test("a list shows little of each order", async () => {
  const [first] = (await list()).body;
  expect(Object.keys(first ?? {})).toEqual(["key", "self", "externalReferenceNo", "orderDate", "status"]);
});

test("fields choose what a list shows", async () => {
  const { body } = await list({}, { fields: '{"currency":{"currencyCode":"*"}}' });
  expect(body.map(({ currency }) => currency?.currencyCode)).toEqual(["USD", "USD"]);
});

test("with noCount the total stays away", async () => {
  expect((await list({}, { noCount: "YES" })).headers).toBeUndefined();
});

test("the total is over all pages", async () => {
  const { body, headers } = await list({ limit: 1 });
  expect([body.length, headers]).toEqual([1, { totalobjectsnumber: "2" }]);
});

test("an unknown key is not found", async () => {
  await expect(get(1)).rejects.toMatchObject({ status: 404, message: "ServiceOrder with key 1 was not found." });
});

test("another tenant's order is not found", async () => {
  await expect(get(100, {}, OTHER)).rejects.toMatchObject({ status: 404 });
});

test("another tenant's objects are unknown", async () => {
  const call = { ...REQUEST, body: BODY };
  await expect(at((context) => createServiceOrder(call, context), OTHER)).rejects.toThrow(
    "Unknown PortCall with key 1.",
  );
});

test("an update answers the whole order after it", async () => {
  const { body } = await update({ status: "FIN", serviceOrderLines: [{ key: 101, amountFinal: 11000 }] });
  expect(body).toMatchObject({
    externalReferenceNo: "DA1",
    amount: 11000,
    changedById: 1201,
    modifiedDate: "2024-01-29T10:33:55",
    serviceOrderLines: [{ key: 101 }],
  });
});

test("an update is stored: values, and lines changed, added and removed", async () => {
  await update({
    externalReferenceNo: null,
    serviceOrderLines: [{ key: 101, description: "x" }, { serviceCode: "PIL" }],
  });
  const fields = '{"externalReferenceNo":"*","serviceOrderLines":{"description":"*"}}';
  const { body } = await get(100, { fields });
  expect([body.externalReferenceNo, body.serviceOrderLines?.map(({ key, description }) => [key, description])]).toEqual(
    [
      null,
      [
        [101, "x"],
        [1000, null],
      ],
    ],
  );
});

test("an order has at most 1,000 lines", async () => {
  const serviceOrderLines = Array.from({ length: 1001 }, () => ({ serviceCode: "TOW" }));
  await expect(create({ serviceOrderLines })).rejects.toMatchObject({ status: 400 });
});

/** Subscribes, acts, and tells what is to be delivered. */
async function hear(subscription: Partial<SubscriptionRow>, act: () => Promise<unknown>): Promise<DeliveryRow[]> {
  const row: SubscriptionRow = {
    ...PLACE,
    key: 500,
    user_key: 1201,
    url: "https://agent.example/",
    event_type: "U",
    dataloy_object: null,
    json: null,
    do_not_unsubscribe: 0,
    is_active: 1,
    unsubscription_date: null,
    ...subscription,
  };
  await at(({ db }) => insertSubscription({ db, ...PLACE }, row));
  await act();
  return await at(({ db }) => listDeliveries({ db, ...PLACE }));
}

test("who subscribed to creations is told of one, with the order as it is answered", async () => {
  let made: unknown;
  const [delivery] = await hear({ event_type: "C" }, async () => {
    made = (await create()).body;
  });
  expect(JSON.parse(delivery?.body ?? "")).toEqual({
    id: expect.any(String),
    eventTime: "2024-01-29T10:33:55",
    eventType: "C",
    objectType: "ServiceOrder",
    dataloyObject: 1000,
    dataloyObjectSelf: "http://here/ws/rest/ServiceOrder/1000",
    subscription: { key: 500, self: "http://here/ws/rest/WebhookSubscription/500" },
    resource: made,
  });
});

test("a notification waits, due at once", async () => {
  const deliveries = await hear({}, () => update({}));
  expect(deliveries).toMatchObject([
    { id: 1, state: "waiting", attempts: 0, next_attempt_at: NOW, service_order: 100 },
  ]);
});

test("once there is a notification, somebody is to deliver it", async () => {
  await hear({}, () => update({}));
  expect(pokes).toBe(1);
});

test("while nobody subscribed, nobody is to deliver", async () => {
  await update({});
  expect(pokes).toBe(0);
});

test("a subscription may choose the fields", async () => {
  const json = btoa('{"status":{"statusTypeCode":"*"}}');
  const [delivery] = await hear({ json }, () => update({ status: "FIN" }));
  expect(JSON.parse(delivery?.body ?? "").resource).toEqual({
    key: 100,
    self: "http://here/ws/rest/ServiceOrder/100",
    status: { key: 32, self: "http://here/ws/rest/StatusType/32", statusTypeCode: "FIN" },
  });
});

test("a change of a line is a change of its order", async () => {
  const lines = { serviceOrderLines: [{ key: 101, amountFinal: 1 }, { key: 102 }] };
  expect(await hear({ dataloy_object: 100 }, () => update(lines))).toHaveLength(1);
});

test.each<[string, Partial<SubscriptionRow>]>([
  ["to another event", { event_type: "C" }],
  ["to another order", { dataloy_object: 200 }],
  ["and was switched off", { is_active: 0 }],
  ["as another tenant", { owner: 12 }],
])("who subscribed %s is not told", async (_, subscription) => {
  expect(await hear(subscription, () => update({}))).toEqual([]);
});
