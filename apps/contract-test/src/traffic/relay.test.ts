import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { type Listening, listenHttp, listenRaw } from "../testing/listen.js";
import { connectRaw, openRaw, type RawConnection } from "../testing/raw-http.js";
import type { RecordedExchange } from "./recorded-exchange.js";
import { type RecordingProxy, startRecordingProxy } from "./recording-proxy.js";

let target: Listening | undefined;
let proxy: RecordingProxy | undefined;
let recorded: RecordedExchange[] = [];

afterEach(async () => {
  await proxy?.close();
  await target?.close();
  [proxy, target, recorded] = [undefined, undefined, []];
});

async function startProxy(origin: string): Promise<RecordingProxy> {
  proxy = await startRecordingProxy({ port: 0, target: origin, onExchange: (one) => recorded.push(one) });
  return proxy;
}

/** A target whose every connection is handled byte by byte, with the proxy before it. */
async function startRaw(
  connected: (connection: RawConnection) => void,
): Promise<{ client: RawConnection; host: string }> {
  target = await listenRaw((socket) => connected(openRaw(socket)));
  const { origin } = await startProxy(target.origin);
  return { client: await connectRaw(origin), host: new URL(target.origin).host };
}

/** What the target gets of a request, when it answers with these bytes. */
async function pass(request: string, answer = OK): Promise<{ got: string; host: string; came: string }> {
  let got: RawConnection | undefined;
  const { client, host } = await startRaw((connection) => {
    got = connection;
    void connection.until(isWhole).then(() => connection.write(answer));
  });
  client.write(request);
  const came = await client.until((text) => text.length >= answer.length);
  return { got: got?.received() ?? "", host, came };
}

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

/** Whether a request has come as a whole. */
function isWhole(text: string): boolean {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return false;
  if (/transfer-encoding/i.test(text)) return /\r\n0\r\n(.+\r\n)*\r\n$/.test(text);
  return text.length - end - 4 >= Number(/content-length: *(\d+)/i.exec(text)?.[1] ?? 0);
}

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
    const { client } = await startRaw(async (connection) => {
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
    const { client } = await startRaw(async (connection) => {
      await connection.until((text) => text.endsWith("\r\n\r\n"));
      connection.write(refusal);
    });
    client.write("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    expect(await client.until((text) => text.length >= refusal.length)).toBe(refusal);
  });

  test("the beginning of a body comes at once", async () => {
    let got: RawConnection | undefined;
    const { client } = await startRaw((connection) => {
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
    const { client } = await startRaw(async ({ socket, until }) => {
      await until(isWhole);
      socket.end(answer);
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(await client.ended()).toEqual({ received: answer, error: undefined });
  });

  test("a drip comes drop by drop", async () => {
    let behind: Socket | undefined;
    const { client } = await startRaw(({ socket, until }) => {
      behind = socket;
      void until(isWhole).then(() => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n"));
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
    target = await listenHttp((request, response) => response.end(request.url));
    const counted = await listenRaw((socket) => {
      connections += 1;
      void connectRaw(target?.origin ?? "").then((behind) => {
        socket.pipe(behind.socket).pipe(socket);
      });
    });
    const { origin } = await startProxy(counted.origin);
    const client = await connectRaw(origin);
    client.write(["/a", "/b", "/c"].map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join(""));
    const came = await client.until((text) => text.includes("/c"));
    expect([...came.matchAll(/\/[a-c]/g)].join()).toBe("/a,/b,/c");
    expect(connections).toBe(1);
    await counted.close();
  });
});

test("an HTTP/1.0 sender gets what it can read", async () => {
  const { client, host } = await startRaw(async (connection) => {
    expect(await connection.until(isWhole)).toBe(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n");
  });
  client.write("GET / HTTP/1.0\r\n\r\n");
  const { received } = await client.ended();
  expect(received).toBe("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nok");
});

test("twenty megabytes pass both ways, and are not kept", async () => {
  target = await listenHttp((request, response) => request.pipe(response));
  const { origin } = await startProxy(target.origin);
  const body = Buffer.alloc(20_000_000, "0123456789abcdef");
  const response = await fetch(origin, { method: "POST", body });
  const came = Buffer.from(await response.arrayBuffer());
  expect(hashOf(came)).toBe(hashOf(body));
  await proxy?.close();
  expect(recorded.map(({ request, answer }) => [request.body, answer?.body])).toEqual([[undefined, undefined]]);
});

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

test("many at once do not get into each other's way", async () => {
  target = await listenHttp((request, response) => {
    response.setHeader("content-type", "text/plain");
    request.pipe(response);
  });
  const { origin } = await startProxy(target.origin);
  const bodies = Array.from({ length: 200 }, (_, index) => `${index}:`.repeat(1000 + index));
  const came = await Promise.all(bodies.map(async (body) => (await fetch(origin, { method: "PUT", body })).text()));
  expect(came).toEqual(bodies);
  await proxy?.close();
  expect(recorded.map(({ answer }) => answer?.body).sort()).toEqual([...bodies].sort());
});

describe("a cut", () => {
  test("by the sender in the middle of its body reaches the target", async () => {
    let behind: RawConnection | undefined;
    const { client } = await startRaw((connection) => {
      behind = connection;
      void connection.until((text) => text.endsWith("half")).then(() => client.socket.destroy());
    });
    client.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\n\r\nhalf");
    await client.ended();
    expect((await behind?.ended())?.received).toMatch(/\r\n\r\nhalf$/);
    await proxy?.close();
    expect(recorded.map(({ request, answer, problem }) => [request.body, answer, problem])).toEqual([
      [undefined, undefined, "the sender went before the answer was whole"],
    ]);
  });

  test("by the sender who waits for an answer reaches the target", async () => {
    let behind: RawConnection | undefined;
    const { client } = await startRaw((connection) => {
      behind = connection;
      void connection.until(isWhole).then(() => client.socket.destroy());
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await client.ended();
    await behind?.ended();
    expect(behind?.socket.destroyed).toBe(true);
  });

  test.each([
    ["a length", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"],
    ["chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"],
  ])("by the target in the middle of an answer with %s reaches the sender after what came", async (_, half) => {
    const { client } = await startRaw(async ({ socket, until }) => {
      await until(isWhole);
      socket.end(half);
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    expect((await client.ended()).received).toBe(half);
    await proxy?.close();
    expect(recorded.map(({ answer, problem }) => [answer, problem])).toEqual([
      [undefined, "it cut the connection (ECONNRESET) in the middle of its answer (status 200)"],
    ]);
  });

  test("by the target is no ordinary end where the end is all that tells", async () => {
    const { client } = await startRaw(async ({ socket, until }) => {
      await until(isWhole);
      socket.write("HTTP/1.1 200 OK\r\n\r\nhalf");
      await client.until((text) => text.endsWith("half"));
      socket.resetAndDestroy();
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    expect((await client.ended()).error).toBe("ECONNRESET");
    await proxy?.close();
    expect(recorded.map(({ answer }) => answer)).toEqual([undefined]);
  });

  test("in the middle of an answer is what becomes of one that is no HTTP any more", async () => {
    const { client } = await startRaw(async ({ write, until }) => {
      await until(isWhole);
      write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n");
      await client.until((text) => text.includes("half"));
      write("zz\r\n");
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    expect((await client.ended()).received).toMatch(/4\r\nhalf\r\n$/);
    await proxy?.close();
    expect(recorded[0]?.problem).toMatch(/in the middle of its answer \(status 200\)$/);
  });

  test("by the sender between two requests reaches the target", async () => {
    let behind: RawConnection | undefined;
    const { client } = await startRaw((connection) => {
      behind = connection;
      void connection.until(isWhole).then(() => connection.write(OK));
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await client.until((text) => text.endsWith("ok"));
    client.socket.end();
    expect((await behind?.ended())?.error).toBeUndefined();
  });

  test("by the sender ends all that waits on its connection, and nothing of it reaches the target", async () => {
    const connections: RawConnection[] = [];
    target = await listenRaw((socket) => void connections.push(openRaw(socket)));
    let begun = 0;
    const clock = () => new Date(++begun);
    const onExchange = (one: RecordedExchange) => void recorded.push(one);
    proxy = await startRecordingProxy({ port: 0, target: target.origin, onExchange, clock });
    const client = await connectRaw(proxy.origin);
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(20));
    while (begun < 20) await new Promise((resolve) => setImmediate(resolve));
    while (connections[0] === undefined) await new Promise((resolve) => setImmediate(resolve));
    await connections[0].until(isWhole);
    client.socket.destroy();
    await client.ended();
    await proxy.close();
    await connections[0].ended();
    for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    // Whoever connected before this one has been let in when it is.
    const last = (await connectRaw(target.origin)).socket.localPort;
    while (!connections.some(({ socket }) => socket.remotePort === last))
      await new Promise((resolve) => setImmediate(resolve));
    const before = connections.filter(({ socket }) => socket.remotePort !== last);
    const got = await Promise.all(before.map(async (each) => (await each.ended()).received));
    expect(recorded.map(({ problem }) => problem)).toEqual(
      Array.from({ length: 20 }, () => "the sender went before the answer was whole"),
    );
    expect(got.join("").match(/GET/g)).toHaveLength(1);
  });

  test("by the target before its answer reaches the sender", async () => {
    const { client } = await startRaw(async ({ socket, until }) => {
      await until(isWhole);
      socket.destroy();
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    expect((await client.ended()).received).toBe("");
    await proxy?.close();
    expect(recorded.map(({ problem }) => problem)).toEqual(["it cut the connection (ECONNRESET)"]);
  });

  test("of one connection leaves the others alone", async () => {
    target = await listenHttp((request, response) => {
      if (request.url === "/die") request.socket.destroy();
      else response.end("alive");
    });
    const { origin } = await startProxy(target.origin);
    await expect(fetch(`${origin}/die`)).rejects.toThrow("fetch failed");
    expect(await (await fetch(origin)).text()).toBe("alive");
  });
});

test.each([
  ["keeps the connection", false],
  ["closes the connection", true],
])("an early answer to a long body is passed back, and the rest is taken, where the target %s", async (_, closes) => {
  target = await listenHttp((request, response) => {
    response.writeHead(413).end("too long", () => void (closes && request.socket.destroySoon()));
  });
  const { origin } = await startProxy(target.origin);
  const client = await connectRaw(origin);
  client.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n${"x".repeat(1000)}`);
  await client.until((text) => text.includes("too long"));
  client.write(`${"x".repeat(4_999_000)}GET / HTTP/1.1\r\nHost: x\r\n\r\n`);
  expect(await client.until((text) => text.split("too long").length > 2)).toMatch(/^HTTP\/1.1 413 .*HTTP\/1.1 413 /s);
});
