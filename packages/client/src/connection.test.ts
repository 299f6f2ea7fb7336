import { getEventListeners } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { ConnectionError, createOctopiClient, type OctopiClient, type OctopiOptions } from "./octopi.js";
import { rawClient } from "./raw.js";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function connected(listener: RequestListener, options: Partial<OctopiOptions> = {}): Promise<OctopiClient> {
  return createOctopiClient({ token: "secret-key-1", origin: await serve(listener), retry: false, ...options });
}

const argument = { path: { order_number: "1" } };
const never: RequestListener = () => undefined;
const stall: RequestListener = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"id":');
};

test("a server that accepts and never answers is a ConnectionError that says the limit", async () => {
  const octopi = await connected(never, { timeoutMs: 50 });
  const call = octopi.getServiceOrder(argument);
  await expect(call).rejects.toBeInstanceOf(ConnectionError);
  await expect(call).rejects.toMatchObject({ timedOut: true, message: expect.stringMatching(/50 ms/) });
});

test("the limit covers the body", async () => {
  const octopi = await connected(stall);
  await expect(octopi.getServiceOrder(argument, { timeoutMs: 50 })).rejects.toMatchObject({ timedOut: true });
  await expect(octopi.getServiceOrder.reply(argument, { timeoutMs: 50 })).rejects.toMatchObject({ timedOut: true });
});

test("the limit holds for raw too, its body included", async () => {
  const octopi = await connected(stall, { timeoutMs: 50 });
  const call = rawClient(octopi).GET("/api/v1/service_orders/{order_number}.json", { params: argument });
  await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
});

test("the limit holds for a fetch that does not heed its signal", async () => {
  const deaf = createOctopiClient({
    token: "k",
    timeoutMs: 20,
    retry: false,
    fetch: () => new Promise(() => undefined),
  });
  await expect(deaf.getServiceOrder(argument)).rejects.toMatchObject({ timedOut: true });
});

test.each(["before", "while the server is silent", "in the middle of the body"])(
  "an abort %s is the caller's reason",
  async (when) => {
    const reason = new Error("the user left");
    const controller = new AbortController();
    const octopi = await connected((request, response) => {
      if (when === "in the middle of the body") stall(request, response);
      setTimeout(() => controller.abort(reason), 20);
    });
    if (when === "before") controller.abort(reason);
    await expect(octopi.getServiceOrder(argument, { signal: controller.signal })).rejects.toBe(reason);
  },
);

test("an abort without a reason is an AbortError", async () => {
  const octopi = await connected(never);
  const call = octopi.getServiceOrder(argument, { signal: AbortSignal.abort() });
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
});

test("many calls with one signal are one listener, and all of them end with it", async () => {
  const octopi = await connected(never);
  const controller = new AbortController();
  const calls = Array.from({ length: 50 }, () => octopi.getServiceOrder(argument, { signal: controller.signal }));
  const ended = Promise.allSettled(calls);
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
  controller.abort(new Error("the service stops"));
  expect((await ended).map((one) => one.status === "rejected" && String(one.reason))).toEqual(
    Array(50).fill("Error: the service stops"),
  );
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("nothing is left behind by a call: no listener at the caller's signal, no timer", async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const octopi = createOctopiClient({ token: "k", fetch: async () => Response.json({}, { status: 404 }) });
  const { signal } = new AbortController();
  const before = timers();
  await octopi.getServiceOrder.reply(argument, { signal });
  await octopi.getServiceOrder(argument, { signal }).catch(() => undefined);
  expect(timers()).toBe(before);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test.each([0, -1, 1.5, NaN, Infinity, 2 ** 31, "5" as unknown as number])(
  "the time limit %s is refused",
  async (timeoutMs) => {
    expect(() => createOctopiClient({ token: "k", timeoutMs })).toThrow(RangeError);
    const octopi = createOctopiClient({ token: "k", fetch: async () => Response.json({}) });
    await expect(octopi.getServiceOrder(argument, { timeoutMs })).rejects.toThrow(
      /timeoutMs is .*; pass a whole number from 1 to 2147483647/,
    );
  },
);

test("a refused connection is a ConnectionError with the address and the code", async () => {
  const octopi = await connected(never);
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
  const call = octopi.getServiceOrder(argument);
  await expect(call).rejects.toMatchObject({
    name: "ConnectionError",
    timedOut: false,
    code: "ECONNREFUSED",
    attempts: 1,
  });
  await expect(call).rejects.toThrow(/getServiceOrder: .* http:\/\/127\.0\.0\.1:\d+\/api.*ECONNREFUSED/);
});

test("a failing fetch is a ConnectionError that names the call and what was thrown", async () => {
  const cause = new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED 127.0.0.1:4010") });
  const origin = "https://octopi.test";
  const octopi = createOctopiClient({ token: "k", origin, retry: false, fetch: () => Promise.reject(cause) });
  const error = await octopi.getServiceOrder(argument).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ timedOut: false, operationId: "getServiceOrder", method: "GET" });
  expect(String(error)).toBe(
    "ConnectionError: getServiceOrder: no complete answer to GET https://octopi.test/api/v1/service_orders/1.json: connect ECONNREFUSED 127.0.0.1:4010",
  );
});

test("a connection that breaks in the body is a ConnectionError", async () => {
  const octopi = await connected((_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
    response.write('{"id":', () => response.destroy());
  });
  await expect(octopi.getServiceOrder(argument)).rejects.toMatchObject({ name: "ConnectionError", timedOut: false });
});

test.each([301, 302, 303, 307, 308])(
  "a redirect (%i) is not followed, so the token stays with its origin",
  async (status) => {
    const visits: string[] = [];
    const other = await serve((request, response) => {
      visits.push(`${request.method} ${request.headers.authorization}`);
      response.end("{}");
    });
    const octopi = await connected((_, response) => response.writeHead(status, { location: `${other}/x` }).end());
    await expect(octopi.getServiceOrder(argument)).rejects.toMatchObject({ name: "ApiError", status });
    await expect(octopi.deleteServiceOrder(argument)).rejects.toThrow(/redirects are refused/);
    const raw = await rawClient(octopi).GET("/api/v1/service_orders/{order_number}.json", { params: argument });
    expect(raw.response.status).toBe(status);
    expect(visits).toEqual([]);
  },
);
