import { readFileSync } from "node:fs";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { startSandbox } from "@quayside/sandbox";
import { afterEach, describe, expect, test } from "vitest";
import { openApi } from "../api.js";
import { type Listening, listenHttp, listenRaw } from "../testing/listen.js";
import { connectRaw, openRaw } from "../testing/raw-http.js";
import { checkTraffic } from "./check-traffic.js";
import { readHar } from "./read-har.js";
import type { RecordedExchange } from "./recorded-exchange.js";
import { type RecordingProxy, type RecordingProxyOptions, startRecordingProxy } from "./recording-proxy.js";
import { writeHar } from "./write-har.js";

let target: Pick<Listening, "origin" | "close"> | undefined;
let proxy: RecordingProxy | undefined;
let recorded: RecordedExchange[] = [];

afterEach(async () => {
  await proxy?.close();
  await target?.close();
  [proxy, target, recorded] = [undefined, undefined, []];
});

async function startProxy(origin: string, options: Partial<RecordingProxyOptions> = {}): Promise<RecordingProxy> {
  const onExchange = (one: RecordedExchange) => void recorded.push(one);
  proxy = await startRecordingProxy({ port: 0, target: origin, onExchange, ...options });
  return proxy;
}

/** What is recorded once the proxy has told all. */
async function told(): Promise<RecordedExchange[]> {
  await proxy?.close();
  proxy = undefined;
  return recorded.sort((left, right) => left.number - right.number);
}

test("an exchange is told with its heads, its bodies and its time", async () => {
  target = await listenHttp((_, response) => {
    response.writeHead(201, "Made", ["X-B", "1", "x-b", "2", "Content-Type", "text/plain", "Date", "today"]);
    response.end("done");
  });
  const clock = () => new Date("2030-01-02T03:04:05.678Z");
  const { origin } = await startProxy(target.origin, { clock });
  const client = await connectRaw(origin);
  client.write("POST /a//b?q=%zz HTTP/1.1\r\nHost: x\r\nX-Who: me\r\nContent-Length: 2\r\n\r\nhi");
  await client.until((text) => text.includes("done"));
  const { host } = new URL(target.origin);
  expect(await told()).toEqual([
    {
      number: 1,
      startedAt: "2030-01-02T03:04:05.678Z",
      durationMs: expect.any(Number),
      request: {
        method: "POST",
        url: `${target.origin}/a//b?q=%zz`,
        headers: [
          { name: "Host", value: host },
          { name: "X-Who", value: "me" },
          { name: "Content-Length", value: "2" },
        ],
        body: "hi",
      },
      answer: {
        status: 201,
        statusText: "Made",
        headers: expect.arrayContaining([
          { name: "X-B", value: "1" },
          { name: "x-b", value: "2" },
          { name: "Date", value: "today" },
        ]),
        body: "done",
      },
      problem: "",
    },
  ]);
});

describe("of a body a copy is kept", () => {
  const text = `{"a":"${"ä".repeat(100)}"}`;

  async function bodyOf(encoding: string, bytes: Uint8Array, type = "application/json", maxBytes?: number) {
    target = await listenHttp((_, response) => {
      response.writeHead(200, { "content-encoding": encoding, "content-type": type }).end(bytes);
    });
    const { origin } = await startProxy(target.origin, { maxBytes });
    const client = await connectRaw(origin);
    client.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect((await client.ended()).received).toContain(`content-encoding: ${encoding}\r\n`);
    await target.close();
    return (await told()).at(-1)?.answer?.body;
  }

  test.each([
    ["gzip", gzipSync(text)],
    ["x-gzip", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["br", brotliCompressSync(text)],
    ["zstd", zstdCompressSync(text)],
    ["GZIP, identity, br", brotliCompressSync(gzipSync(text))],
  ])("without the encoding %s", async (encoding, bytes) => {
    expect(await bodyOf(encoding, bytes)).toBe(text);
  });

  test("in its own charset", async () => {
    expect(await bodyOf("identity", Buffer.from("æ", "latin1"), "application/json; charset=iso-8859-1")).toBe("æ");
  });

  test("with its byte order mark", async () => {
    expect(await bodyOf("identity", Buffer.from("\ufeff{}"))).toBe("\ufeff{}");
  });

  test("as bytes where it is no text", async () => {
    const bytes = new Uint8Array([0, 255, 10]);
    expect(await bodyOf("identity", bytes, "image/png")).toEqual(bytes);
    expect(await bodyOf("identity", bytes)).toEqual(bytes);
  });

  test("as it came where its encoding is broken", async () => {
    const broken = gzipSync(text).subarray(0, 30);
    expect(await bodyOf("gzip", broken)).toEqual(new Uint8Array(broken));
  });

  test("no longer than the bound, compressed or not", async () => {
    expect(await bodyOf("identity", Buffer.alloc(1000, "x"), "text/plain", 1000)).toHaveLength(1000);
    expect(await bodyOf("identity", Buffer.alloc(1001, "x"), "text/plain", 1000)).toBeUndefined();
    expect(await bodyOf("gzip", gzipSync(Buffer.alloc(1001, "x")), "text/plain", 1000)).toBeUndefined();
  });

  test.each([
    ["gzip", gzipSync(Buffer.alloc(100_000_000))],
    ["br", brotliCompressSync(Buffer.alloc(100_000_000))],
    ["zstd", zstdCompressSync(Buffer.alloc(100_000_000))],
    ["gzip, gzip, gzip, gzip, gzip", Buffer.from("x")],
    ["rot13", Buffer.from("x")],
  ])("but not of a bomb, nor of an encoding that nobody knows: %s", async (encoding, bytes) => {
    expect(await bodyOf(encoding, bytes)).toBeUndefined();
  });
});

describe("what the proxy itself says", () => {
  async function said(request: string): Promise<string> {
    target = await listenHttp((_, response) => response.end("target"));
    const { origin } = await startProxy(target.origin);
    const client = await connectRaw(origin);
    client.write(request);
    return client.until((text) => text.includes("This is Quayside's recording proxy, not the target: "));
  }

  test.each([
    ["a tunnel", "CONNECT tos.example:443 HTTP/1.1\r\nHost: tos.example\r\n\r\n", "501 Not Implemented"],
    [
      "a WebSocket",
      "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
      "501 Not Implemented",
    ],
    [
      "a request as to a forward proxy",
      "GET http://tos.example/ HTTP/1.1\r\nHost: tos.example\r\n\r\n",
      "400 Bad Request",
    ],
    ["what is no HTTP", "hello\r\n\r\n", "400 Bad Request"],
    [
      "letters that Node would change",
      "PUT / HTTP/1.1\r\nHost: x\r\nX: \xe9\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n",
      "400 Bad Request",
    ],
    [
      "a head of 70,000 bytes",
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(70_000)}\r\n\r\n`,
      "431 Request Header Fields Too Large",
    ],
  ])("to %s is told from the target's words, and is not recorded", async (_, request, status) => {
    const answer = await said(request);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status}\r\n`));
    expect(answer).toContain("x-quayside-proxy: refused\r\n");
    expect(await told()).toEqual([]);
  });

  test("never gets into an answer of the target", async () => {
    const answer = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf";
    target = await listenRaw((socket) => void socket.on("data", () => socket.write(answer)));
    const { origin } = await startProxy(target.origin);
    const client = await connectRaw(origin);
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await client.until((text) => text.endsWith("half"));
    client.write("no HTTP\r\n\r\n");
    expect((await client.ended()).received).toBe(answer);
  });

  test("to somebody who does not hang up does not keep it from closing", async () => {
    const { origin } = await startProxy("http://127.0.0.1:1");
    const socket = connect({ port: Number(new URL(origin).port), host: "127.0.0.1", allowHalfOpen: true });
    const client = openRaw(socket);
    client.write("CONNECT tos.example:443 HTTP/1.1\r\nHost: tos.example\r\n\r\n");
    await client.until((text) => text.includes("it opens no tunnels"));
    expect(await told()).toEqual([]);
    socket.destroy();
  });

  test("about a target where nothing listens is recorded as no answer", async () => {
    const closed = await listenHttp(() => {});
    await closed.close();
    const { origin } = await startProxy(closed.origin);
    const response = await fetch(origin, { method: "POST", body: "x".repeat(1_000_000) });
    expect([response.status, response.headers.get("x-quayside-proxy")]).toEqual([502, "unreachable"]);
    expect(await response.text()).toBe(
      `This is Quayside's recording proxy, not the target: ${closed.origin} gave no answer, nothing listens there (ECONNREFUSED). Check the address, and that the target runs.\n`,
    );
    const [one] = await told();
    expect([one?.request.method, one?.answer, one?.problem]).toEqual([
      "POST",
      undefined,
      "nothing listens there (ECONNREFUSED)",
    ]);
  });

  test("about a target that speaks something else is recorded as no answer", async () => {
    target = await listenRaw((socket) => void socket.on("data", () => socket.write("SSH-2.0-OpenSSH_9.2\r\n")));
    const { origin } = await startProxy(target.origin);
    expect((await fetch(origin)).headers.get("x-quayside-proxy")).toBe("unreachable");
    expect((await told())[0]?.problem).toBe("something answers there, but not in HTTP");
  });
});

describe("a target with TLS", () => {
  async function startTls(): Promise<Listening> {
    const pem = readFileSync(new URL("../testing/test-only-certificate.pem", import.meta.url));
    const server = createTlsServer({ key: pem, cert: pem }, (request, response) =>
      response.end(`secure ${request.headers.host}`),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const close = () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    };
    return { origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
  }

  test("is refused where nobody trusts its certificate", async () => {
    target = await startTls();
    const { origin } = await startProxy(target.origin);
    const response = await fetch(origin);
    expect([response.status, response.headers.get("x-quayside-proxy")]).toEqual([502, "unreachable"]);
    expect(await response.text()).toContain("its certificate is not trusted");
  });

  test("is refused even where the environment would let it pass", async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    try {
      target = await startTls();
      const { origin } = await startProxy(target.origin);
      expect((await fetch(origin)).status).toBe(502);
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  });

  test("is passed on to where its certificate is trusted", async () => {
    const before = getCACertificates("default");
    const pem = readFileSync(new URL("../testing/test-only-certificate.pem", import.meta.url), "utf8");
    setDefaultCACertificates([...before, pem.slice(pem.indexOf("-----BEGIN CERTIFICATE"))]);
    try {
      target = await startTls();
      const { origin } = await startProxy(target.origin);
      for (const _ of [1, 2]) expect(await (await fetch(origin)).text()).toBe(`secure ${new URL(target.origin).host}`);
      expect((await told()).map(({ request, answer }) => [request.url, answer?.status])).toEqual([
        [`${target.origin}/`, 200],
        [`${target.origin}/`, 200],
      ]);
    } finally {
      setDefaultCACertificates(before);
    }
  });
});

test("a target with a path, and a port that is taken, are told before anything starts", async () => {
  target = await listenHttp(() => {});
  const port = Number(new URL(target.origin).port);
  const start = (options: { port: number; target: string }) =>
    startRecordingProxy({ ...options, onExchange: () => {} });
  await expect(start({ port: 0, target: "https://tos.example/api" })).rejects.toThrow("The target has a path");
  await expect(start({ port, target: target.origin })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 cannot be had (EADDRINUSE).`,
  );
});

test("what is told of an exchange that fails does not get lost", async () => {
  target = await listenHttp((_, response) => response.end());
  const running = await startRecordingProxy({
    port: 0,
    target: target.origin,
    onExchange: () => {
      throw new Error("the disk is full");
    },
  });
  expect((await fetch(running.origin)).status).toBe(200);
  await expect(running.close()).rejects.toThrow("the disk is full");
});

describe("recorded before the real sandbox", () => {
  const OCTOPI = "Token token=demo";
  const DATALOY = `Basic ${btoa("demo:demo")}`;

  /** Traffic of a caller who does some things right and some things wrong. */
  async function talk(origin: string): Promise<void> {
    const send = async (authorization: string | undefined, method: string, path: string, body?: unknown) => {
      const headers: Record<string, string> = { accept: "application/json", "accept-encoding": "gzip" };
      if (authorization !== undefined) headers.authorization = authorization;
      if (body !== undefined) headers["content-type"] = "application/json";
      const response = await fetch(origin + path, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
      });
      await response.text();
    };
    await send(OCTOPI, "GET", "/api/v1/service_orders.json?page=1&per=25");
    await send(OCTOPI, "GET", "/api/v1/service_orders/SO123456.json");
    await send(OCTOPI, "GET", "/api/v1/service_orders/none.json");
    await send(OCTOPI, "POST", "/api/v1/service_orders.json", { service_order: { wrong: true } });
    await send(OCTOPI, "PUT", "/api/v1/service_orders/SO123456/cancel.json", {
      service_order: { cancellation_reason: "late" },
    });
    await send(undefined, "GET", "/api/v1/service_orders.json");
    await send(DATALOY, "GET", "/ws/rest/ServiceOrder");
    await send(DATALOY, "GET", "/ws/rest/ServiceOrder/36647845");
    await send(DATALOY, "GET", "/ws/rest/ServiceOrder/none");
    await send(undefined, "GET", "/_sandbox/session");
  }

  async function recordSandbox(): Promise<RecordedExchange[]> {
    target = await startSandbox({ port: 0 });
    await talk((await startProxy(target.origin)).origin);
    return told();
  }

  const check = (api: string, traffic: readonly RecordedExchange[]) =>
    checkTraffic(openApi(api), traffic, { inferred: "fail", secrets: ["demo"] }).map(
      ({ operationId, name, outcome, findings }) =>
        [operationId, name, outcome, ...findings.map(({ rule, where }) => `${rule} ${where}`)].join(" "),
    );

  test("traffic breaks nothing, also once it was a HAR", async () => {
    const traffic = await recordSandbox();
    const har = [...writeHar(traffic, { version: "1", secrets: [] })].join("");
    const [octopi, dataloy] = [check("octopi", readHar(har)), check("dataloy", readHar(har))];
    expect(octopi).toEqual([
      "listServiceOrders #1 GET 200 passed",
      "getServiceOrder #2 GET 200 passed",
      "getServiceOrder #3 GET 404 passed",
      "createServiceOrder #4 POST 422 passed",
      "cancelServiceOrder #5 PUT 200 passed",
      "listServiceOrders #6 GET 401 passed",
    ]);
    expect(dataloy).toEqual([
      "listServiceOrders #7 GET 200 passed",
      "getServiceOrder #8 GET 200 passed",
      expect.stringMatching(/^getServiceOrder #9 GET 40\d passed$/),
    ]);
    expect([...octopi, ...dataloy]).toEqual([...check("octopi", traffic), ...check("dataloy", traffic)]);
  });

  test("a broken answer that is put in is found", async () => {
    const traffic = await recordSandbox();
    const har = [...writeHar(traffic, { version: "1", secrets: [] })].join("");
    const broken = har.replace(
      /\\"id\\":(\d+),\\"order_number\\":\\"SO123456\\"/,
      '\\"id\\":\\"$1\\",\\"order_number\\":\\"SO123456\\"',
    );
    expect(broken).not.toBe(har);
    expect(check("octopi", readHar(broken)).filter((line) => line.includes("failed"))).toEqual([
      expect.stringMatching(
        /^listServiceOrders #1 GET 200 failed wrong-type listServiceOrders \/service_orders\/\d+\/id$/,
      ),
    ]);
  });

  test("a HAR holds no credentials, and reads back as it was written", async () => {
    const traffic = await recordSandbox();
    const har = [...writeHar(traffic, { version: "1", secrets: [] })].join("");
    expect(har).not.toMatch(/token=demo|ZGVtbzpkZW1v/);
    const read = readHar(har);
    expect(read).toEqual(
      traffic.map((one) => ({
        ...one,
        request: {
          ...one.request,
          headers: one.request.headers.map((each) =>
            each.name.toLowerCase() === "authorization" ? { ...each, value: "[secret]" } : each,
          ),
        },
      })),
    );
    expect([...writeHar(read, { version: "1", secrets: [] })].join("")).toBe(har);
  });
});
