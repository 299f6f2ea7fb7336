import { expect, test } from "vitest";
import { CLOSE, echo, GET, get, openFront, openServer, POST } from "./testing/open-server.js";

const { send, statuses, expectRefusal } = await openServer();

const seen = async (request: string) => JSON.parse((await send([request]))[0]?.body ?? "");

test("a `Request` is an `Incoming`", async () => {
  const { body } = await echo(
    new Request("http://front.test/echo?a=b", { method: "POST", body: "c", headers: { d: "e" } }),
  );
  expect(JSON.parse(body)).toMatchObject({
    method: "POST",
    url: "http://front.test/echo?a=b",
    body: "c",
    headers: { d: "e" },
  });
});

test("an answer sees the request as it was sent", async () => {
  expect(await seen(get("/echo//a%2fb?c=%20", "X-Name: value\r\n"))).toEqual({
    method: "GET",
    url: "http://front.test/echo//a%2fb?c=%20",
    headers: { host: "front.test", "x-name": "value", connection: "close" },
    body: "",
  });
});

test("an absolute target is answered whatever its host", async () => {
  expect(await seen(get("http://elsewhere.test/echo"))).toMatchObject({ url: "http://front.test/echo" });
});

test("values of one name are all seen, also where Node would keep one of them", async () => {
  const twice = "Authorization: a\r\nAuthorization: b\r\nX: 1\r\nX: 2\r\nSet-Cookie: c\r\nSet-Cookie: d\r\n";
  const { headers } = await seen(get("/echo", twice));
  expect(headers).toMatchObject({ authorization: "a, b", x: "1, 2", "set-cookie": "c, d" });
});

test("a header is found whatever its case, and an object's own properties are none", async () => {
  const names = ["X-NAME", "constructor", "__proto__"];
  const front = await openFront(() => async ({ headers }) => {
    return { status: 200, headers: {}, body: JSON.stringify(names.map((name) => headers.get(name))) };
  });
  const response = await fetch(front.origin, { headers: { "x-name": "value" } });
  expect(await response.json()).toEqual(["value", null, null]);
  await front.close();
});

test.each([
  ["/a/../echo", /segment/],
  ["/a/%2e%2E/echo", /segment/],
  ["/echo#x", /percent-encoded/],
  ["*", /begin with a slash/],
])("the target %s is refused", async (target, sentence) => {
  await expectRefusal([get(target)], 400, sentence);
});

test("a NUL in a target is refused", async () => {
  await expectRefusal([get("/\0")], 400, /HTTP/);
});

test("a missing Host is refused, but not of HTTP/1.0", async () => {
  await expectRefusal([`GET /echo HTTP/1.1\r\n${CLOSE}`], 400, /Host/);
  expect(await statuses(["GET /echo HTTP/1.0\r\n\r\n"])).toEqual([200]);
});

test("an expectation other than 100-continue is refused, and no body waited for", async () => {
  await expectRefusal([`${POST}Expect: tea\r\nContent-Length: 2\r\n\r\n`], 417, /100-continue/);
});

test("TRACE is refused with the methods that OPTIONS names", async () => {
  const headers = await expectRefusal([get("/echo").replace("GET", "TRACE")], 405, /TRACE/);
  expect(headers.get("allow")).toBe("GET, OPTIONS");
});

test("an upgrade is not made: the request is answered as it is", async () => {
  expect(await statuses([`${GET}Connection: close, Upgrade\r\nUpgrade: websocket\r\n\r\n`])).toEqual([200]);
});
