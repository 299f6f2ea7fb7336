import { ApiError, ConnectionError, type RetryEvent } from "@quayside/client/octopi";
import { expect, test } from "vitest";
import { openBench, order, QUICK } from "./sandbox.test.fixture.js";

const { session } = await openBench();
const path = { order_number: "SO123456" };
const cut = { kind: "cut", when: "before_commit" } as const;

test.each([408, 429, 502, 503, 504])("a read that is answered %i is sent again", async (status) => {
  const { octopi, fault, sent } = session();
  await fault("octopi", "getServiceOrder", { kind: "status", status }, 2);
  expect(await octopi().getServiceOrder({ path })).toMatchObject({ order_number: "SO123456" });
  expect((await sent()).map((one) => one.status)).toEqual([status, status, 200]);
});

test("a read whose connection breaks is sent again", async () => {
  const { octopi, fault, sent } = session();
  await fault("octopi", "getServiceOrder", cut, 2);
  expect(await octopi().getServiceOrder({ path })).toMatchObject({ order_number: "SO123456" });
  expect(await sent()).toHaveLength(3);
});

test.each([400, 404, 409, 422, 500, 501])("%i is not cured by sending again", async (status) => {
  const { octopi, fault, sent } = session();
  await fault("octopi", "getServiceOrder", { kind: "status", status });
  await expect(octopi().getServiceOrder({ path })).rejects.toMatchObject({ status, attempts: 1 });
  expect(await sent()).toHaveLength(1);
});

test("a reply is sent again too, and is the last one", async () => {
  const { dataloy, fault, sent } = session();
  await fault("dataloy", "getServiceOrder", { kind: "status", status: 503 });
  const reply = await dataloy().getServiceOrder.reply({ path: { key: 36647845 } });
  expect(reply.status).toBe(200);
  expect(await sent()).toHaveLength(2);
});

test("PUT and DELETE are sent again", async () => {
  const { octopi, fault, sent } = session();
  await fault("octopi", "cancelServiceOrder", cut);
  await fault("octopi", "deleteServiceOrder", cut);
  const client = octopi();
  await client.createServiceOrder(order("CANCEL"));
  const body = { service_order: { cancellation_reason: "late" } };
  expect(await client.cancelServiceOrder({ path: { order_number: "CANCEL" }, body })).toMatchObject({
    status: "cancelled",
  });
  await client.deleteServiceOrder({ path: { order_number: "CANCEL" } });
  expect((await sent()).map(({ method }) => method)).toEqual(["POST", "PUT", "PUT", "DELETE", "DELETE"]);
});

test.each([
  cut,
  { kind: "cut", when: "after_commit" },
  { kind: "status", status: 503 },
  { kind: "rate_limit" },
] as const)("POST and PATCH are never sent again by themselves: %j", async (effect) => {
  const { octopi, fault, sent } = session();
  await fault("octopi", "createServiceOrder", effect);
  await fault("octopi", "updateInterchange", effect);
  const client = octopi({ retry: { attempts: 5, ...QUICK } });
  const failure = expect.objectContaining({ attempts: 1 });
  await expect(client.createServiceOrder(order("ONCE"))).rejects.toEqual(failure);
  const interchange = { truck_visit_id: 1876441, id: 2205893 };
  await expect(client.updateInterchange({ path: interchange, body: { booking_number: null } })).rejects.toEqual(
    failure,
  );
  expect((await sent()).map(({ method }) => method)).toEqual(["POST", "PATCH"]);
});

test("after the last attempt the failure is what it was, and says how often it was tried", async () => {
  const { octopi, fault } = session();
  await fault("octopi", "getServiceOrder", { kind: "status", status: 503 }, 3);
  await fault("octopi", "deleteServiceOrder", cut, 3);
  const first = await octopi()
    .getServiceOrder({ path })
    .catch((error) => error);
  expect(first).toBeInstanceOf(ApiError);
  expect(first).toMatchObject({ status: 503, attempts: 3 });
  const second = await octopi()
    .deleteServiceOrder({ path })
    .catch((error) => error);
  expect(second).toBeInstanceOf(ConnectionError);
  expect(second).toMatchObject({ timedOut: false, attempts: 3 });
});

test("retries are off where the client or the call says so, and on where the call does", async () => {
  const { octopi, fault, sent } = session();
  await fault("octopi", "getServiceOrder", { kind: "status", status: 503 }, 3);
  await expect(octopi({ retry: false }).getServiceOrder({ path })).rejects.toMatchObject({ attempts: 1 });
  await expect(octopi().getServiceOrder({ path }, { retry: false })).rejects.toMatchObject({ attempts: 1 });
  await octopi({ retry: false }).getServiceOrder({ path }, { retry: QUICK });
  expect(await sent()).toHaveLength(4);
});

test("Retry-After is obeyed, and hooks hear of it", async () => {
  const { octopi, fault } = session();
  await fault("octopi", "getServiceOrder", { kind: "rate_limit", retry_after_seconds: 1 });
  const events: RetryEvent[] = [];
  await octopi({ onRetry: (event) => events.push(event) }).getServiceOrder({ path });
  expect(events).toEqual([
    {
      operationId: "getServiceOrder",
      method: "GET",
      path: "/api/v1/service_orders/{order_number}.json",
      attempt: 1,
      status: 429,
      delayMs: 1000,
    },
  ]);
});

test("a wait that is longer than the time that is left is not begun", async () => {
  const { octopi, fault, sent } = session();
  await fault("octopi", "getServiceOrder", { kind: "rate_limit", retry_after_seconds: 60 });
  const call = octopi().getServiceOrder({ path }, { timeoutMs: 5000 });
  await expect(call).rejects.toMatchObject({ status: 429, retryAfterMs: 60_000, attempts: 1 });
  expect(await sent()).toHaveLength(1);
});

test("an answer that does not come in the time of one attempt is asked for again", async () => {
  const { octopi, fault } = session();
  await fault("octopi", "getServiceOrder", { kind: "delay", delay_ms: 60_000 });
  const call = octopi().getServiceOrder({ path }, { retry: { ...QUICK, attemptTimeoutMs: 100 } });
  expect(await call).toMatchObject({ order_number: "SO123456" });
});

test("all attempts together end with the time of the call", async () => {
  const { octopi, fault } = session();
  await fault("octopi", "getServiceOrder", { kind: "delay", delay_ms: 60_000 }, 9);
  const retry = { ...QUICK, attempts: 9, attemptTimeoutMs: 100 };
  const failure = await octopi()
    .getServiceOrder({ path }, { timeoutMs: 250, retry })
    .catch((error) => error);
  expect(failure).toMatchObject({ name: "ConnectionError", timedOut: true });
  expect(failure.attempts).toBeLessThan(9);
});

test("the caller's signal ends a wait", async () => {
  const { octopi, fault, sent } = session();
  await fault("octopi", "getServiceOrder", { kind: "rate_limit", retry_after_seconds: 20 });
  const controller = new AbortController();
  const reason = new Error("the user left");
  const client = octopi({ onRetry: () => controller.abort(reason) });
  await expect(client.getServiceOrder({ path }, { signal: controller.signal })).rejects.toBe(reason);
  expect(await sent()).toHaveLength(1);
});
