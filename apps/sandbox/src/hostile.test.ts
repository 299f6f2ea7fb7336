import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningSandbox, startSandbox } from "./start-sandbox.js";
import { makePostgres, type TestDatabase } from "./testing/databases.js";

// On PostgreSQL, which takes less than SQLite does: no NUL, no number beyond its type, no broken text.

const OCTOPI = { authorization: "Token token=demo", "content-type": "application/json" };
const DATALOY = { authorization: `Basic ${btoa("demo:demo")}`, "content-type": "application/json" };
const ORDERS = "/api/v1/service_orders.json";
const ACCOUNTS = "/ws/rest/ServiceOrder";

let database: TestDatabase;
let running: RunningSandbox;
const faults: unknown[] = [];
beforeAll(async () => {
  database = await makePostgres();
  running = await startSandbox({
    port: 0,
    database: database.url,
    requestTimeoutMs: 1500,
    onFault: (fault) => faults.push(fault),
  });
});
afterAll(async () => {
  await running.close();
  await database.remove();
  expect(faults).toEqual([]);
});

async function send(method: string, path: string, headers: Record<string, string>, body?: string) {
  const response = await fetch(
    running.origin + path,
    body === undefined ? { method, headers } : { method, headers, body },
  );
  const text = await response.text();
  expect(text).not.toMatch(/\bat .*\.[jt]s\b|select |insert |sqlite|postgres|syntax|relation "/i);
  return { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
}

function order(changes: object): string {
  const plain = { order_number: "H", cargo_type: "container", container_ids: [4337700], service_ids: [721] };
  return JSON.stringify({ service_order: { ...plain, ...changes } });
}

describe("Octopi", () => {
  test.each([
    ["malformed JSON", "{", 422, /is not JSON/],
    ["nothing", "", 422, /missing/],
    ["null", "null", 422, /object/],
    ["a list", "[]", 422, /object/],
    ["a number for a text", order({ order_number: 5 }), 422, /order_number/],
    ["a text for a list", order({ container_ids: "all" }), 422, /container_ids/],
    ["an unknown field", order({ admin: true }), 422, /admin/],
    ["a prototype", '{"service_order":{"__proto__":{"x":1}}}', 422, /./],
    ["an unknown container", order({ container_ids: [1] }), 404, /no container or piece of cargo 1/],
    ["a container of another organisation", order({ container_ids: [5001] }), 404, /5001/],
    ["cargo of another kind", order({ container_ids: [3190442] }), 422, /breakbulk/],
    ["an unknown service", order({ service_ids: [999] }), 422, /no service 999/],
    ["an unknown word for a service", order({ service_ids: ["painting"] }), 422, /no service "painting"/],
    ["a negative id", order({ container_ids: [-1] }), 404, /-1/],
    ["an id beyond 64 bits", order({ container_ids: [1e30] }), 422, /too large/],
    ["a number beyond all", order({ container_ids: [1] }).replace("[1]", "[1e999]"), 422, /./],
    ["a NUL", order({ order_number: "A\0B" }), 422, /NUL/],
    ["half of a character", order({ comment: "x" }).replace('"x"', '"\\ud800"'), 422, /surrogate/],
    ["a time that cannot be", order({ due_at: "2024-02-32T00:00:00Z" }), 422, /due_at/],
    ["a time before all", order({ due_at: "0000-01-01T00:00:00Z" }), 422, /out of range/],
    [
      "too many pairs",
      order({ container_ids: Array.from({ length: 900 }, (_, id) => id), service_ids: [721, 722] }),
      422,
      /1000/,
    ],
    ["ten thousand ids", order({ container_ids: Array.from({ length: 10_000 }, (_, id) => id) }), 422, /1000/],
  ])("refuses %s", async (_, body, status, sentence) => {
    const answered = await send("POST", ORDERS, OCTOPI, body);
    expect(answered).toEqual({ status, body: { error: expect.stringMatching(sentence) } });
  });

  test.each([
    ["/api/v1/service_orders/%00.json", 400],
    ["/api/v1/service_orders/%E0%A4%A.json", 400],
    ["/api/v1/service_orders/%2e%2e.json", 404],
    ["/api/v1/service_orders/..%2f..%2fetc.json", 404],
    ["/api/v1/service_orders/'%20or%201=1--.json", 404],
    ["/api/v1/service_orders/99999999999999999999.json", 404],
    [`${ORDERS}?order_number=%25`, 200],
    [`${ORDERS}?order_number='`, 200],
    [`${ORDERS}?page=1e9`, 422],
    [`${ORDERS}?page=99999999999999999999`, 422],
    [`${ORDERS}?page=9007199254740991&per=100`, 200],
    [`${ORDERS}?container_id=99999999999999999999`, 422],
    [`${ORDERS}?nonsense=1`, 422],
    ["/api/v1/truck_visits/99999999999999999999/interchanges.json", 422],
    ["/api/v1/bill_of_ladings/-1/line_items.json", 404],
    ["/api/v1/nothing.json", 404],
  ])("answers %s with %i", async (path, status) => {
    expect((await send("GET", path, OCTOPI)).status).toBe(status);
  });

  test("a search for % or _ finds only what holds them", async () => {
    const { body } = await send("GET", `${ORDERS}?order_number=${encodeURIComponent("R_N")}`, OCTOPI);
    expect(body).toMatchObject({ total_count: 1, service_orders: [{ order_number: "ORDER_NUMBER" }] });
  });

  test.each([
    [""],
    ["demo"],
    ["Token demo"],
    ["Token token=nobody"],
    ["Bearer demo"],
    ["Token token=demo, x=1"],
    [`Token token=${"x".repeat(5000)}`],
  ])("says 401 to %j", async (authorization) => {
    const answered = await send("GET", ORDERS, authorization === "" ? {} : { authorization });
    expect(answered).toEqual({ status: 401, body: { error: expect.stringMatching(/^HTTP Token: Access denied\./) } });
  });
});

describe("Dataloy", () => {
  const account = (changes: object) =>
    JSON.stringify({
      portCall: 36344213,
      serviceOrderLines: [],
      currency: "USD",
      status: "EST",
      amountAdvancedCurrency: "USD",
      ...changes,
    });

  test.each([
    ["malformed JSON", "{"],
    ["a missing field", "{}"],
    ["an unknown currency", account({ currency: "USX" })],
    ["a status of another class", account({ status: "OPR" })],
    ["a port call of another tenant", account({ portCall: 136344213 })],
    ["a NUL", account({ externalReferenceNo: "a\0" })],
    ["too long a text", account({ externalReferenceNo: "x".repeat(65) })],
    ["a number beyond all", account({ exchangeRate: 5 }).replace(":5", ":1e999")],
    ["a key beyond 64 bits", account({ portCall: 1e25 })],
  ])("refuses %s with its seven fields", async (_, body) => {
    const answered = await send("POST", ACCOUNTS, DATALOY, body);
    expect(answered).toMatchObject({
      status: 400,
      body: { statusCode: 400, statusFamily: "CLIENT_ERROR", method: "POST" },
    });
    expect(Object.keys(answered.body as object)).toHaveLength(7);
  });

  test.each([
    ["filter=nonsense(EQ)1"],
    ["filter=orderDate(XX)1"],
    ["filter=orderDate"],
    ["filter=key(EQ)99999999999999999999"],
    ["filter=exchangeRate(GT)1e999"],
    ["filter=self(EQ)x"],
    ["filter=(OR)"],
    ["filter=key(EQ)1&filter=(OR)"],
    ["filter=orderDate(GT)'; drop table copies --"],
    ["sort=nonsense(AS)"],
    ["pageNumber=0"],
    [`${"filter=key(EQ)1&".repeat(60)}x`],
  ])("refuses %s", async (query) => {
    expect((await send("GET", `${ACCOUNTS}?${encodeURI(query)}`, DATALOY)).status).toBe(400);
  });

  test.each([["{"], ['{"a":{}'], ['{"status":5}'], [`${'{"status":'.repeat(50)}"*"${"}".repeat(50)}`]])(
    "refuses fields %s",
    async (fields) => {
      expect((await send("GET", ACCOUNTS, { ...DATALOY, fields })).status).toBe(400);
    },
  );
});

describe("over the wire", () => {
  test("a body of more than 256 KiB is refused, and the next request is answered", async () => {
    const big = order({ comment: "x".repeat(300_000) });
    expect((await send("POST", ORDERS, OCTOPI, big)).status).toBe(413);
    expect((await send("GET", ORDERS, OCTOPI)).status).toBe(200);
  });

  test("a body of another type is refused", async () => {
    expect((await send("POST", ORDERS, { ...OCTOPI, "content-type": "text/plain" }, order({}))).status).toBe(415);
  });

  test("a body that never ends is refused in time", async () => {
    const { port } = new URL(running.origin);
    const head = `POST ${ORDERS} HTTP/1.1\r\nHost: x\r\nAuthorization: Token token=demo\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`;
    const received = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), "127.0.0.1", () => socket.write(head));
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.once("close", () => resolve(text));
      socket.once("error", reject);
    });
    expect(received).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("a method that a path does not have is refused with those it has", async () => {
    const response = await fetch(running.origin + ORDERS, { method: "PATCH", headers: OCTOPI });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
  });

  test("scripts of other origins may call the vendors' APIs, and not the control API", async () => {
    const headers = { "access-control-request-method": "POST", origin: "https://app.example" };
    const preflight = async (path: string) =>
      (await fetch(running.origin + path, { method: "OPTIONS", headers })).headers.get("access-control-allow-origin");
    expect(await preflight(ORDERS)).toBe("*");
    expect(await preflight("/_sandbox/session/reset")).toBeNull();
  });

  test("a session's name that is none is refused", async () => {
    for (const name of ["a b", "../x", "x".repeat(65), ""])
      expect((await send("GET", ORDERS, { ...OCTOPI, "x-sandbox-session": name })).status, JSON.stringify(name)).toBe(
        400,
      );
  });
});
