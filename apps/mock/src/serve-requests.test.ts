import { expect, test } from "vitest";
import { CLOSE, GET, get, openServer } from "./testing/open-server.js";
import { exchange, readAnswers } from "./testing/raw-socket.js";

const { port, send, statuses, expectRefusal } = await openServer();

test.each([
  ["/api/v1/service_orders/%E0%A4%A.json", 400, /percent escape/],
  ["/api/v1/service_orders/%.json", 400, /percent escape/],
  ["/api/v1/service_orders/%00.json", 400, /NUL/],
  ["/api/v1/service_orders/\0.json", 400, /HTTP/],
  ["/api/v1/../v1/service_orders.json", 400, /segment/],
  ["/api/v1/%2e%2E/service_orders.json", 400, /segment/],
  ["/api/v1/service_orders.json#x", 400, /percent-encoded/],
  ["//api/v1/service_orders.json", 404, /Near it are GET \/api\/v1\/service_orders\.json/],
  ["/nowhere", 404, /no GET \/nowhere/],
  ["*", 400, /begin with a slash/],
])("%s is refused", async (target, status, sentence) => {
  await expectRefusal([get(target)], status, sentence);
});

test("an absolute target is answered whatever its host", async () => {
  const [answer] = await send([get("http://elsewhere.test/api/v1/service_orders.json")]);
  expect(answer?.status).toBe(200);
});

test("an unknown path of Dataloy has Dataloy's error body, with the address that was asked for", async () => {
  const [answer] = await send([get("/ws/rest/Nothing")]);
  expect(JSON.parse(answer?.body ?? "")).toMatchObject({ statusCode: 404, uri: "http://mock.test/ws/rest/Nothing" });
});

test.each([
  ["PATCH", 405, "GET, HEAD, POST, OPTIONS"],
  ["PROPFIND", 405, "GET, HEAD, POST, OPTIONS"],
  ["TRACE", 405, "GET, HEAD, POST, OPTIONS"],
])("%s is refused, and Allow names the others", async (method, status, allow) => {
  const headers = await expectRefusal(
    [get("/api/v1/service_orders.json").replace("GET", method)],
    status,
    new RegExp(method),
  );
  expect(headers.get("allow")).toBe(allow);
});

test("CONNECT is refused", async () => {
  await expectRefusal(["CONNECT elsewhere.test:443 HTTP/1.1\r\nHost: elsewhere.test\r\n\r\n"], 405, /no proxy/);
});

test("a method that HTTP does not know is refused", async () => {
  await expectRefusal(["BREW /api/v1/service_orders.json HTTP/1.1\r\nHost: mock.test\r\n\r\n"], 400, /method/);
});

test("HEAD has the headers of GET and no body", async () => {
  const received = await exchange(port, [get("/api/v1/service_orders.json").replace("GET", "HEAD")]);
  expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\n(.+\r\n)*content-type: application\/json\r\n(.+\r\n)*\r\n$/);
});

test("an upgrade is not made: the request is answered as it is", async () => {
  const upgrade = `${GET}Connection: close, Upgrade\r\nUpgrade: websocket\r\n\r\n`;
  expect(await statuses([upgrade])).toEqual([200]);
});

test("a body on a GET is ignored: the vendor's own examples send one", async () => {
  const request = `${GET}Content-Type: application/json\r\nContent-Length: 2\r\n${CLOSE}{}`;
  expect(await statuses([request])).toEqual([200]);
});

test.each([
  ["Accept: ;;;\r\n", 400, /Accept cannot be read/],
  ["Accept: text/csv\r\n", 406, /application\/json/],
  ["Prefer: code=999\r\n", 400, /Prefer/],
  ["Authorization: Token token=other\r\n", 401, /Token token=<key>/],
  [" folded\r\n", 400, /HTTP/],
  ["No colon\r\n", 400, /HTTP/],
  ["Expect: tea\r\n", 417, /100-continue/],
  ["Content-Length: 1\r\nContent-Length: 2\r\n", 400, /HTTP/],
  ["Content-Length: x\r\n", 400, /HTTP/],
])("%j is refused", async (header, status, sentence) => {
  await expectRefusal([get("/api/v1/service_orders.json", header)], status, sentence);
});

test("headers, or a target, of more than 16 KiB are refused", async () => {
  const long = "x".repeat(100_000);
  await expectRefusal([get("/api/v1/service_orders.json", `X: ${long}\r\n`)], 431, /16 KiB/);
  await expectRefusal([get(`/${long}`)], 431, /16 KiB/);
});

test("20 MB of headers are refused, and the answer can be read", async () => {
  await expectRefusal([`${GET}X: `, ...Array.from({ length: 20 }, () => "x".repeat(1_000_000))], 431, /16 KiB/);
});

test("a malformed Content-Type without a body is no matter", async () => {
  const [answer] = readAnswers(
    await exchange(port, [get("/api/v1/service_orders.json", "Content-Type: \xc3\xa9;;\r\n")]),
  );
  expect(answer?.status).toBe(200);
});

test("a missing Host is refused", async () => {
  await expectRefusal([`GET / HTTP/1.1\r\n${CLOSE}`], 400, /Host/);
});

test("what is no HTTP at all is refused", async () => {
  await expectRefusal(["\x16\x03\x01 hello\r\n\r\n"], 400, /./);
  await expectRefusal(["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"], 400, /HTTP/);
});

test("headers that never end are refused in time", async () => {
  await expectRefusal([`${GET}X: `], 408, /in time/);
});
