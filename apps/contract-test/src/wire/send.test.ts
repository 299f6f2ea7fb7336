import { afterEach, describe, expect, test } from "vitest";
import { type Listening, listenHttp, listenRaw } from "../testing/listen.js";
import { type Limits, sendOnce } from "./send.js";

const LIMITS: Limits = { timeoutMs: 20_000, maxBytes: 1000 };
let server: Listening;
afterEach(() => server.close());

function send(limits = LIMITS, signal?: AbortSignal) {
  return sendOnce(new Request(`${server.origin}/`), limits, fetch, signal);
}

test("an answer is read to its end", async () => {
  server = await listenHttp((_, response) => {
    response.writeHead(201, { "x-of": "quayside" });
    response.write("one ");
    response.end("two");
  });
  const { status, headers, body } = await send();
  expect([status, headers.get("x-of"), body]).toEqual([201, "quayside", "one two"]);
});

test("a redirect is an answer and is not followed", async () => {
  let requests = 0;
  server = await listenHttp((_, response) => {
    requests += 1;
    response.writeHead(302, { location: "/elsewhere" }).end();
  });
  expect((await send()).status).toBe(302);
  expect(requests).toBe(1);
});

test("a body of exactly the bound is read, a longer one is not", async () => {
  server = await listenHttp((_, response) => response.end("x".repeat(1000)));
  expect((await send()).body).toHaveLength(1000);
  await expect(send({ ...LIMITS, maxBytes: 999 })).rejects.toMatchObject({ rule: "answer-too-large" });
});

test("an answer that does not come in time is a timeout", async () => {
  server = await listenHttp(() => {});
  await expect(send({ ...LIMITS, timeoutMs: 50 })).rejects.toMatchObject({ rule: "timeout" });
});

test("a body that never ends is a timeout", async () => {
  server = await listenHttp((_, response) => response.write("x"));
  await expect(send({ ...LIMITS, timeoutMs: 100 })).rejects.toMatchObject({ rule: "timeout" });
});

test("the caller's signal ends the exchange", async () => {
  server = await listenHttp(() => {});
  const stop = new AbortController();
  const sent = send(LIMITS, stop.signal);
  stop.abort();
  await expect(sent).rejects.toMatchObject({ rule: "no-answer" });
});

describe("says what went wrong", () => {
  test("when the connection is cut", async () => {
    server = await listenRaw((socket) => socket.destroy());
    await expect(send()).rejects.toThrow("it cut the connection");
  });

  test("when the body is cut off", async () => {
    server = await listenRaw((socket) => {
      socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf"));
    });
    await expect(send()).rejects.toThrow("it cut the connection");
  });

  test("when something other than HTTP answers", async () => {
    server = await listenRaw((socket) => socket.write("SSH-2.0-OpenSSH_9.2\r\n"));
    await expect(send()).rejects.toThrow("something answers there, but not in HTTP");
  });

  test("when there is no TLS", async () => {
    server = await listenHttp((_, response) => response.end());
    const request = new Request(`${server.origin.replace("http:", "https:")}/`);
    await expect(sendOnce(request, LIMITS, fetch)).rejects.toThrow("it does not speak TLS as asked for");
  });
});
