import { beforeAll, describe, expect, test } from "vitest";
import { createMock, type Mock } from "./create-mock.js";
import { octopi } from "./octopi.js";
import type { Operation } from "./prism-engine.js";
import { everyOperation, exampleAnswers, exampleBodies, sampleRequest } from "./testing/samples.js";

const operations = await everyOperation();
const withBody = operations.filter(([, , operation]) => exampleBodies(operation).length > 0);
const ORDERS = "/api/v1/service_orders.json";
const ORDER = "/api/v1/service_orders/SO%2F1.json";
const faults: unknown[] = [];

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ clock: () => new Date("2026-01-02T03:04:05Z"), onFault: (fault) => faults.push(fault) });
});

function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
  const authorization = path.startsWith("/ws/") ? "Bearer key" : "Token token=key";
  const init = { method, headers: { authorization, ...headers } };
  return mock(new Request(`http://mock.test${path}`, body === undefined ? init : { ...init, body }));
}

const get = (path: string, headers?: Record<string, string>) => ask("GET", path, headers);
const JSON_BODY = { "content-type": "application/json" };

describe("answers", () => {
  test.each(operations)("%s %s answers a valid request with its first example", async (api, _, operation) => {
    const response = await mock(sampleRequest(api, operation));
    expect(response.status, await response.clone().text()).toBe(200);
    expect(await response.json()).toEqual(exampleAnswers(operation, "200")[0]?.value);
  });

  test.each(operations)("%s %s gives every documented status on request", async (api, _, operation) => {
    for (const { code } of operation.responses) {
      const response = await mock(sampleRequest(api, operation, { headers: { prefer: `code=${code}` } }));
      expect(response.status).toBe(Number(code));
    }
  });

  test.each(operations)("%s %s gives every named example on request", async (api, _, operation) => {
    for (const { code } of operation.responses) {
      for (const { mediaType, key, value } of exampleAnswers(operation, code)) {
        const prefer = `code=${code}, example="${key}"`;
        const response = await mock(sampleRequest(api, operation, { headers: { prefer, accept: mediaType } }));
        const text = await response.text();
        expect(mediaType === "application/json" ? JSON.parse(text) : text).toEqual(value);
      }
    }
  });

  test("an example's name alone finds the answer that has it", async () => {
    const response = await get(ORDER, { prefer: "example=not-found" });
    expect([response.status, await response.json()]).toEqual([404, { error: expect.any(String) }]);
  });

  test("an unknown status is refused with the list of known ones", async () => {
    const response = await get(ORDER, { prefer: "code=418" });
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: "Prefer has code=418. getServiceOrder answers with 200, 401, 404, 422, 500." },
    ]);
  });

  test("an unknown example is refused with the list of known ones", async () => {
    const response = await get(ORDER, { prefer: "code=404, example=nope" });
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: "Prefer has example=nope. getServiceOrder has not-found." },
    ]);
  });

  test("HEAD answers like GET, without the body", async () => {
    const response = await ask("HEAD", ORDERS);
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      200,
      "application/json",
      "",
    ]);
  });

  test("a status without a body has neither body nor content type", async () => {
    const response = await ask("DELETE", "/api/v1/bill_of_ladings/1/line_items/2.json", { prefer: "code=204" });
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([204, null, ""]);
  });

  test("an Accept that allows no documented type is refused with the types there are", async () => {
    const response = await get(ORDERS, { accept: "text/csv" });
    expect([response.status, await response.json()]).toEqual([
      406,
      { error: "Accept leaves nothing: the answer 200 comes as application/json." },
    ]);
  });

  test("a body on a GET is ignored: the vendor's own examples send one", async () => {
    // A Request cannot carry it; sockets.test.ts does.
    expect((await ask("GET", "/api/v1/truck_visits/1/interchanges.json", JSON_BODY)).status).toBe(200);
  });
});

describe("dynamic answers", () => {
  test.each(operations)("%s %s invents valid answers, again and again", async (api, _, operation) => {
    const bodies = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const response = await mock(sampleRequest(api, operation, { headers: { prefer: "dynamic=true" } }));
        expect(response.status).toBe(200);
        return response.text();
      }),
    );
    // An answer whose schema leaves no choice is the same each time.
    if (/\d/.test(bodies[0] ?? "")) expect(new Set(bodies).size).toBeGreaterThan(1);
  });

  test("they have no other keys than the documented ones", async () => {
    const documented = await keysOf(get(ORDER));
    for (let round = 0; round < 20; round += 1) {
      expect(documented).toEqual(expect.arrayContaining(await keysOf(get(ORDER, { prefer: "dynamic" }))));
    }
  });
});

describe("credentials", () => {
  test.each([["Token token=key"], ['Token token="key"']])("Octopi takes %s", async (authorization) => {
    expect((await get(ORDERS, { authorization })).status).toBe(200);
  });

  test.each([
    [""],
    ["key"],
    ["Token key"],
    ["Token token="],
    ["Token token=a b"],
    ["token token=key"],
    ["Bearer key"],
    ["Token token=a, Token token=b"],
    ['Token token="a'],
  ])("Octopi refuses %j with its documented 401", async (authorization) => {
    const response = await get(ORDERS, { authorization });
    expect([response.status, await response.json()]).toEqual([
      401,
      { error: expect.stringContaining("Token token=<key>") },
    ]);
    expect(response.headers.get("www-authenticate")).toBe('Token realm="Application"');
  });

  test.each(operations)("%s %s asks for credentials before anything else", async (api, _, operation) => {
    const request = sampleRequest(api, operation, { headers: { authorization: "nobody", prefer: "code=200" } });
    const response = await mock(request);
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(api === "Octopi" ? /^Token / : /^Bearer .*Basic /);
  });

  test("a 401 in plain text is the documented one", async () => {
    const response = await get(ORDERS, { authorization: "x", accept: "text/plain" });
    expect([response.headers.get("content-type"), await response.text()]).toEqual([
      "text/plain",
      "HTTP Token: Access denied.\n",
    ]);
  });

  test("no answer repeats a token", async () => {
    const answers = [get(ORDERS, { authorization: "Basic hush" }), get("/nowhere", { authorization: "Basic hush" })];
    for (const answer of answers) expect(await (await answer).text()).not.toContain("hush");
  });
});

describe("invalid requests", () => {
  test.each(withBody)("%s %s takes each of its own examples", async (api, _, operation) => {
    for (const [name, body] of exampleBodies(operation)) {
      const response = await mock(sampleRequest(api, operation, { body }));
      expect([name, response.status]).toEqual([name, 200]);
    }
  });

  test.each(withBody)("%s %s refuses a body that is no object", async (api, _, operation) => {
    await expectRefused(api, operation, []);
    await expectRefused(api, operation, "text");
    await expectRefused(api, operation, undefined);
  });

  test.each(withBody)("%s %s refuses a field that it does not know", async (api, _, operation) => {
    await expectRefused(api, operation, { ...objectOf(exampleBodies(operation)[0]?.[1]), quayside_unknown: 1 });
  });

  test.each(withBody)("%s %s refuses a known field of the wrong type", async (api, _, operation) => {
    for (const [, body] of exampleBodies(operation)) {
      const [name] = Object.keys(objectOf(body));
      await expectRefused(api, operation, { ...objectOf(body), [name ?? ""]: [[]] });
    }
  });

  test.each([
    [
      "createServiceOrder",
      { service_order: { order_number: "A", cargo_type: "liquid", container_ids: [1], service_ids: [1] } },
      /cargo_type.*container, vehicle, breakbulk/,
    ],
    [
      "createServiceOrder",
      { service_order: { cargo_type: "container", container_ids: [1], service_ids: [1] } },
      /order_number/,
    ],
    [
      "createServiceOrder",
      {
        service_order: { order_number: "A", cargo_type: "container", container_ids: [1], service_ids: [1], colour: 1 },
      },
      /colour/,
    ],
    ["updateServiceOrder", { service_order: { comment: "A" } }, /order_number/],
    ["cancelServiceOrder", { service_order: {} }, /cancellation_reason/],
    ["createInterchange", { purpose: "walk" }, /purpose.*drop_off_container/],
    ["createInterchange", {}, /purpose/],
    ["updateInterchange", { purpose: "drop_off_genset" }, /purpose/],
    ["createLineItem", { line_item: {} }, /container_id/],
    ["updateLineItem", { line_item: { container_weight_unit: "stone" } }, /container_weight_unit.*kg/],
    ["liftHold", { hold: {} }, /reference_number/],
    ["liftHold", { hold: { reference_number: "A", lift_until: "soon" } }, /lift_until/],
  ])("Octopi's %s refuses %j and names the rule", async (id, body, rule) => {
    const [, , operation] = operations.find(([api, iid]) => api === "Octopi" && iid === id) ?? [];
    if (operation === undefined) throw new Error(`${id} is not in the spec`);
    const response = await mock(sampleRequest("Octopi", operation, { body }));
    expect(await response.json()).toEqual({ error: expect.stringMatching(rule) });
  });

  test("without its dialect a document would let an unknown field pass: that line must stay", async () => {
    const document = { ...octopi().document, jsonSchemaDialect: "https://spec.openapis.org/oas/3.1/dialect/base" };
    const lax = await createMock({ apis: [{ ...octopi(), document }] });
    const [api, , operation] = withBody.find(([, id]) => id === "createInterchange") ?? [];
    if (api === undefined || operation === undefined) throw new Error("createInterchange is not in the spec");
    expect((await lax(sampleRequest(api, operation, { body: { purpose: "walk" } }))).status).toBe(200);
  });

  test("sl-violations carries each violation, in ASCII", async () => {
    const response = await ask("POST", ORDERS, JSON_BODY, '{"service_order":{"é":1}}');
    const violations: unknown = JSON.parse(response.headers.get("sl-violations") ?? "");
    expect(violations).toEqual(
      expect.arrayContaining([
        {
          location: ["request", "body", "service_order"],
          severity: "Error",
          code: "required",
          message: expect.stringContaining("order_number"),
        },
      ]),
    );
    expect(response.headers.get("sl-violations")).toMatch(/^[\x20-\x7e]+$/);
  });

  test("a flood of violations stays a short answer", async () => {
    const body = JSON.stringify({
      service_order: Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`field${n}`, n])),
    });
    const response = await ask("POST", ORDERS, JSON_BODY, body);
    expect(response.status).toBe(422);
    expect((await response.text()).length).toBeLessThan(4000);
    expect(response.headers.get("sl-violations")?.length).toBeLessThanOrEqual(4096);
  });

  test("a very long unknown name stays a short answer", async () => {
    const response = await ask(
      "POST",
      ORDERS,
      JSON_BODY,
      JSON.stringify({ service_order: {}, ["x".repeat(500_000)]: { y: 1 } }),
    );
    expect([response.status, (await response.text()).length < 4000]).toEqual([422, true]);
  });

  test.each([
    ["POST", "", '{"service_order":{}}', 415, /application\/json: Content-Type is missing/],
    ["POST", "text/plain", '{"service_order":{}}', 415, /Content-Type is text\/plain/],
    ["POST", "application/json, text/plain", "{}", 415, /Content-Type is missing/],
    ["POST", "application/json", '{"service_order":', 422, /cannot be read: .*JSON/],
    ["POST", "application/json", "[".repeat(20_000), 422, /nested deeper than 100 levels/],
    [
      "POST",
      "application/json",
      `${'{"a":'.repeat(150_000)}1${"}".repeat(150_000)}`,
      422,
      /nested deeper than 100 levels/,
    ],
    ["POST", "application/json; charset=utf-8", '{"a":"\\"[[["}', 422, /service_order/],
  ])("%s with %j and a body such as %.20j is refused", async (method, type, body, status, message) => {
    const request = new Request(`http://mock.test${ORDERS}`, {
      method,
      headers: { authorization: "Token token=key" },
      body,
    });
    request.headers.delete("content-type");
    if (type !== "") request.headers.set("content-type", type);
    const response = await mock(request);
    expect([response.status, await response.json()]).toEqual([status, { error: expect.stringMatching(message) }]);
  });

  test("a body that is not UTF-8 is refused", async () => {
    const headers = { authorization: "Token token=key", ...JSON_BODY };
    const response = await mock(
      new Request(`http://mock.test${ORDERS}`, { method: "POST", headers, body: Uint8Array.of(0x22, 0xff, 0x22) }),
    );
    expect([response.status, await response.json()]).toEqual([
      422,
      { error: "The body cannot be read: it is not UTF-8." },
    ]);
  });

  test("a body where none is documented is refused", async () => {
    const response = await ask("DELETE", ORDER, JSON_BODY, "{}");
    expect([response.status, await response.json()]).toEqual([422, { error: "deleteServiceOrder takes no body." }]);
  });

  test.each([
    ["/api/v1/truck_visits/abc/interchanges.json", 422],
    ["/api/v1/bill_of_ladings/1.5/line_items.json", 400],
    [`${ORDERS}?per=many`, 422],
    [`${ORDERS}?status=lost`, 422],
  ])("%s is refused with the status that the operation documents", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe("paths and methods", () => {
  test("an unknown path is refused with the ones near it", async () => {
    const response = await get("/api/v1/service_orders");
    expect([response.status, await response.json()]).toEqual([
      404,
      { error: expect.stringContaining(`GET ${ORDERS}`) },
    ]);
  });

  test.each([
    ["/api/v1/service_orders/.json"],
    ["/api/v1/service_orders/SO1.jsonx"],
    ["/api/v1/service_orders/a/b.json"],
    [`/${ORDERS}`],
    [`${ORDERS}/`],
    ["/"],
  ])("%s is no path of the mock", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test("an unknown method is refused with the known ones", async () => {
    const response = await ask("PATCH", ORDERS);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
    expect(await response.json()).toEqual({ error: expect.stringContaining("use GET, HEAD, POST or OPTIONS") });
  });

  test.each([["%"], ["%E0%A4%A"], ["%ff"], ["%00"]])("an order number %s is refused", async (number) => {
    expect((await get(`/api/v1/service_orders/${number}.json`)).status).toBe(400);
  });

  test("a malformed escape in the query is refused", async () => {
    expect((await get(`${ORDERS}?order_number=%zz`)).status).toBe(400);
  });

  test("every character but a NUL may stand in an order number", async () => {
    for (let code = 1; code < 0x180; code += 1) {
      const number = encodeURIComponent(String.fromCharCode(code));
      expect([number, (await get(`/api/v1/service_orders/x${number}y.json`)).status]).toEqual([number, 200]);
    }
  });
});

describe("browsers", () => {
  test("every answer and all its headers may be read by scripts", async () => {
    for (const path of [ORDERS, "/nowhere"]) {
      const { headers } = await get(path);
      expect([headers.get("access-control-allow-origin"), headers.get("access-control-expose-headers")]).toEqual([
        "*",
        "*",
      ]);
    }
  });

  test("a preflight passes, also where the request itself will be refused", async () => {
    const asked = { "access-control-request-method": "PUT", "access-control-request-headers": "authorization,prefer" };
    for (const path of [ORDER, "/nowhere"]) {
      const { status, headers } = await mock(
        new Request(`http://mock.test${path}`, { method: "OPTIONS", headers: asked }),
      );
      expect([
        status,
        headers.get("access-control-allow-methods"),
        headers.get("access-control-allow-headers"),
      ]).toEqual([204, "PUT", "authorization,prefer"]);
    }
  });

  test("OPTIONS without a preflight names the methods of a path", async () => {
    const response = await ask("OPTIONS", ORDER);
    expect([response.status, response.headers.get("allow")]).toEqual([204, "GET, HEAD, PUT, DELETE, OPTIONS"]);
    expect((await ask("OPTIONS", "/nowhere")).status).toBe(404);
  });
});

test("nothing of all this was a fault of the mock", () => {
  expect(faults).toEqual([]);
});

async function keysOf(response: Promise<Response>): Promise<string[]> {
  return Object.keys(objectOf(await (await response).json()));
}

function objectOf(value: unknown): Record<string, unknown> {
  return { ...(typeof value === "object" ? value : {}) };
}

async function expectRefused(api: string, operation: Operation, body: unknown): Promise<void> {
  const response = await mock(sampleRequest(api, operation, { body }));
  expect([400, 422]).toContain(response.status);
  expect(operation.responses.map(({ code }) => Number(code))).toContain(response.status);
  expect(response.headers.get("content-type")).toBe("application/json");
}
