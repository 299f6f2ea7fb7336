import { readFileSync } from "node:fs";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, describe, expect, test } from "vitest";
import { type Listening, listenHttp, listenRaw } from "../testing/listen.js";
import { connectRaw, openRaw } from "../testing/raw-http.js";
import { openRecording } from "../testing/recording.js";

const recording = openRecording();
afterEach(() => recording.close());

describe("what the proxy itself says", () => {
  async function said(request: string): Promise<string> {
    const target = await listenHttp((_, response) => response.end("target"));
    const { origin } = await recording.start(target);
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
    expect(await recording.told()).toEqual([]);
  });

  test("never gets into an answer of the target", async () => {
    const answer = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf";
    const target = await listenRaw((socket) => void socket.on("data", () => socket.write(answer)));
    const { origin } = await recording.start(target);
    const client = await connectRaw(origin);
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await client.until((text) => text.endsWith("half"));
    client.write("no HTTP\r\n\r\n");
    expect((await client.ended()).received).toBe(answer);
  });

  test("to somebody who does not hang up does not keep it from closing", async () => {
    const { origin } = await recording.start(await listenHttp(() => {}));
    const socket = connect({ port: Number(new URL(origin).port), host: "127.0.0.1", allowHalfOpen: true });
    const client = openRaw(socket);
    client.write("CONNECT tos.example:443 HTTP/1.1\r\nHost: tos.example\r\n\r\n");
    await client.until((text) => text.includes("it opens no tunnels"));
    expect(await recording.told()).toEqual([]);
    socket.destroy();
  });

  test("about a target where nothing listens is recorded as no answer", async () => {
    const closed = await listenHttp(() => {});
    await closed.close();
    const { origin } = await recording.start(closed);
    const response = await fetch(origin, { method: "POST", body: "x".repeat(1_000_000) });
    expect([response.status, response.headers.get("x-quayside-proxy")]).toEqual([502, "unreachable"]);
    expect(await response.text()).toBe(
      `This is Quayside's recording proxy, not the target: ${closed.origin} gave no answer, nothing listens there (ECONNREFUSED). Check the address, and that the target runs.\n`,
    );
    const [one] = await recording.told();
    expect([one?.request.method, one?.answer, one?.problem]).toEqual([
      "POST",
      undefined,
      "nothing listens there (ECONNREFUSED)",
    ]);
  });

  test("about a target that speaks something else is recorded as no answer", async () => {
    const target = await listenRaw((socket) => void socket.on("data", () => socket.write("SSH-2.0-OpenSSH_9.2\r\n")));
    const { origin } = await recording.start(target);
    expect((await fetch(origin)).headers.get("x-quayside-proxy")).toBe("unreachable");
    expect((await recording.told())[0]?.problem).toBe("something answers there, but not in HTTP");
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
    const target = await startTls();
    const { origin } = await recording.start(target);
    const response = await fetch(origin);
    expect([response.status, response.headers.get("x-quayside-proxy")]).toEqual([502, "unreachable"]);
    expect(await response.text()).toContain("its certificate is not trusted");
  });

  test("is refused even where the environment would let it pass", async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    try {
      const target = await startTls();
      const { origin } = await recording.start(target);
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
      const target = await startTls();
      const { origin } = await recording.start(target);
      for (const _ of [1, 2]) expect(await (await fetch(origin)).text()).toBe(`secure ${new URL(target.origin).host}`);
      expect((await recording.told()).map(({ request, answer }) => [request.url, answer?.status])).toEqual([
        [`${target.origin}/`, 200],
        [`${target.origin}/`, 200],
      ]);
    } finally {
      setDefaultCACertificates(before);
    }
  });
});
