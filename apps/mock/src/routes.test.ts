import { expect, test } from "vitest";
import { openMock } from "./testing/open-mock.js";
import { ORDERS } from "./testing/samples.js";

const { ask, get } = await openMock();

test("an unknown path is refused with the ones near it", async () => {
  const response = await get("/api/v1/service_orders");
  expect([response.status, await response.json()]).toEqual([404, { error: expect.stringContaining(`GET ${ORDERS}`) }]);
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
