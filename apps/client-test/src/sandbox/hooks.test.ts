import { inspect } from "node:util";
import type { RequestEvent, ResponseEvent, RetryEvent } from "@quayside/client/octopi";
import { expect, test } from "vitest";
import { openBench, order } from "./sandbox.test.fixture.js";

const { sandbox, session } = await openBench();
const path = { order_number: "SO123456" };

type Heard = readonly [hook: "request" | "response" | "retry", event: RequestEvent | ResponseEvent | RetryEvent];

function listening() {
  const heard: Heard[] = [];
  const hooks = {
    onRequest: (event: RequestEvent) => void heard.push(["request", event]),
    onResponse: (event: ResponseEvent) => void heard.push(["response", event]),
    onRetry: (event: RetryEvent) => void heard.push(["retry", event]),
  };
  return { heard, hooks };
}

test("hooks hear of every sending, its answer and why it is repeated", async () => {
  const { octopi, fault } = session();
  await fault("octopi", "getServiceOrder", { kind: "cut", when: "before_commit" });
  await fault("octopi", "getServiceOrder", { kind: "status", status: 503 });
  const { heard, hooks } = listening();
  await octopi(hooks).getServiceOrder({ path });
  const what = { operationId: "getServiceOrder", method: "GET", path: "/api/v1/service_orders/{order_number}.json" };
  const answer = { durationMs: expect.any(Number), requestId: undefined };
  const delayMs = expect.any(Number);
  expect(heard).toEqual([
    ["request", { ...what, attempt: 1 }],
    ["response", { ...what, attempt: 1, status: undefined, ...answer }],
    ["retry", { ...what, attempt: 1, status: undefined, delayMs }],
    ["request", { ...what, attempt: 2 }],
    ["response", { ...what, attempt: 2, status: 503, ...answer }],
    ["retry", { ...what, attempt: 2, status: 503, delayMs }],
    ["request", { ...what, attempt: 3 }],
    ["response", { ...what, attempt: 3, status: 200, ...answer }],
  ]);
});

test("the server's name for a request is handed on, to hooks and in errors", async () => {
  const one = session();
  const fetch = async (request: Request) => {
    const response = await one.fetch(request);
    const headers = new Headers(response.headers);
    headers.set("x-request-id", "req-7");
    return new Response(response.body, { status: response.status, headers });
  };
  const { heard, hooks } = listening();
  const call = one.octopi({ ...hooks, fetch }).getServiceOrder({ path: { order_number: "none" } });
  await expect(call).rejects.toMatchObject({ status: 404, requestId: "req-7" });
  expect(heard[1]).toMatchObject(["response", { status: 404, requestId: "req-7" }]);
});

test("headers that a hook returns are sent, and what a hook throws is dropped", async () => {
  const one = session();
  const sent: (string | null)[] = [];
  const fetch = (request: Request) => {
    sent.push(request.headers.get("traceparent"));
    return one.fetch(request);
  };
  const fail = () => {
    throw new Error("the log is full");
  };
  const late = () => Promise.reject(new Error("the log is full"));
  await one.octopi({ fetch, onRequest: () => ({ traceparent: "00-1" }) }).getServiceOrder({ path });
  await one.octopi({ fetch, onRequest: fail, onResponse: fail }).getServiceOrder({ path });
  await one.octopi({ fetch, onRequest: late, onResponse: late }).getServiceOrder({ path });
  class Logger {
    readonly transports = [1];
  }
  for (const odd of [null, 7, "logged", ["a"], new Logger(), { broken: "a\nb" }, { number: 7 }])
    await one.octopi({ fetch, onRequest: () => odd }).getServiceOrder({ path });
  expect(sent).toEqual(["00-1", ...Array(9).fill(null)]);
});

test("no more requests are under way than may be, and all of them are made", async () => {
  const one = session();
  let now = 0;
  let most = 0;
  const fetch = async (request: Request) => {
    most = Math.max(most, ++now);
    return await one.fetch(request).finally(() => {
      now -= 1;
    });
  };
  const client = one.octopi({ fetch, maxConcurrent: 3 });
  await one.fault("octopi", "getServiceOrder", { kind: "status", status: 503 }, 5);
  const calls = Array.from({ length: 30 }, () => client.getServiceOrder({ path }));
  expect((await Promise.all(calls)).map(({ order_number }) => order_number)).toEqual(Array(30).fill("SO123456"));
  expect(most).toBe(3);
});

test("who waits for its turn can leave, and the others still come", async () => {
  const one = session();
  await one.fault("octopi", "getServiceOrder", { kind: "delay", delay_ms: 200 });
  const client = one.octopi({ maxConcurrent: 1 });
  const first = client.getServiceOrder({ path });
  const controller = new AbortController();
  const leaving = client.getServiceOrder({ path }, { signal: controller.signal });
  const last = client.getServiceOrder({ path });
  controller.abort(new Error("left"));
  await expect(leaving).rejects.toThrow("left");
  expect([(await first).id, (await last).id]).toHaveLength(2);
  expect(await one.sent()).toHaveLength(2);
});

test("no secret and no body is in what hooks, errors and a printed client show", async () => {
  const one = session();
  const secrets = ["octopi-secret-7", "dataloy-secret-7", "the-password-7", "BODY-7", "COMMENT-7"];
  const shown: unknown[] = [];
  const show = (event: unknown) => void shown.push(event);
  const hooks = { onRequest: show, onResponse: show, onRetry: show };
  // A server that repeats all that it was sent.
  const fetch = async (request: Request) => {
    const all = [request.headers.get("authorization"), await request.text(), "BODY-7"];
    if (request.url.includes("throws")) throw new Error(`failed: ${all[0]}`, { cause: new Error(String(all[0])) });
    return Response.json({ error: String(all) }, { status: 500 });
  };
  const octopi = one.octopi({ ...hooks, fetch, token: "octopi-secret-7" });
  const origin = sandbox.origin;
  const credentials = { clientId: "demo", clientSecret: "dataloy-secret-7", tokenUrl: `${origin}/oauth/token` };
  const basic = one.dataloy({ ...hooks, fetch, auth: { username: "demo", password: "the-password-7" } });
  const dataloy = one.dataloy({ ...hooks, fetch, auth: credentials });
  const caught = async (call: Promise<unknown>) => shown.push(await call.catch((error: unknown) => error));
  const creation = order("throws");
  const body = { service_order: { ...creation.body.service_order, comment: "COMMENT-7" } };
  await caught(octopi.getServiceOrder({ path }));
  await caught(octopi.getServiceOrder({ path: { order_number: "throws" } }));
  await caught(octopi.createServiceOrder({ body }));
  await caught(octopi.createServiceOrder.once({ body }));
  await caught(basic.getServiceOrder({ path: { key: 1 } }));
  await caught(dataloy.getServiceOrder({ path: { key: 1 } }));
  shown.push(octopi, basic, dataloy);
  expect(shown.length).toBeGreaterThan(15);
  const printed = shown.map((thing) => [inspect(thing, { depth: Infinity }), JSON.stringify(thing), String(thing)]);
  const text = printed.flat().join("\n");
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(text).toContain("[secret]");
});

test("the time of an attempt begins when it has its place", async () => {
  const one = session();
  await one.fault("octopi", "getServiceOrder", { kind: "delay", delay_ms: 60 }, 10);
  const client = one.octopi({ maxConcurrent: 1, retry: { attempts: 2, attemptTimeoutMs: 300 } });
  await Promise.all(Array.from({ length: 10 }, () => client.getServiceOrder({ path })));
  expect(await one.sent()).toHaveLength(10);
});
