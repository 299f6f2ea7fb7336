import { expect, test } from "vitest";
import { pathPattern, readPath } from "./path-pattern.js";

const ORDER = "/api/v1/service_orders/{order_number}.json";
const HOLD = "/m/{manifest}/b/{bill}/holds/{hold_id}.json";

function read(path: string, url: string): Record<string, string> | undefined {
  const pattern = pathPattern(path);
  return pattern.test(url) ? { ...readPath(path, pattern, new URL(url)) } : undefined;
}

test.each([
  ["SO-1", "SO-1"],
  ["SO%2F1", "SO/1"],
  ["SO%252F1", "SO%2F1"],
  ["a.json", "a.json"],
  ["%C3%BC%20%3F%23", "ü ?#"],
  [":id(1)*", ":id(1)*"],
  ["cancel", "cancel"],
])("the value of %s.json is %s", (sent, value) => {
  expect(read(ORDER, `https://x.test/api/v1/service_orders/${sent}.json`)).toEqual({ order_number: value });
});

test.each([
  "https://x.test/api/v1/service_orders/.json",
  "https://x.test/api/v1/service_orders/1",
  "https://x.test/api/v1/service_orders/1Xjson",
  "https://x.test/api/v1/service_orders/1.json/",
  "https://x.test/api/v1/service_orders/1/cancel.json",
  "https://x.test/proxy/api/v1/service_orders/1.json",
])("%s is not an order", (url) => {
  expect(read(ORDER, url)).toBeUndefined();
});

test("several values are told apart", () => {
  expect(read(HOLD, "http://127.0.0.1:1/m/M%2F1/b/B:(2)/holds/36.json")).toEqual({
    manifest: "M/1",
    bill: "B:(2)",
    hold_id: "36",
  });
});

test("the query is not looked at", () => {
  const url = new URL("https://x.test/api/v1/service_orders/1.json?a=/2.json");
  expect({ ...readPath(ORDER, pathPattern(ORDER), url) }).toEqual({ order_number: "1" });
});

test("broken percent-encoding is reported", () => {
  expect(() => read(ORDER, "https://x.test/api/v1/service_orders/%E0%A4%A.json")).toThrow(
    "path.order_number is %E0%A4%A,",
  );
});

test.each(["", "app.octopi.co", "https://app.octopi.co/api", "https://user@app.octopi.co", "*.octopi.co"])(
  "%j is no origin",
  (origin) => {
    expect(() => pathPattern(ORDER, origin)).toThrow(TypeError);
  },
);
