import { expect, test } from "vitest";
import type { PlainDefinition } from "./definition.js";
import { respond } from "./respond.js";

const definition: PlainDefinition = {
  operationId: "getCrane",
  method: "get",
  path: "/cranes.json",
  takesBody: false,
  mediaTypes: { 200: ["application/vnd.crane+json", "text/plain"], 204: [], 404: ["application/json"] },
  examples: {},
};

test.each([
  [{ status: 200, body: { id: 1 } }, "application/vnd.crane+json", '{"id":1}'],
  [{ status: 200, body: "one" }, "text/plain", "one"],
  [{ status: 404, body: "none" }, "application/json", '"none"'],
  [{ status: 204 }, null, ""],
  [{ status: 404, body: null, headers: { "Content-Type": "text/html" } }, "text/html", "null"],
])("%j is sent as %s", async (reply, type, text) => {
  const response = respond(definition, reply);
  expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
    reply.status,
    type,
    text,
  ]);
});

test("headers are sent", () => {
  expect(respond(definition, { status: 204, headers: { "X-Total": "3" } }).headers.get("x-total")).toBe("3");
});
