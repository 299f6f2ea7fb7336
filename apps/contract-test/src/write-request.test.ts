import { expect, test } from "vitest";
import { openApi } from "./api.js";
import { replayCases } from "./cases/replay-cases.js";
import { findOperation } from "./operation.js";
import { writeRequest } from "./write-request.js";

test.each(["octopi", "dataloy"])("%s: every documented request is written as the client writes it", async (name) => {
  const api = openApi(name);
  const seen: { url: string; body: string }[] = [];
  const fetch = async (request: Request) => {
    seen.push({ url: request.url, body: await request.text() });
    return new Response("{}", { headers: { "content-type": "application/json" } });
  };
  const origin = "http://127.0.0.1:4010";
  const call = api.connect({ origin, credentials: { kind: "token", token: "token" }, fetch, timeoutMs: 1000 });
  for (const operation of api.operations) {
    for (const { values } of replayCases(api.document, operation)) {
      await call(operation.operationId, values, {});
      const { url, body = "" } = writeRequest(operation, values);
      const client = seen.at(-1);
      expect(decode(`${origin}${url}`)).toEqual(decode(client?.url ?? ""));
      expect(body).toBe(client?.body);
    }
  }
});

test("values are escaped, and arrays repeated or joined as the spec says", () => {
  const operation = findOperation(openApi("dataloy").operations, "listServiceOrders");
  expect(writeRequest(operation, { query: { filter: ["a(EQ)1", "b+(EQ)&"], limit: 5 } }).url).toBe(
    "/ws/rest/ServiceOrder?filter=a(EQ)1&filter=b%2B(EQ)%26&limit=5",
  );
  const [filter, ...others] = operation.parameters;
  const joined = { ...operation, parameters: [{ ...filter, source: { explode: false } }, ...others] };
  expect(writeRequest(joined as typeof operation, { query: { filter: ["a", "b"] } }).url).toBe(
    "/ws/rest/ServiceOrder?filter=a%2Cb",
  );
});

test("a path value cannot leave its place", () => {
  const operation = findOperation(openApi("octopi").operations, "getServiceOrder");
  expect(writeRequest(operation, { path: { order_number: "a/../b?c" } }).url).toBe(
    "/api/v1/service_orders/a%2F..%2Fb%3Fc.json",
  );
});

/** Two ways to escape may differ and mean the same. */
function decode(url: string) {
  const { pathname, searchParams } = new URL(url);
  return { pathname, query: [...searchParams] };
}
