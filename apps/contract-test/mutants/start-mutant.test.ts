import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { cached, everySecond, inOk } from "./change.ts";
import { octopi } from "./define.ts";
import type { Fault } from "./mutant.ts";
import { type Running, startMutant } from "./start-mutant.ts";

/** Counts its answers, and shows what it was sent. */
let behind: Server;
let origin = "";
let answers = 0;
let running: Running | undefined;

beforeAll(async () => {
  behind = createServer((request, response) => {
    answers += 1;
    response.writeHead(200, { "content-type": "application/json", "x-method": request.method });
    response.end(JSON.stringify({ answers, host: request.headers.host }));
  });
  await new Promise<void>((resolve) => behind.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(behind.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => behind.close(resolve)));
afterEach(async () => {
  await running?.close();
});

async function start(fault: Fault): Promise<Running> {
  running = await startMutant(origin, octopi("status", "listHolds", "any", fault));
  return running;
}

async function ask({ origin: proxy }: Running, session: string, path = HOLDS, method = "GET") {
  const response = await fetch(proxy + path, { method, headers: { "x-sandbox-session": session } });
  return { status: response.status, body: await response.text().then((text) => (text === "" ? {} : JSON.parse(text))) };
}

const HOLDS = "/api/v1/manifests/1/bill_of_ladings/2/holds.json";
const ORDERS = "/api/v1/service_orders.json";

test("a fault meets its own operation and no other", async () => {
  const proxy = await start(inOk(() => "wrong"));
  expect((await ask(proxy, "a")).body).toBe("wrong");
  expect((await ask(proxy, "a", ORDERS)).body).toHaveProperty("answers");
});

test("the server behind sees the host that was called, so that its links lead back", async () => {
  const proxy = await start((call) => call.pass());
  expect((await ask(proxy, "a")).body.host).toBe(new URL(proxy.origin).host);
});

test("what a fault keeps belongs to one session", async () => {
  const proxy = await start(cached());
  const first = await ask(proxy, "a");
  expect(await ask(proxy, "b")).not.toEqual(first);
  expect(await ask(proxy, "a")).toEqual(first);
});

test("what a fault keeps ends with its session", async () => {
  const proxy = await start(cached());
  const first = await ask(proxy, "a");
  await ask(proxy, "a", "/_sandbox/session", "DELETE");
  expect(await ask(proxy, "a")).not.toEqual(first);
});

test("a call that a fault leaves alone is no hit", async () => {
  const proxy = await start(everySecond(inOk(() => "wrong")));
  await ask(proxy, "a");
  expect(proxy.hits()).toBe(0);
  await ask(proxy, "a");
  expect(proxy.hits()).toBe(1);
});

test.each<[string, Fault]>([
  ["passes on another request", (call) => call.pass({ url: ORDERS })],
  ["passes nothing on", () => ({ status: 200, headers: {}, body: "" })],
  ["writes something else", (call) => call.ask("PUT", ORDERS, {}).then(() => call.pass())],
])("a fault that %s is a hit", async (_, fault) => {
  const proxy = await start(fault);
  await ask(proxy, "a");
  expect(proxy.hits()).toBe(1);
});

test("a fault that only reads something else is no hit", async () => {
  const proxy = await start(async (call) => {
    await call.ask("GET", ORDERS);
    return await call.pass();
  });
  await ask(proxy, "a");
  expect(proxy.hits()).toBe(0);
});

test("an error in a fault cuts the connection, and is told", async () => {
  const proxy = await start(() => {
    throw new Error("a mistake");
  });
  await expect(ask(proxy, "a")).rejects.toThrow("fetch failed");
  expect(proxy.failures()).toEqual([new Error("a mistake")]);
});

test("another fault begins with nothing", async () => {
  const proxy = await start(cached());
  const first = await ask(proxy, "a");
  proxy.put(octopi("status", "listHolds", "another", cached()));
  expect(await ask(proxy, "a")).not.toEqual(first);
  expect(proxy.hits()).toBe(0);
});
