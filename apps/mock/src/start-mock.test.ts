import { once } from "node:events";
import { expect, test } from "vitest";
import { startMock } from "./start-mock.js";
import { openPort } from "./testing/open-port.js";
import { ORDERS } from "./testing/samples.js";

const { origin, send, read } = await openPort();
const JSON_BODY = { "content-type": "application/json" };
const WAITING = { ...JSON_BODY, "content-length": 2, expect: "100-continue" };

test("HEAD has the headers of GET, its length among them", async () => {
  const get = await read(send("GET", ORDERS));
  const head = await read(send("HEAD", ORDERS));
  expect([head.status, head.body, get.headers["content-length"]]).toEqual([200, "", String(get.body.length)]);
  expect({ ...head.headers, date: "" }).toEqual({ ...get.headers, date: "" });
});

test.each([["PATCH"], ["PROPFIND"], ["TRACE"]])("%s is refused, and Allow names the others", async (method) => {
  const { status, headers, body } = await read(send(method, ORDERS));
  expect([status, headers.allow, headers["access-control-allow-origin"]]).toEqual([
    405,
    "GET, HEAD, POST, OPTIONS",
    "*",
  ]);
  expect(JSON.parse(body)).toEqual({ error: expect.stringContaining(method) });
});

test("a body is read in the documented form", async () => {
  const { status, body } = await read(send("POST", ORDERS, JSON_BODY), "{}");
  expect([status, JSON.parse(body)]).toEqual([422, { error: expect.stringContaining("service_order") }]);
});

test("a body on a GET is ignored: the vendor's own examples send one", async () => {
  expect((await read(send("GET", ORDERS, { ...JSON_BODY, "content-length": 2 }), "{}")).status).toBe(200);
});

test("credentials that come twice are refused", async () => {
  const sent = send("GET", ORDERS).appendHeader("authorization", "Token token=other");
  const { status, body } = await read(sent);
  expect([status, JSON.parse(body)]).toEqual([401, { error: expect.stringContaining("Token token=<key>") }]);
});

test("an unknown path of Dataloy is refused with the address that was asked for", async () => {
  const url = `${origin}/ws/rest/Nothing`;
  expect(await (await fetch(url)).json()).toMatchObject({ statusCode: 404, uri: url });
});

test.each([
  [ORDERS, 413, "The body is larger than 262144 bytes, which is all that the mock reads."],
  ["/nowhere", 404, "The mock has no POST /nowhere. Near it are"],
])("20 MB to %s are refused with %i, and the answer can be read", async (path, status, sentence) => {
  const { status: given, body } = await read(send("POST", path, JSON_BODY), "x".repeat(20_000_000));
  expect([given, JSON.parse(body)]).toEqual([status, { error: expect.stringContaining(sentence) }]);
});

test("a client that waits for a word gets it once its credentials are taken", async () => {
  expect(await read(send("POST", ORDERS, WAITING), "{}")).toMatchObject({ status: 422, invited: true });
  const stranger = await read(send("POST", ORDERS, { ...WAITING, authorization: "none" }), "{}");
  expect(stranger).toMatchObject({ status: 401, invited: false });
});

test("a client that goes away in the middle of its body is no fault of the mock", async () => {
  const sent = send("POST", ORDERS, { ...JSON_BODY, "content-length": 100 });
  sent.write("{", () => setTimeout(() => sent.destroy(), 50));
  await expect(once(sent, "close")).rejects.toThrow("hang up");
});

test("a taken port is named, with another to choose", async () => {
  const { port } = new URL(origin);
  await expect(startMock({ port: Number(port) })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is already in use. Choose another`,
  );
});
