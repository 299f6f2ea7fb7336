import { expect, test } from "vitest";
import { CLOSE, echo, GET, get, openFront, openServer, POST } from "./testing/open-server.js";
import { exchange, readAnswers } from "./testing/raw-socket.js";

const { port, statuses, expectRefusal } = await openServer();

test.each([
  [" folded\r\n"],
  ["No colon\r\n"],
  ["Content-Length: 1\r\nContent-Length: 2\r\n"],
  ["Content-Length: x\r\n"],
])("%j is refused", async (header) => {
  await expectRefusal([get("/echo", header)], 400, /HTTP/);
});

test("headers, or a target, of more than 16 KiB are refused", async () => {
  const long = "x".repeat(100_000);
  await expectRefusal([get("/echo", `X: ${long}\r\n`)], 431, /16 KiB/);
  await expectRefusal([get(`/${long}`)], 431, /16 KiB/);
});

test("200 headers are taken, one more is refused", async () => {
  const lines = (count: number) => "X: x\r\n".repeat(count);
  // Host and Connection are two of them.
  expect(await statuses([get("/echo", lines(198))])).toEqual([200]);
  for (const count of [199, 1500]) await expectRefusal([get("/echo", lines(count))], 431, /more than 200/);
});

test("20 MB of headers are refused, and the answer can be read", async () => {
  await expectRefusal([`${GET}X: `, ...Array.from({ length: 20 }, () => "x".repeat(1_000_000))], 431, /16 KiB/);
});

test("a method that HTTP does not know is refused", async () => {
  await expectRefusal([get("/echo").replace("GET", "BREW")], 400, /method/);
});

test("CONNECT is refused, and Allow names the others", async () => {
  const connect = "CONNECT elsewhere.test:443 HTTP/1.1\r\nHost: elsewhere.test\r\n\r\n";
  const headers = await expectRefusal([connect], 405, /the echo is no proxy/);
  expect(headers.get("allow")).toBe("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  // The answer can be read even by a client that tunnels on.
  await expectRefusal([connect, ...Array.from({ length: 20 }, () => "x".repeat(1_000_000))], 405, /no proxy/);
});

test("what is no HTTP at all is refused", async () => {
  await expectRefusal(["\x16\x03\x01 hello\r\n\r\n"], 400, /./);
  await expectRefusal(["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"], 400, /HTTP/);
});

test("headers that never end, or never begin, are refused in time", async () => {
  await expectRefusal([`${GET}X: `], 408, /in time/);
  await expectRefusal([], 408, /in time/);
});

test("garbage behind requests does not take their answers away", async () => {
  const late = GET.replace("echo", "late");
  expect(await statuses([`${GET}\r\n${late}\r\n${GET}\r\ngarbage\r\n\r\n`])).toEqual([200, 200, 200, 400]);
  expect(await statuses([`${late}\r\nCONNECT a.test:1 HTTP/1.1\r\nHost: a.test\r\n\r\n`])).toEqual([200, 405]);
});

test("garbage behind an answer that is half read closes the connection, and adds nothing to the answer", async () => {
  const head = `${POST.replace("echo", "unread")}Transfer-Encoding: chunked\r\n\r\n`;
  expect(await statuses([head, 50, "garbage\r\n"])).toEqual([404]);
});

test("scripts may read refusals only where that is asked for", async () => {
  const front = await openFront(() => echo, { crossOrigin: true });
  const requests = [`BREW / HTTP/1.1\r\n\r\n`, `GET * HTTP/1.1\r\nHost: front.test\r\n${CLOSE}`];
  for (const request of requests) {
    const [open] = readAnswers(await exchange(front.port, [request]));
    expect([open?.status, open?.headers.get("access-control-allow-origin")]).toEqual([400, "*"]);
    const [closed] = readAnswers(await exchange(port, [request]));
    expect([closed?.status, closed?.headers.get("access-control-allow-origin")]).toEqual([400, null]);
  }
  await front.close();
});
