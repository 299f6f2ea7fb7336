import { describe, expect, test } from "vitest";
import { ConnectionCut } from "../faults.js";
import { CREATION, inSession, ORDER, ORDERS, openSandbox } from "../testing/open-sandbox.js";

describe("a scripted fault", () => {
  test.each([
    [{ kind: "status", status: 503 }, 503, { error: "The sandbox was told to answer 503." }],
    [{ kind: "status", status: 500, body: { any: "thing" } }, 500, { any: "thing" }],
    [{ kind: "rate_limit", retry_after_seconds: 7 }, 429, { error: "Too many requests. Try again in 7 s." }],
  ])("%j is answered so often, and no oftener", async (fault, status, body) => {
    const { ask } = await openSandbox();
    const script = { api: "octopi", operation_id: "listServiceOrders", calls: 2, fault };
    expect((await ask("POST", "/_sandbox/faults", script)).status).toBe(201);
    for (let call = 0; call < 2; call += 1) expect(await ask("GET", ORDERS)).toMatchObject({ status, body });
    expect((await ask("GET", ORDERS)).status).toBe(200);
    expect((await ask("GET", "/_sandbox/faults")).body).toEqual({ faults: [] });
  });

  test("that limits the rate says when to try again", async () => {
    const { ask } = await openSandbox();
    await ask("POST", "/_sandbox/faults", {
      api: "octopi",
      operation_id: "listServiceOrders",
      fault: { kind: "rate_limit" },
    });
    expect((await ask("GET", ORDERS)).headers.get("retry-after")).toBe("1");
  });

  test("hits its own operation, API and session only", async () => {
    const { ask } = await openSandbox();
    const fault = { kind: "status", status: 503 };
    await ask("POST", "/_sandbox/faults", { api: "dataloy", operation_id: "listServiceOrders", fault }, inSession("a"));
    expect((await ask("GET", ORDERS, undefined, inSession("a"))).status).toBe(200);
    expect((await ask("GET", "/ws/rest/ServiceOrder")).status).toBe(200);
    expect((await ask("GET", "/ws/rest/ServiceOrder", undefined, inSession("a"))).status).toBe(503);
  });

  test.each([
    ["before_commit", 404],
    ["after_commit", 200],
  ] as const)("that cuts the connection %s leaves an order that is then answered %i", async (when, status) => {
    const { ask } = await openSandbox();
    await ask("POST", "/_sandbox/faults", {
      api: "octopi",
      operation_id: "createServiceOrder",
      fault: { kind: "cut", when },
    });
    await expect(ask("POST", ORDERS, CREATION)).rejects.toThrow(ConnectionCut);
    expect((await ask("GET", ORDER)).status).toBe(status);
    expect((await ask("GET", "/_sandbox/requests")).body.requests[1]).toMatchObject({ method: "POST", status: null });
  });

  test("breaks a body in half", async () => {
    const { sandbox, ask } = await openSandbox();
    await ask("POST", "/_sandbox/faults", {
      api: "octopi",
      operation_id: "listServiceOrders",
      fault: { kind: "broken_body" },
    });
    const headers = { authorization: "Token token=demo" };
    const response = await sandbox.fetch(new Request(`http://127.0.0.1${ORDERS}`, { headers }));
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  test("for an operation that does not exist is refused with those that do", async () => {
    const { ask } = await openSandbox();
    const fault = { kind: "broken_body" };
    const { status, body } = await ask("POST", "/_sandbox/faults", { api: "octopi", operation_id: "getOrder", fault });
    expect([status, body.error]).toEqual([400, expect.stringContaining("it has listServiceOrders,")]);
  });

  test("that waits is gone once faults are cleared", async () => {
    const { ask } = await openSandbox();
    const fault = { kind: "status", status: 503 };
    await ask("POST", "/_sandbox/faults", { api: "octopi", operation_id: "listServiceOrders", fault });
    expect((await ask("DELETE", "/_sandbox/faults")).status).toBe(204);
    expect((await ask("GET", ORDERS)).status).toBe(200);
  });
});
