import { ListError } from "@quayside/client/octopi";
import { expect, test } from "vitest";
import { openBench, order } from "./sandbox.test.fixture.js";

const { session } = await openBench();
const bill = { bill_of_lading_id: 1001 };

async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

test("all orders come, the newest first and each of them once", async () => {
  const { octopi } = session();
  const client = octopi();
  const { total_count, service_orders } = await client.listServiceOrders({ query: { per: 100 } });
  for (const per of [1, 4, 26, 27, 28, 100]) {
    expect(await collect(client.listServiceOrders.each({ query: { per } }))).toEqual(service_orders);
  }
  expect(total_count).toBe(27);
});

test.each([
  [9, 3],
  [10, 3],
  [27, 1],
  [undefined, 1],
])("with %s rows a page, 27 orders take %i requests", async (per, requests) => {
  const { octopi, sent } = session();
  await collect(octopi().listServiceOrders.each(per === undefined ? {} : { query: { per } }));
  expect(await sent()).toHaveLength(requests);
});

test("a filter holds for all pages, and a list of nothing is one request", async () => {
  const { octopi, sent } = session();
  const client = octopi();
  const pending = await collect(client.listServiceOrders.each({ query: { status: "pending", per: 2 } }));
  expect(pending.length).toBeGreaterThan(2);
  expect(new Set(pending.map(({ status }) => status))).toEqual(new Set(["pending"]));
  const before = (await sent()).length;
  expect(await collect(client.listServiceOrders.each({ query: { order_number: "none of them" } }))).toEqual([]);
  expect(await sent()).toHaveLength(before + 1);
});

test("who stops early has asked for no more pages than it read", async () => {
  const { octopi, sent } = session();
  let read = 0;
  for await (const _ of octopi().listServiceOrders.each({ query: { per: 5 } })) if (++read === 7) break;
  expect(await sent()).toHaveLength(2);
});

test("reading begins at the page that the query says", async () => {
  const { octopi } = session();
  const client = octopi();
  const all = await collect(client.listServiceOrders.each());
  expect(await collect(client.listServiceOrders.each({ query: { per: 10, page: 2 } }))).toEqual(all.slice(10));
});

test("orders that are added meanwhile move the others on: none comes twice, and the change is told", async () => {
  const { octopi } = session();
  const client = octopi();
  const old = await collect(client.listServiceOrders.each());
  const changes: object[] = [];
  const read: number[] = [];
  const onListChange = (change: object) => changes.push(change);
  for await (const { id } of client.listServiceOrders.each({ query: { per: 5 } }, { onListChange })) {
    read.push(id);
    if (read.length === 5) for (const name of ["A", "B", "C"]) await client.createServiceOrder(order(name));
  }
  expect(read).toEqual(old.map(({ id }) => id));
  expect(changes).toEqual([{ before: 27, after: 30 }]);
});

test.each([1, 5, 7])("orders that are removed meanwhile (%i) move the others up: none is missed", async (removed) => {
  const { octopi } = session();
  const client = octopi();
  const old = (await collect(client.listServiceOrders.each())).map(({ id }) => id);
  const gone = old.slice(1, 1 + removed);
  const changes: object[] = [];
  const read: number[] = [];
  const onListChange = (change: object) => changes.push(change);
  for await (const { id } of client.listServiceOrders.each({ query: { per: 10 } }, { onListChange })) {
    read.push(id);
    if (read.length === 10)
      for (const one of gone) await client.deleteServiceOrder({ path: { order_number: String(one) } });
  }
  expect(read.toSorted()).toEqual(old.toSorted());
  expect(changes).toEqual([{ before: 27, after: 27 - removed }]);
});

test("line items are read by the links that lead from page to page, the last of which is not followed into nothing", async () => {
  const { octopi, sent } = session();
  const client = octopi();
  const { line_items } = await client.listLineItems({ path: bill, query: { per: 100 } });
  const read = await collect(client.listLineItems.each({ path: bill, query: { per: 1 } }));
  expect(read).toEqual(line_items);
  expect(line_items.length).toBeGreaterThan(2);
  expect(await sent()).toHaveLength(1 + line_items.length);
});

test("Dataloy's orders come by their keys, with the fields that were asked for", async () => {
  const { dataloy, sent } = session();
  const client = dataloy();
  const all = await client.listServiceOrders({ query: { sort: "key(AS)" } });
  const read = await collect(client.listServiceOrders.each({ query: { limit: 2 }, fields: { amount: true } }));
  expect(read.map(({ key }) => key)).toEqual(all.map(({ key }) => key));
  expect(Object.keys(read[0] ?? {}).toSorted()).toEqual(["amount", "key", "self"]);
  expect(await sent()).toHaveLength(1 + Math.ceil(all.length / 2));
});

test("where Dataloy does not count, the last page is the short one", async () => {
  const { dataloy, sent } = session();
  const client = dataloy();
  const all = await client.listServiceOrders();
  const read = await collect(
    client.listServiceOrders.each({ query: { limit: all.length - 1 }, header: { noCount: "YES" } }),
  );
  expect(read).toHaveLength(all.length);
  expect(await sent()).toHaveLength(3);
});

test("a page that fails for a moment is asked for again, and the reading goes on", async () => {
  const { octopi, fault } = session();
  await fault("octopi", "listServiceOrders", { kind: "delay", delay_ms: 1 }, 2);
  await fault("octopi", "listServiceOrders", { kind: "status", status: 503 }, 2);
  expect(await collect(octopi().listServiceOrders.each({ query: { per: 10 } }))).toHaveLength(27);
});

test("a page that fails for good ends the reading with its error", async () => {
  const { octopi, fault } = session();
  await fault("octopi", "listServiceOrders", { kind: "delay", delay_ms: 1 });
  await fault("octopi", "listServiceOrders", { kind: "status", status: 500 });
  const read: number[] = [];
  const reading = (async () => {
    for await (const { id } of octopi().listServiceOrders.each({ query: { per: 10 } })) read.push(id);
  })();
  await expect(reading).rejects.toMatchObject({ name: "ApiError", status: 500 });
  expect(read).toHaveLength(10);
});

test("the caller's signal ends the reading between pages", async () => {
  const { octopi, sent } = session();
  const controller = new AbortController();
  const reason = new Error("enough");
  const reading = (async () => {
    const orders = octopi().listServiceOrders.each({ query: { per: 10 } }, { signal: controller.signal });
    for await (const _ of orders) controller.abort(reason);
  })();
  await expect(reading).rejects.toBe(reason);
  expect(await sent()).toHaveLength(1);
});

test("a bill of lading that is not there is an ApiError, as for the list itself", async () => {
  const { octopi } = session();
  const reading = collect(octopi().listLineItems.each({ path: { bill_of_lading_id: 999 } }));
  await expect(reading).rejects.toMatchObject({ status: 404 });
  await expect(reading).rejects.not.toBeInstanceOf(ListError);
});
