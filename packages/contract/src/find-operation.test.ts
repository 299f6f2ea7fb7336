import fc from "fast-check";
import { expect, test } from "vitest";
import { allowedMethods, findOperation } from "./find-operation.js";
import { openContract } from "./open-contract.js";

const operation = (operationId: string) => ({ operationId, responses: {} });
const contract = openContract({
  openapi: "3.1.1",
  paths: {
    "/orders/{order_number}.json": { get: operation("getOrder"), put: operation("updateOrder") },
    "/orders/{order_number}/cancel.json": { put: operation("cancelOrder") },
    "/orders/mine.json": { get: operation("getMine") },
    "/orders.json": { get: operation("listOrders") },
    "/parts/{key}": { get: operation("getPart") },
    "/parts/{key}/{__proto__}": { get: operation("getOdd") },
    "/ranges/{from}..{to}.csv": { get: operation("getRange") },
    "/{anything}/{key}": { get: operation("getAnything") },
  },
});

const found = (method: string, path: string) => {
  const match = findOperation(contract, method, path);
  return match && [match.operation.operationId, { ...match.pathParameters }];
};

test.each([
  ["GET", "/orders/SO1.json", ["getOrder", { order_number: "SO1" }]],
  ["get", "/orders/SO1.json", ["getOrder", { order_number: "SO1" }]],
  ["PUT", "/orders/SO1/cancel.json", ["cancelOrder", { order_number: "SO1" }]],
  ["GET", "/orders/a.json.json", ["getOrder", { order_number: "a.json" }]],
  ["GET", "/orders/SO%2F1%2023.json", ["getOrder", { order_number: "SO/1 23" }]],
  ["GET", "/orders/%2e%2e.json", ["getOrder", { order_number: ".." }]],
  ["GET", "/orders/a%252Fb.json", ["getOrder", { order_number: "a%2Fb" }]],
  ["GET", "/order%73/a%2Ejson", ["getOrder", { order_number: "a" }]],
  ["GET", "/orders/a+b.json", ["getOrder", { order_number: "a+b" }]],
  ["GET", "/ranges/1..9.csv", ["getRange", { from: "1", to: "9" }]],
  ["GET", "/ranges/a.b..c..d.csv", ["getRange", { from: "a.b", to: "c..d" }]],
])("%s %s calls an operation", (method, path, expected) => {
  expect(found(method, path)).toEqual(expected);
});

test.each([
  ["an unknown path", "/nowhere"],
  ["a trailing slash", "/orders/SO1.json/"],
  ["a doubled slash", "//orders/SO1.json"],
  ["an empty parameter", "/orders//cancel.json"],
  ["an empty segment", "/parts/"],
  ["a dot segment", "/parts/.."],
  ["an encoded dot segment", "/parts/%2E%2e"],
  ["another suffix", "/orders/SO1/x.xml"],
  ["no slash at the start", "parts/1"],
  ["nothing", ""],
  ["a name of Object.prototype", "/constructor"],
])("%s is no path of the spec", (_what, path) => {
  expect(findOperation(contract, "GET", path)).toBeUndefined();
  expect(allowedMethods(contract, path)).toEqual([]);
});

test("text beats a parameter, and a parameter with text around it beats one alone", () => {
  expect(found("GET", "/orders/mine.json")?.[0]).toBe("getMine");
  expect(found("GET", "/orders/yours.json")?.[0]).toBe("getOrder");
  expect(found("GET", "/orders/yours")?.[0]).toBe("getAnything");
});

test("an unknown method on a known path is told apart by what is allowed there", () => {
  expect(findOperation(contract, "DELETE", "/orders/SO1.json")).toBeUndefined();
  expect(allowedMethods(contract, "/orders/SO1.json")).toEqual(["GET", "PUT"]);
  expect(findOperation(contract, "constructor", "/orders/SO1.json")).toBeUndefined();
});

test.each(["%E0%A4%A", "%", "%zz", "%%34%31", "a%2"])("broken percent-encoding %s is matched and named", (text) => {
  const match = findOperation(contract, "GET", `/orders/${text}.json`);
  expect(match?.operation.operationId).toBe("getOrder");
  expect(match?.malformed).toEqual(["order_number"]);
  expect(match?.pathParameters).toEqual({});
});

test("a parameter may be called __proto__", () => {
  const match = findOperation(contract, "GET", "/parts/1/x");
  expect(Object.entries(match?.pathParameters ?? {})).toEqual([
    ["key", "1"],
    ["__proto__", "x"],
  ]);
});

test("whatever is encoded into a path comes back the same", () => {
  const text = fc.string({ minLength: 1, unit: "binary" }).filter((each) => !/\p{Surrogate}/u.test(each));
  const back = fc.property(text, (value) => {
    const path = `/orders/${encodeURIComponent(value)}/cancel.json`;
    const expected = value === "." || value === ".." ? undefined : ["cancelOrder", { order_number: value }];
    expect(found("PUT", path)).toEqual(expected);
    expect(found("GET", `/orders/${encodeURIComponent(value)}.json`)).toEqual(
      value === "mine" ? ["getMine", {}] : ["getOrder", { order_number: value }],
    );
  });
  fc.assert(back, { numRuns: 1000 });
});

test("no path makes it throw", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: "binary" }), (method, path) => {
      findOperation(contract, method, `/${path}`);
      findOperation(contract, method, path);
    }),
  );
});
