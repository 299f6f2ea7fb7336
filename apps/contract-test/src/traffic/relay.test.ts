import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { listenHttp, listenRaw } from "../testing/listen.js";
import { connectRaw, isRequest, type RawConnection } from "../testing/raw-http.js";
import { openRecording } from "../testing/recording.js";

const recording = openRecording();
afterEach(() => recording.close());

/** What the target gets of a request, when it answers with these bytes. */
async function pass(request: string, answer = OK): Promise<{ got: string; host: string; came: string }> {
  let got: RawConnection | undefined;
  const { client, host } = await recording.startRaw((connection) => {
    got = connection;
    void connection.until(isRequest).then(() => connection.write(answer));
  });
  client.write(request);
  const came = await client.until((text) => text.length >= answer.length);
  return { got: got?.received() ?? "", host, came };
}

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

describe("a request is passed on byte for byte", () => {
  test.each([
    [
      "a path and a query that nobody would write like this",
      "GET /a//b/../%2e%2E/%7Ex/{y}|z?q=%zz&&a=+%2B&=#'\"<> HTTP/1.1",
    ],
    ["any path", "OPTIONS * HTTP/1.1"],
  ])("%s", async (_, line) => {
    const { got, host } = await pass(`${line}\r\nHost: x\r\n\r\n`);
    expect(got).toBe(`${line}\r\nHost: ${host}\r\n\r\n`);
  });

  test("headers with their order, case, repetitions and bytes, but for the host's name", async () => {
    const head = (host: string) =>
      `GET / HTTP/1.1\r\nx-B: 1\r\nHOST: ${host}\r\nX-b: 2\r\nAccept-Encoding: br\r\nX-Name: J\xc3\xb8rgen \xe9\r\nx-B: \r\nCookie: a=1\r\nCookie: b=2\r\nConnection: Keep-Alive\r\n\r\n`;
    const { got, host } = await pass(head("127.0.0.1:1"));
    expect(got).toBe(head(host));
  });

  test("a POST without a body gets no header that speaks of one", async () => {
    const { got, host } = await pass("POST /x HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(got).toBe(`POST /x HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  });

  test("what is for this connection alone stays here", async () => {
    const { got, host } = await pass(
      "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, X-Hop, keep-alive\r\nUpgrade: h2c\r\nHTTP2-Settings: AAM\r\nX-Hop: 1\r\nX-End: 2\r\n\r\n",
    );
    expect(got).toBe(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: keep-alive\r\nX-End: 2\r\n\r\n`);
  });

  test("a body of every byte there is", async () => {
    const body = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString("latin1");
    const { got } = await pass(`PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 256\r\n\r\n${body}`);
    expect(got.endsWith(`\r\nContent-Length: 256\r\n\r\n${body}`)).toBe(true);
  });

  test("chunks and trailers", async () => {
    const body = "3\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 1\r\nX-Sum: 2\r\n\r\n";
    const { got } = await pass(
      `PATCH / HTTP/1.1\r\nHost: x\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n${body}`,
    );
    expect(got).toContain("\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n");
    expect(got).toContain("\r\n3\r\nabc\r\n2\r\nde\r\n");
    expect(got.endsWith("0\r\nX-Sum: 1\r\nX-Sum: 2\r\n\r\n")).toBe(true);
  });

  test("a body that the target wants to be asked for", async () => {
    const { client } = await recording.startRaw(async (connection) => {
      await connection.until((text) => text.endsWith("\r\n\r\n"));
      connection.write("HTTP/1.1 100 Continue\r\n\r\n");
      await connection.until((text) => text.endsWith("body"));
      connection.write(OK);
    });
    client.write("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    expect(await client.until((text) => text.endsWith("\r\n\r\n"))).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    client.write("body");
    expect(await client.until((text) => text.endsWith("ok"))).toContain(OK);
  });

  test("a body that the target refuses before it comes is not asked for", async () => {
    const refusal = "HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n";
    const { client } = await recording.startRaw(async (connection) => {
      await connection.until((text) => text.endsWith("\r\n\r\n"));
      connection.write(refusal);
    });
    client.write("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    expect(await client.until((text) => text.length >= refusal.length)).toBe(refusal);
  });

  test("the beginning of a body comes at once", async () => {
    let got: RawConnection | undefined;
    const { client } = await recording.startRaw((connection) => {
      got = connection;
    });
    client.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n");
    while (got === undefined) await new Promise((resolve) => setImmediate(resolve));
    await got.until((text) => text.endsWith("\r\n\r\n"));
    client.write("a");
    expect(await got.until((text) => text.endsWith("a"))).toContain("\r\n\r\na");
  });
});

describe("an answer is passed back byte for byte", () => {
  test.each([
    [
      "order, case, repetitions and bytes of headers",
      "HTTP/1.1 200 Fine by me\r\nset-cookie: a\r\nX-B: \xc3\xa9\xff\r\nSet-Cookie: b\r\nx-b: 2\r\nCONTENT-length: 2\r\n\r\nok",
    ],
    ["no reason", "HTTP/1.1 299 \r\nContent-Length: 0\r\n\r\n"],
    ["no content", "HTTP/1.1 204 No Content\r\nX-A: 1\r\n\r\n"],
    ["nothing new", 'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nContent-Length: 500\r\n\r\n'],
    [
      "chunks with a trailer",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 1\r\n\r\n",
    ],
    [
      "what is kept alive",
      "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nKeep-Alive: timeout=60\r\nContent-Length: 0\r\n\r\n",
    ],
    [
      "what is compressed",
      `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 23\r\n\r\n${gzipSync("ok!").toString("latin1")}`,
    ],
  ])("%s", async (_, answer) => {
    const { came } = await pass("GET / HTTP/1.1\r\nHost: x\r\n\r\n", answer);
    expect(came).toBe(answer);
  });

  test("an answer to HEAD has a length and no body", async () => {
    const answer = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
    const { came } = await pass("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n", answer);
    expect(came).toBe(answer);
  });

  test("an answer that ends with its connection ends with ours", async () => {
    const answer = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nto the end";
    const { client } = await recording.startRaw(async ({ socket, until }) => {
      await until(isRequest);
      socket.end(answer);
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(await client.ended()).toEqual({ received: answer, error: undefined });
  });

  test("a drip comes drop by drop", async () => {
    let behind: Socket | undefined;
    const { client } = await recording.startRaw(({ socket, until }) => {
      behind = socket;
      void until(isRequest).then(() => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n"));
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    for (const end of ["\r\n\r\n", "\r\n\r\na", "\r\n\r\nab", "\r\n\r\nabc"]) {
      await client.until((text) => text.endsWith(end));
      behind?.write({ "\r\n\r\n": "a", "\r\n\r\na": "b", "\r\n\r\nab": "c" }[end] ?? "");
    }
    expect(client.received().endsWith("abc")).toBe(true);
  });

  test("requests on one connection go to the target on one, and their answers keep their order", async () => {
    let connections = 0;
    const target = await listenHttp((request, response) => response.end(request.url));
    const counted = await listenRaw((socket) => {
      connections += 1;
      void connectRaw(target.origin).then((behind) => {
        socket.pipe(behind.socket).pipe(socket);
      });
    });
    const { origin } = await recording.start(counted);
    const client = await connectRaw(origin);
    client.write(["/a", "/b", "/c"].map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join(""));
    const came = await client.until((text) => text.includes("/c"));
    expect([...came.matchAll(/\/[a-c]/g)].join()).toBe("/a,/b,/c");
    expect(connections).toBe(1);
    await target.close();
  });
});

test("an HTTP/1.0 sender gets what it can read", async () => {
  const { client, host } = await recording.startRaw(async (connection) => {
    expect(await connection.until(isRequest)).toBe(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n");
  });
  client.write("GET / HTTP/1.0\r\n\r\n");
  const { received } = await client.ended();
  expect(received).toBe("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nok");
});
