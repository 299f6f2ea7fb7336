import { describe, expect, test } from "vitest";
import { check, exchange, JSON_TYPE, judged, octopi } from "../testing/recorded.js";
import { checkRecorded, checkTraffic } from "./check-traffic.js";

describe("a result", () => {
  test("names the entry, its method and its status, and holds the exchange", () => {
    expect(check({ path: "/api/v1/service_orders.json?page=2&per=25", body: "{}", status: 404 })).toMatchObject({
      kind: "request",
      operationId: "listServiceOrders",
      name: "#17 GET 404",
      status: 404,
      durationMs: 5,
      asked: undefined,
      known: [],
      exchanges: [
        {
          operationId: "listServiceOrders",
          values: { query: { page: 2, per: 25 } },
          request: {
            method: "GET",
            url: "https://tos.example/api/v1/service_orders.json?page=2&per=25",
            body: undefined,
          },
          answer: { status: 404, headers: { "content-type": "application/json" }, body: "{}" },
        },
      ],
    });
  });

  test("has no arguments where no client would send the request", () => {
    expect(check({ path: "/api/v1/service_orders.json?per=lots", status: 422 }).exchanges[0]?.values).toBeUndefined();
  });

  test("holds no credentials", () => {
    const sentHeaders = [
      ...JSON_TYPE,
      { name: "Authorization", value: "Token token=k3y-of-mine" },
      { name: "Cookie", value: "sid=0123456789abcdef" },
      { name: "X-Api-Key", value: "another-key" },
    ];
    const headers = [
      ...JSON_TYPE,
      { name: "Set-Cookie", value: "sid=0123456789abcdef" },
      { name: "X-Echo", value: "k3y-of-mine" },
    ];
    const sent = '{"service_order":{"order_number":"SO1","comment":"hunter22"}}';
    const path = "/api/v1/service_orders/k3y-of-mine.json";
    const given = {
      method: "PUT",
      path,
      sent,
      sentHeaders,
      headers,
      body: '{"status":"k3y-of-mine","note":"0123456789abcdef"}',
    };
    const result = check(given, "fail", ["hunter22"]);
    expect(JSON.stringify(result)).not.toMatch(
      /k3y-of-mine|hunter22|0123456789abcdef|another-key|authorization|cookie/i,
    );
    expect(result.exchanges[0]?.answer?.headers).toMatchObject({ "x-echo": "[secret]" });
    const body = { service_order: { order_number: "SO1", comment: "[secret]" } };
    expect(result.exchanges[0]?.values).toEqual({ path: { order_number: "[secret]" }, body });
  });

  test("joins repeated headers, cuts long bodies, and prints no control characters of a method", () => {
    const headers = [...JSON_TYPE, { name: "X-A", value: "1" }, { name: "x-a", value: "2" }];
    const { name, exchanges } = check({ method: "G\u001b[2J", headers, body: "x".repeat(30_000), status: 405 });
    expect(name).toBe("#17 G??2J 405");
    expect(exchanges[0]?.answer?.headers["x-a"]).toBe("1, 2");
    expect(exchanges[0]?.answer?.body).toBe(`${"x".repeat(20_000)}…`);
  });
});

describe("what is ignored", () => {
  test.each([
    ["another path", { path: "/assets/app.js" }],
    ["a path near one of the API", { path: "/api/v1/service_orders" }],
    ["another API", { path: "/ws/rest/ServiceOrder" }],
    ["what is no HTTP", { origin: "", path: "data:application/json,[]" }],
    ["a browser's question before a request", { method: "OPTIONS", status: 204 }],
    ["a HEAD", { method: "HEAD" }],
  ])("is %s", (_, given) => {
    expect(checkRecorded(octopi, exchange(given), { inferred: "fail", secrets: [] })).toBeUndefined();
  });

  test("is what has no result", () => {
    const traffic = [exchange(), exchange({ path: "/assets/app.js" }), exchange({ status: 404 })];
    expect(checkTraffic(octopi, traffic, { inferred: "fail", secrets: [] })).toHaveLength(2);
  });

  test("is not the origin, nor what follows a fragment, nor the spelling of a path", () => {
    for (const origin of ["http://127.0.0.1:1", "https://u:p@elsewhere.example", ""])
      expect(judged({ origin })).toEqual(["passed"]);
    expect(judged({ path: "/api/v1/%6danifests/m/bill_of_ladings/b%2Fb/holds.json?#x" })).toEqual(["passed"]);
  });
});
