import { createDataloyClient, type DataloyClient } from "@quayside/client/dataloy";
import type { OctopiClient, ServiceOrder } from "@quayside/client/octopi";
import { queryOptions } from "@quayside/client/query";
import { QueryClient, QueryObserver } from "@tanstack/query-core";
import { expect, expectTypeOf, test } from "vitest";
import { openBench } from "./sandbox.test.fixture.js";

const { session } = await openBench();
const path = { order_number: "SO123456" };

test("a query gives the data, and a second one with the same argument gives it without a request", async () => {
  const { octopi, sent } = session();
  const client = octopi();
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });
  const first = await queries.fetchQuery(queryOptions(client.getServiceOrder, { path }));
  expectTypeOf(first).toEqualTypeOf<ServiceOrder>();
  expect(first.order_number).toBe("SO123456");
  expect(await queries.fetchQuery(queryOptions(client.getServiceOrder, { path }))).toBe(first);
  await queries.fetchQuery(queryOptions(client.getServiceOrder, { path: { order_number: "39" } }));
  expect(await sent()).toHaveLength(2);
});

test("operations of one name in two APIs have keys of their own", () => {
  const { octopi, dataloy } = session();
  const keys = [queryOptions(octopi().listServiceOrders), queryOptions(dataloy().listServiceOrders)].map(
    ({ queryKey }) => JSON.stringify(queryKey),
  );
  expect(new Set(keys).size).toBe(2);
});

test("two tenants have keys of their own", () => {
  const keyOf = (origin: string) => {
    const client = createDataloyClient({ origin, auth: { token: "t" } });
    return JSON.stringify(queryOptions(client.listServiceOrders).queryKey);
  };
  expect(keyOf("https://one.test")).not.toBe(keyOf("https://two.test"));
});

test("the caller's own signal ends a query too", async () => {
  const { octopi, sent } = session();
  const options = queryOptions(octopi().getServiceOrder, { path }, { signal: AbortSignal.abort(new Error("left")) });
  await expect(new QueryClient().fetchQuery({ ...options, retry: false })).rejects.toThrow("left");
  expect(await sent()).toEqual([]);
});

test("a query that nobody needs any more aborts its call", async () => {
  const { octopi, fault, fetch } = session();
  await fault("octopi", "getServiceOrder", { kind: "delay", delay_ms: 60_000 });
  const signals: AbortSignal[] = [];
  const watched = octopi({
    fetch: (request) => {
      signals.push(request.signal);
      return fetch(request);
    },
  });
  const queries = new QueryClient();
  const stop = new QueryObserver(queries, queryOptions(watched.getServiceOrder, { path })).subscribe(() => undefined);
  await expect.poll(() => signals.length).toBe(1);
  stop();
  await expect.poll(() => signals[0]?.aborted).toBe(true);
});

test("fields narrow the data of a query too, and what a method does not take is no argument of its query", () => {
  const compiles = (_call: (dataloy: DataloyClient, octopi: OctopiClient) => unknown): void => undefined;
  compiles(async (dataloy, octopi) => {
    const queries = new QueryClient();
    const order = await queries.fetchQuery(
      queryOptions(dataloy.getServiceOrder, { path: { key: 1 }, fields: { amount: true } }),
    );
    expectTypeOf(order.amount).toEqualTypeOf<number | null | undefined>();
    // @ts-expect-error the exchange rate was not asked for
    order.exchangeRate;
    // @ts-expect-error the order number is missing
    queryOptions(octopi.getServiceOrder, { path: {} });
    // @ts-expect-error there is no such status
    queryOptions(octopi.listServiceOrders, { query: { status: "done" } });
  });
});
