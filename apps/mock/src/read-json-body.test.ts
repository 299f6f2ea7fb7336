import { expect, test } from "vitest";
import { openMock } from "./testing/open-mock.js";
import { ORDER, ORDERS } from "./testing/samples.js";

const { ask, mock } = await openMock();
const JSON_BODY = { "content-type": "application/json" };

test.each([
  ["no type", "", "{}", 415, /application\/json: Content-Type is missing/],
  ["another type", "text/plain", "{}", 415, /Content-Type is "text\/plain"/],
  ["two types", "application/json, text/plain", "{}", 415, /Content-Type is "application\/json, text\/plain"/],
  ["a form's type", "application/x-www-form-urlencoded", "{}", 415, /application\/json/],
  ["a type that is none", "nonsense", "{}", 415, /Content-Type is "nonsense"/],
  ["nothing in it", "application/json", "", 422, /required/],
  ["100,000 open objects", "application/json", '{"a":'.repeat(100_000), 422, /deeper than 100 levels/],
  ["half a value", "application/json", '{"service_order":', 422, /cannot be read: .*JSON/],
  ["20,000 open lists", "application/json", "[".repeat(20_000), 422, /deeper than 100 levels/],
  ["a million open lists", "application/json", "[".repeat(1_000_000), 422, /deeper than 100 levels/],
  ["101 levels", "application/json", `${"[".repeat(101)}${"]".repeat(101)}`, 422, /deeper than 100 levels/],
  ["100 levels", "application/json", `${"[".repeat(100)}${"]".repeat(100)}`, 422, /must be object/],
  ["brackets in a text", "application/json", `{"a\\"${"[".repeat(200)}":1}`, 422, /service_order/],
  ["a type with a parameter", "Application/JSON; charset=utf-8", "{}", 422, /service_order/],
])("a body with %s is refused", async (_, type, body, status, message) => {
  const headers = { authorization: "Token token=key" };
  const request = new Request(`http://mock.test${ORDERS}`, { method: "POST", headers, body });
  request.headers.delete("content-type");
  if (type !== "") request.headers.set("content-type", type);
  const response = await mock(request);
  expect([response.status, await response.json()]).toEqual([status, { error: expect.stringMatching(message) }]);
});

test("a body that is not UTF-8 is refused", async () => {
  const headers = { authorization: "Token token=key", ...JSON_BODY };
  const response = await mock(
    new Request(`http://mock.test${ORDERS}`, { method: "POST", headers, body: Uint8Array.of(0x22, 0xff, 0x22) }),
  );
  expect([response.status, await response.json()]).toEqual([
    422,
    { error: "The body cannot be read: it is not UTF-8." },
  ]);
});

test("a body where none is documented is refused", async () => {
  const response = await ask("DELETE", ORDER, JSON_BODY, "{}");
  expect([response.status, await response.json()]).toEqual([422, { error: "deleteServiceOrder takes no body." }]);
});

test("a malformed Content-Type without a body is no matter", async () => {
  expect((await ask("GET", ORDERS, { "content-type": "\xc3\xa9;;" })).status).toBe(200);
});
