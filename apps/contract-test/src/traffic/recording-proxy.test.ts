import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { listenHttp } from "../testing/listen.js";
import { connectRaw } from "../testing/raw-http.js";
import { openRecording } from "../testing/recording.js";
import { startRecordingProxy } from "./recording-proxy.js";

const recording = openRecording();
afterEach(() => recording.close());

test("an exchange is told with its heads, its bodies and its time", async () => {
  const target = await listenHttp((_, response) => {
    response.writeHead(201, "Made", ["X-B", "1", "x-b", "2", "Content-Type", "text/plain", "Date", "today"]);
    response.end("done");
  });
  const clock = () => new Date("2030-01-02T03:04:05.678Z");
  const { origin } = await recording.start(target, { clock });
  const client = await connectRaw(origin);
  client.write("POST /a//b?q=%zz HTTP/1.1\r\nHost: x\r\nX-Who: me\r\nContent-Length: 2\r\n\r\nhi");
  await client.until((text) => text.includes("done"));
  const { host } = new URL(target.origin);
  expect(await recording.told()).toEqual([
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
    const target = await listenHttp((_, response) => {
      response.writeHead(200, { "content-encoding": encoding, "content-type": type }).end(bytes);
    });
    const { origin } = await recording.start(target, { maxBytes });
    const client = await connectRaw(origin);
    client.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect((await client.ended()).received).toContain(`content-encoding: ${encoding}\r\n`);
    return (await recording.told()).at(-1)?.answer?.body;
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

test("a target with a path, and a port that is taken, are told before anything starts", async () => {
  const target = await listenHttp(() => {});
  const port = Number(new URL(target.origin).port);
  const start = (options: { port: number; target: string }) =>
    startRecordingProxy({ ...options, onExchange: () => {} });
  await expect(start({ port: 0, target: "https://tos.example/api" })).rejects.toThrow("The target has a path");
  await expect(start({ port, target: target.origin })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 cannot be had (EADDRINUSE).`,
  );
  await target.close();
});

test("what is told of an exchange that fails does not get lost", async () => {
  const target = await listenHttp((_, response) => response.end());
  const running = await startRecordingProxy({
    port: 0,
    target: target.origin,
    onExchange: () => {
      throw new Error("the disk is full");
    },
  });
  expect((await fetch(running.origin)).status).toBe(200);
  await expect(running.close()).rejects.toThrow("the disk is full");
  await target.close();
});
