import { expect, test } from "vitest";
import { answering, json, path, rejection } from "./answering.test.fixture.js";
import { createOctopiClient } from "./octopi.js";
import { rawClient } from "./raw.js";

test("a call is a request with the method, the address, the token and the body of its operation", async () => {
  const { octopi, sent } = answering(json({}));
  await octopi.cancelServiceOrder({ path, body: { service_order: { cancellation_reason: "late" } } });
  const [request] = sent as [Request];
  expect(`${request.method} ${request.url}`).toBe("PUT https://octopi.test/api/v1/service_orders/SO%2F1/cancel.json");
  expect(Object.fromEntries(request.headers)).toEqual({
    accept: "application/json",
    authorization: "Token token=secret-key-1",
    "content-type": "application/json",
  });
  expect(await request.json()).toEqual({ service_order: { cancellation_reason: "late" } });
});

test("lifting a hold sends its body although it is a DELETE, and deleting an order sends none", async () => {
  const { octopi, sent } = answering(json({}));
  const hold = { manifest_client_identifier: "M", bill_of_lading_number: "B/1", hold_id: 36 };
  await octopi.liftHold({ path: hold, body: { hold: { reference_number: "R-1" } } });
  await octopi.deleteServiceOrder({ path });
  expect(await sent[0]?.text()).toBe('{"hold":{"reference_number":"R-1"}}');
  expect(sent[1]?.body).toBeNull();
  expect(sent[1]?.headers.has("content-type")).toBe(false);
});

test("filters are sent in the query", async () => {
  const { octopi, sent } = answering(json({ total_count: 0, service_orders: [] }));
  await octopi.listServiceOrders({ query: { status: "partially_completed", order_number: "A&B" } });
  expect(sent[0]?.url).toBe(
    "https://octopi.test/api/v1/service_orders.json?status=partially_completed&order_number=A%26B",
  );
});

test("a call's own headers win", async () => {
  const { octopi, sent } = answering(json({}));
  await octopi.getServiceOrder({ path }, { headers: { Accept: "text/plain", authorization: "Bearer other" } });
  expect(sent[0]?.headers.get("accept")).toBe("text/plain");
  expect(sent[0]?.headers.get("authorization")).toBe("Bearer other");
});

test("a value that would call something else is refused before anything is sent", async () => {
  const { octopi, sent } = answering(json({}));
  const error = await rejection(octopi.getServiceOrder({ path: { order_number: ".." } }));
  expect(String(error)).toContain('getServiceOrder: path.order_number is ".."');
  const raw = rawClient(octopi).GET("/api/v1/service_orders/{order_number}.json", {
    params: { path: { order_number: "." } },
  });
  expect(String(await rejection(raw))).toContain('path.order_number is "."');
  const everything = rawClient(octopi).GET("/api/v1/service_orders.json", {
    params: { query: { order_number: null as never } },
  });
  expect(String(await rejection(everything))).toContain("raw: query.order_number cannot be sent");
  expect(sent).toEqual([]);
});

test("raw is the openapi-fetch client with the same origin and token, which its middleware does not see", async () => {
  const { octopi, sent } = answering(json({ id: 41 }));
  const seen: Request[] = [];
  const raw = rawClient(octopi);
  raw.use({
    onRequest: ({ request }) => void seen.push(request),
    onResponse: ({ request }) => void seen.push(request),
  });
  const { data } = await raw.PUT("/api/v1/service_orders/{order_number}/cancel.json", {
    params: { path },
    body: { service_order: { cancellation_reason: "late" } },
  });
  expect(data).toEqual({ id: 41 });
  expect(sent[0]?.url).toBe("https://octopi.test/api/v1/service_orders/SO%2F1/cancel.json");
  expect(sent[0]?.headers.get("authorization")).toBe("Token token=secret-key-1");
  expect(await sent[0]?.text()).toBe('{"service_order":{"cancellation_reason":"late"}}');
  expect(seen.map((request) => request.headers.has("authorization"))).toEqual([false, false]);
});

test("the vendor's address is the default origin", async () => {
  let url = "";
  const octopi = createOctopiClient({
    token: "k",
    fetch: async (request) => {
      url = request.url;
      return Response.json({});
    },
  });
  await octopi.getServiceOrder({ path });
  expect(url).toBe("https://app.octopi.co/api/v1/service_orders/SO%2F1.json");
});
