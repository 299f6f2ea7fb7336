import { expect, test } from "vitest";
import { findingId, operationOf, placeOf } from "./finding-id.js";

const finding = { rule: "wrong-type", where: "listServiceOrders /service_orders/3/status" } as const;

test("an id is the same from run to run, whatever element it was", () => {
  expect(findingId("octopi", finding)).toBe("octopi-29198a47");
  expect(findingId("octopi", { ...finding, where: "listServiceOrders /service_orders/17/status" })).toBe(
    "octopi-29198a47",
  );
});

test("another API, rule, operation or place has another id", () => {
  const others = [
    findingId("octopi", finding),
    findingId("dataloy", finding),
    findingId("octopi", { ...finding, rule: "wrong-value" }),
    findingId("octopi", { ...finding, where: "getServiceOrder /service_orders/3/status" }),
    findingId("octopi", { ...finding, where: "listServiceOrders /service_orders/3" }),
    findingId("octopi", { ...finding, where: "listServiceOrders" }),
    findingId("octopi", { ...finding, where: "listServiceOrders 404" }),
    findingId("octopi", { ...finding, where: "listServiceOrders 500" }),
  ];
  expect(new Set(others.map((id) => id.slice(-8))).size).toBe(others.length);
});

test.each([
  ["listThings /0/1/a1/2", "listThings /#/#/a1/#"],
  ["getThing 404", "getThing 404"],
  ["getThing query.page", "getThing query.page"],
  ["GET /api/v1/things/12", "GET /api/v1/things/#"],
  ["getThing /\u001b/\u0000/7\ud800/1 MB", "getThing /\u001b/\u0000/7\ud800/1 MB"],
])("the place of %j is %j", (where, place) => {
  expect(placeOf(where)).toBe(place);
});

test("the operation is what it begins with; a method is none", () => {
  expect(["getThing", "getThing /a", "GET /things", "PROPFIND /getThing", "/a", ""].map(operationOf)).toEqual([
    "getThing",
    "getThing",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
