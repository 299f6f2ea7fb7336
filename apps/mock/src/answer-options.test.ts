import { expect, test } from "vitest";
import { openMock } from "./testing/open-mock.js";
import { ORDER, ORDERS } from "./testing/samples.js";

const { ask, get, mock } = await openMock();

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
    expect([status, headers.get("access-control-allow-methods"), headers.get("access-control-allow-headers")]).toEqual([
      204,
      "PUT",
      "authorization,prefer",
    ]);
  }
});

test("OPTIONS without a preflight names the methods of a path", async () => {
  const response = await ask("OPTIONS", ORDER);
  expect([response.status, response.headers.get("allow")]).toEqual([204, "GET, HEAD, PUT, DELETE, OPTIONS"]);
  expect((await ask("OPTIONS", "/nowhere")).status).toBe(404);
});
