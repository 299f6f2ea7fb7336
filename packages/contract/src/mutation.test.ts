import fc from "fast-check";
import { expect, test } from "vitest";
import { checkRequest } from "./check-request.js";
import { joinPointer } from "./document.js";
import { openContract } from "./open-contract.js";
import { findInAnswer, openSchema } from "./spec.test.fixture.js";

const when = { type: "string", format: "date-time" };
const closed = (properties: object) => ({
  type: "object",
  required: Object.keys(properties),
  properties,
  unevaluatedProperties: false,
});
const schemas = {
  Pending: closed({ id: { type: "integer", minimum: 1 }, status: { const: "pending" } }),
  Cancelled: closed({ id: { type: "integer", minimum: 1 }, status: { const: "cancelled" }, cancelled_at: when }),
  Item: { oneOf: [{ $ref: "#/components/schemas/Pending" }, { $ref: "#/components/schemas/Cancelled" }] },
  Order: closed({
    number: { type: "string", pattern: "^SO" },
    due_at: { ...when, type: ["string", "null"] },
    done: { type: "boolean" },
    items: { type: "array", minItems: 1, items: { $ref: "#/components/schemas/Item" } },
  }),
};
const contract = openSchema({ $ref: "#/components/schemas/Order" }, schemas);

const id = fc.integer({ min: 1, max: 9 });
const instant = fc.constantFrom("2024-01-29T05:33:55-05:00", "2024-02-29T00:00:00Z");
const order = fc.record({
  number: fc.nat().map((count) => `SO${count}`),
  due_at: fc.option(instant),
  done: fc.boolean(),
  items: fc.array(
    fc.oneof(
      fc.record({ id, status: fc.constant("pending") }),
      fc.record({ id, status: fc.constant("cancelled"), cancelled_at: instant }),
    ),
    { minLength: 1, maxLength: 3 },
  ),
});

type Place = { readonly pointer: string; readonly parent: Record<string, unknown>; readonly name: string };

/** Every property of every object in a value, the elements of arrays included. */
function placesIn(value: unknown, pointer = ""): Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const at = joinPointer(pointer, name);
    return [{ pointer: at, parent: value as Record<string, unknown>, name }, ...placesIn(each, at)];
  });
}

test("a valid answer has no finding", () => {
  const valid = fc.property(order, (value) => {
    expect(findInAnswer(contract, value)).toEqual([]);
  });
  fc.assert(valid);
});

test("one thing broken in a valid answer is found where it was broken", () => {
  const broken = fc.property(order, fc.nat(), fc.constantFrom("delete", "retype", "add"), (valid, at, how) => {
    const value = structuredClone(valid);
    const places = placesIn(value).filter(({ parent }) => how !== "delete" || !Array.isArray(parent));
    const place = places[at % places.length];
    if (place === undefined) throw new Error("an order has properties");
    const { parent, name, pointer } = place;
    if (how === "delete") delete parent[name];
    else if (how === "retype") parent[name] = [parent[name]];
    else if (Array.isArray(parent)) parent.push("one too many");
    else parent["one too many"] = 1;
    const found = findInAnswer(contract, value);
    expect(found.length).toBeGreaterThan(0);
    const parentPointer = pointer.slice(0, pointer.lastIndexOf("/"));
    const where = how === "add" ? `getThing ${parentPointer}/` : `getThing ${pointer}`;
    expect(found.every((each) => each.where.startsWith(where))).toBe(true);
  });
  fc.assert(broken, { numRuns: 500 });
});

const requestContract = openContract({
  openapi: "3.1.1",
  components: {
    schemas,
    securitySchemes: {
      Key: { type: "apiKey", in: "header", name: "Authorization", "x-token-format": "^Token token=\\S+$" },
    },
  },
  security: [{ Key: [] }],
  paths: {
    "/orders/{id}.json": {
      put: {
        operationId: "updateOrder",
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "integer" } },
          { name: "dry", in: "query", required: true, schema: { type: "boolean" } },
          { name: "X-Trace", in: "header", required: true, schema: { type: "string", minLength: 2 } },
        ],
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Pending" } } },
        },
        responses: {},
      },
    },
  },
});

const VALID = {
  method: "PUT",
  url: "/orders/7.json?dry=true",
  headers: { authorization: "Token token=k", "x-trace": "ab", "content-type": "application/json" },
  body: '{"id":1,"status":"pending"}',
};
const sent = (message: Omit<typeof VALID, "headers"> & { headers: Record<string, string> }) =>
  checkRequest(requestContract, { ...message, headers: new Headers(message.headers) }).map(
    ({ rule, where }) => `${rule} ${where}`,
  );

test.each([
  [{}, []],
  [{ method: "POST" }, ["unknown-method POST /orders/7.json"]],
  [{ url: "/orders/7?dry=true" }, ["unknown-path PUT /orders/7"]],
  [{ url: "/orders/%.json?dry=true" }, ["malformed-path updateOrder path.id"]],
  [{ url: "/orders/x.json?dry=true" }, ["wrong-type updateOrder path.id"]],
  [{ url: "/orders/7.json" }, ["missing-parameter updateOrder query.dry"]],
  [{ url: "/orders/7.json?dry=1" }, ["wrong-type updateOrder query.dry"]],
  [{ url: "/orders/7.json?dry=%" }, ["malformed-parameter updateOrder query.dry"]],
  [{ url: "/orders/7.json?dry=true&dry=true" }, ["repeated-parameter updateOrder query.dry"]],
  [{ url: "/orders/7.json?dry=true&wet=1" }, ["unknown-parameter updateOrder query.wet"]],
  [{ headers: { ...VALID.headers, authorization: "Bearer k" } }, ["missing-auth updateOrder header.Authorization"]],
  [{ headers: { ...VALID.headers, "x-trace": "a" } }, ["wrong-value updateOrder header.X-Trace"]],
  [
    { headers: { ...VALID.headers, "content-type": "text/plain" } },
    ["undeclared-content-type updateOrder header.Content-Type"],
  ],
  [
    { headers: { authorization: "Token token=k", "content-type": "application/json" } },
    ["missing-header updateOrder header.X-Trace"],
  ],
  [{ body: "" }, ["missing-body updateOrder body"]],
  [{ body: "{" }, ["malformed-json updateOrder body"]],
  [{ body: '{"id":1}' }, ["missing-property updateOrder /status"]],
  [{ body: '{"id":1,"status":"pending","a":1}' }, ["undeclared-property updateOrder /a"]],
  [{ body: '{"id":0,"status":"pending"}' }, ["wrong-value updateOrder /id"]],
])("a valid request with %j has exactly that finding", (change, expected) => {
  expect(sent({ ...VALID, ...change })).toEqual(expected);
});
