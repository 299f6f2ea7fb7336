import { describe, expect, test } from "vitest";
import { DATABASES } from "../testing/databases.js";
import { CREATION, inSession, NOW, type OpenSandbox, ORDER, ORDERS, openSandbox } from "../testing/open-sandbox.js";

const HOLDS = "/api/v1/manifests/2018010126/bill_of_ladings/TSCW12924362/holds";

describe.each(DATABASES)("on $name", ({ make }) => {
  async function open(): Promise<OpenSandbox> {
    return await openSandbox({ database: (await make()).url });
  }

  test("what one session writes, another one does not see", async () => {
    const { ask } = await open();
    expect((await ask("POST", ORDERS, CREATION, inSession("a"))).status).toBe(201);
    expect((await ask("GET", ORDER, undefined, inSession("b"))).status).toBe(404);
    expect((await ask("GET", ORDER)).status).toBe(404);
    expect((await ask("POST", ORDERS, CREATION, inSession("b"))).body.id).toBe(41);
  });

  test("a reset brings a session back to its seed, and leaves the others", async () => {
    const { ask } = await open();
    await ask("POST", ORDERS, CREATION, inSession("a"));
    await ask("POST", ORDERS, CREATION, inSession("b"));
    expect((await ask("POST", "/_sandbox/session/reset", undefined, inSession("a"))).status).toBe(200);
    expect((await ask("GET", ORDERS, undefined, inSession("a"))).body.total_count).toBe(27);
    expect((await ask("GET", ORDERS, undefined, inSession("b"))).body.total_count).toBe(28);
    expect((await ask("POST", ORDERS, CREATION, inSession("a"))).body.id).toBe(41);
  });

  test("a snapshot keeps a state to come back to, as often as wanted", async () => {
    const { ask } = await open();
    await ask("POST", ORDERS, CREATION);
    expect((await ask("PUT", "/_sandbox/snapshots/ordered")).status).toBe(200);
    for (let round = 0; round < 2; round += 1) {
      await ask("DELETE", ORDER);
      await ask("PUT", `${HOLDS}/34.json`);
      expect((await ask("POST", "/_sandbox/snapshots/ordered/restore")).status).toBe(200);
      expect((await ask("GET", ORDER)).body.service_order_items).toHaveLength(1);
      expect((await ask("GET", `${HOLDS}.json`)).body.bill_of_lading.unlifted_holds).toHaveLength(1);
    }
    expect((await ask("GET", "/_sandbox/snapshots")).body.snapshots).toEqual([
      { name: "ordered", taken_at: new Date(NOW).toISOString() },
    ]);
    expect((await ask("DELETE", "/_sandbox/snapshots/ordered")).status).toBe(204);
    expect((await ask("POST", "/_sandbox/snapshots/ordered/restore")).status).toBe(404);
  });

  test("a loaded seed is the same for the same number, and another for another one", async () => {
    const { ask } = await open();
    const load = async (number: number) => {
      await ask("PUT", "/_sandbox/session/seed", { size: 50, number });
      return [
        (await ask("GET", `${ORDERS}?per=50`)).body,
        (await ask("GET", "/ws/rest/ServiceOrder", undefined, { fields: '{"amount":"*"}' })).body,
      ];
    };
    const first = await load(7);
    expect(first[0].total_count).toBe(77);
    expect(await load(8)).not.toEqual(first);
    expect(await load(7)).toEqual(first);
  });

  test("a deleted session begins again with its next request", async () => {
    const { ask } = await open();
    await ask("POST", ORDERS, CREATION, inSession("a"));
    expect((await ask("DELETE", "/_sandbox/session", undefined, inSession("a"))).status).toBe(204);
    expect((await ask("GET", ORDER, undefined, inSession("a"))).status).toBe(404);
  });

  test("an item is started and completed, and the order's status follows", async () => {
    const { ask } = await open();
    await ask("POST", ORDERS, CREATION);
    const item = "/_sandbox/service_order_items/74";
    const started = { id: 74, status: "in_progress", order_number: "API_TEST_002", order_status: "in_progress" };
    expect((await ask("POST", `${item}/start`)).body).toEqual(started);
    expect((await ask("POST", `${item}/start`)).status).toBe(409);
    expect((await ask("POST", `${item}/complete`, { completed_by: "Ann" })).body.order_status).toBe("completed");
    expect((await ask("GET", `${ORDERS}?status=completed&order_number=api_test`)).body).toMatchObject({
      total_count: 1,
      service_orders: [
        {
          service_order_items: [
            { completed_at: "2024-01-29T05:33:55-05:00", completed_by: "Ann", status: "completed" },
          ],
        },
      ],
    });
    expect((await ask("POST", "/_sandbox/service_order_items/999/start")).status).toBe(404);
  });

  test("a hold that was lifted until a time is in force again when the clock has advanced to it", async () => {
    const { ask } = await open();
    const unlifted = async () =>
      (await ask("GET", `${HOLDS}.json`)).body.bill_of_lading.unlifted_holds.map((hold: { id: number }) => hold.id);
    await ask("DELETE", `${HOLDS}/36.json`, { hold: { reference_number: "R-1", lift_until: "2024-01-31" } });
    expect(await unlifted()).toEqual([]);
    // The day begins at 05:00 UTC in the organisation's time zone.
    await ask("PUT", "/_sandbox/clock", { now: "2024-01-31T04:59:59Z", frozen: true });
    expect(await unlifted()).toEqual([]);
    expect((await ask("POST", "/_sandbox/clock/advance", { seconds: 1 })).body.now).toBe("2024-01-31T05:00:00.000Z");
    expect(await unlifted()).toEqual([36]);
  });

  test("holds leave a trail that names the reference", async () => {
    const { ask } = await open();
    await ask("DELETE", `${HOLDS}/36.json`, { hold: { reference_number: "R-1" } });
    const { hold_events } = (await ask("GET", "/_sandbox/hold_events?bill_of_lading_number=TSCW12924362")).body;
    expect(hold_events.at(-1)).toMatchObject({ hold_id: 36, event: "lifted", by: "System", reference_number: "R-1" });
  });
});

describe("the request log", () => {
  test("shows what was sent and answered, the newest first, without a secret", async () => {
    const { ask } = await openSandbox();
    await ask("GET", `${ORDERS}?per=0`);
    await ask("GET", "/ws/rest/ServiceOrder");
    await ask("GET", "/nowhere");
    const { requests } = (await ask("GET", "/_sandbox/requests")).body;
    expect(requests).toMatchObject([
      { url: "/nowhere", api: null, operation_id: null, status: 404 },
      { api: "dataloy", operation_id: "listServiceOrders", authorization: "Basic ***", status: 200 },
      {
        url: `${ORDERS}?per=0`,
        authorization: "Token token=***",
        status: 422,
        findings: [{ where: "listServiceOrders query.per" }],
      },
    ]);
    expect(JSON.stringify(requests)).not.toContain("demo");
  });

  test("belongs to its session, and can be emptied", async () => {
    const { ask } = await openSandbox();
    await ask("GET", ORDERS, undefined, inSession("a"));
    expect((await ask("GET", "/_sandbox/requests")).body.requests).toEqual([]);
    expect((await ask("GET", "/_sandbox/requests", undefined, inSession("a"))).body.requests).toHaveLength(1);
    await ask("DELETE", "/_sandbox/requests", undefined, inSession("a"));
    expect((await ask("GET", "/_sandbox/requests", undefined, inSession("a"))).body.requests).toEqual([]);
  });
});

describe("whoever may not use the control API", () => {
  const RESET = "/_sandbox/session/reset";

  test("is a page of another site", async () => {
    const { ask } = await openSandbox();
    expect((await ask("POST", RESET, undefined, { origin: "https://evil.example" })).status).toBe(401);
  });

  test.each(["evil.example:4020", "invalid.invalid", "localhost.evil.example", "127.0.0.1.evil.example"])(
    "is a page of %s, whose name leads here by way of a stranger's name server",
    async (host) => {
      const { sandbox } = await openSandbox();
      const request = new Request(`http://${host}${RESET}`, { method: "POST", headers: { origin: `http://${host}` } });
      expect((await sandbox.fetch(request)).status).toBe(401);
    },
  );

  test.each([[undefined], ["Bearer wrong"], ["Basic a2V5"], ["key"]])(
    "is one who sends %j where a key is asked for",
    async (authorization) => {
      const { ask } = await openSandbox({ controlKey: "key" });
      const { status, headers } = await ask(
        "POST",
        RESET,
        undefined,
        authorization === undefined ? {} : { authorization },
      );
      expect([status, headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="Sandbox"']);
    },
  );

  test("is nobody who has the key", async () => {
    const { ask } = await openSandbox({ controlKey: "key" });
    expect((await ask("POST", RESET, undefined, { authorization: "Bearer key" })).status).toBe(200);
  });
});
