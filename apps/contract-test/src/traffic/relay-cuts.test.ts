import { createHash } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { listenHttp, listenRaw } from "../testing/listen.js";
import { connectRaw, isRequest, openRaw, type RawConnection } from "../testing/raw-http.js";
import { openRecording } from "../testing/recording.js";

const recording = openRecording();
afterEach(() => recording.close());

test("twenty megabytes pass both ways, and are not kept", async () => {
  const target = await listenHttp((request, response) => request.pipe(response));
  const { origin } = await recording.start(target);
  const body = Buffer.alloc(20_000_000, "0123456789abcdef");
  const response = await fetch(origin, { method: "POST", body });
  const came = Buffer.from(await response.arrayBuffer());
  expect(hashOf(came)).toBe(hashOf(body));
  expect((await recording.told()).map(({ request, answer }) => [request.body, answer?.body])).toEqual([
    [undefined, undefined],
  ]);
});

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

test("many at once do not get into each other's way", async () => {
  const target = await listenHttp((request, response) => {
    response.setHeader("content-type", "text/plain");
    request.pipe(response);
  });
  const { origin } = await recording.start(target);
  const bodies = Array.from({ length: 200 }, (_, index) => `${index}:`.repeat(1000 + index));
  const came = await Promise.all(bodies.map(async (body) => (await fetch(origin, { method: "PUT", body })).text()));
  expect(came).toEqual(bodies);
  expect((await recording.told()).map(({ answer }) => answer?.body).sort()).toEqual([...bodies].sort());
});

describe("a cut", () => {
  test("by the sender in the middle of its body reaches the target", async () => {
    let behind: RawConnection | undefined;
    const { client } = await recording.startRaw((connection) => {
      behind = connection;
      void connection.until((text) => text.endsWith("half")).then(() => client.socket.destroy());
    });
    client.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\n\r\nhalf");
    await client.ended();
    expect((await behind?.ended())?.received).toMatch(/\r\n\r\nhalf$/);
    expect((await recording.told()).map(({ request, answer, problem }) => [request.body, answer, problem])).toEqual([
      [undefined, undefined, "the sender went before the answer was whole"],
    ]);
  });

  test("by the sender who waits for an answer reaches the target", async () => {
    let behind: RawConnection | undefined;
    const { client } = await recording.startRaw((connection) => {
      behind = connection;
      void connection.until(isRequest).then(() => client.socket.destroy());
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
    const { client } = await recording.startRaw(async ({ socket, until }) => {
      await until(isRequest);
      socket.end(half);
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    expect((await client.ended()).received).toBe(half);
    expect((await recording.told()).map(({ answer, problem }) => [answer, problem])).toEqual([
      [undefined, "it cut the connection (ECONNRESET) in the middle of its answer (status 200)"],
    ]);
  });

  test("by the target is no ordinary end where the end is all that tells", async () => {
    const { client } = await recording.startRaw(async ({ socket, until }) => {
      await until(isRequest);
      socket.write("HTTP/1.1 200 OK\r\n\r\nhalf");
      await client.until((text) => text.endsWith("half"));
      socket.resetAndDestroy();
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    expect((await client.ended()).error).toBe("ECONNRESET");
    expect((await recording.told()).map(({ answer }) => answer)).toEqual([undefined]);
  });

  test("in the middle of an answer is what becomes of one that is no HTTP any more", async () => {
    const { client } = await recording.startRaw(async ({ write, until }) => {
      await until(isRequest);
      write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n");
      await client.until((text) => text.includes("half"));
      write("zz\r\n");
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    expect((await client.ended()).received).toMatch(/4\r\nhalf\r\n$/);
    expect((await recording.told())[0]?.problem).toMatch(/in the middle of its answer \(status 200\)$/);
  });

  test("by the sender between two requests reaches the target", async () => {
    let behind: RawConnection | undefined;
    const { client } = await recording.startRaw((connection) => {
      behind = connection;
      void connection.until(isRequest).then(() => connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await client.until((text) => text.endsWith("ok"));
    client.socket.end();
    expect((await behind?.ended())?.error).toBeUndefined();
  });

  test("by the sender ends all that waits on its connection, and nothing of it reaches the target", async () => {
    const connections: RawConnection[] = [];
    const target = await listenRaw((socket) => void connections.push(openRaw(socket)));
    let begun = 0;
    const clock = () => new Date(++begun);
    const { origin } = await recording.start(target, { clock });
    const client = await connectRaw(origin);
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(20));
    while (begun < 20) await new Promise((resolve) => setImmediate(resolve));
    while (connections[0] === undefined) await new Promise((resolve) => setImmediate(resolve));
    await connections[0].until(isRequest);
    client.socket.destroy();
    await client.ended();
    const told = await recording.told();
    await connections[0].ended();
    for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    // Whoever connected before this one has been let in when it is.
    const last = (await connectRaw(target.origin)).socket.localPort;
    while (!connections.some(({ socket }) => socket.remotePort === last))
      await new Promise((resolve) => setImmediate(resolve));
    const before = connections.filter(({ socket }) => socket.remotePort !== last);
    const got = await Promise.all(before.map(async (each) => (await each.ended()).received));
    expect(told.map(({ problem }) => problem)).toEqual(
      Array.from({ length: 20 }, () => "the sender went before the answer was whole"),
    );
    expect(got.join("").match(/GET/g)).toHaveLength(1);
  });

  test("by the target before its answer reaches the sender", async () => {
    const { client } = await recording.startRaw(async ({ socket, until }) => {
      await until(isRequest);
      socket.destroy();
    });
    client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    expect((await client.ended()).received).toBe("");
    expect((await recording.told()).map(({ problem }) => problem)).toEqual(["it cut the connection (ECONNRESET)"]);
  });

  test("of one connection leaves the others alone", async () => {
    const target = await listenHttp((request, response) => {
      if (request.url === "/die") request.socket.destroy();
      else response.end("alive");
    });
    const { origin } = await recording.start(target);
    await expect(fetch(`${origin}/die`)).rejects.toThrow("fetch failed");
    expect(await (await fetch(origin)).text()).toBe("alive");
  });
});

test.each([
  ["keeps the connection", false],
  ["closes the connection", true],
])("an early answer to a long body is passed back, and the rest is taken, where the target %s", async (_, closes) => {
  const target = await listenHttp((request, response) => {
    response.writeHead(413).end("too long", () => void (closes && request.socket.destroySoon()));
  });
  const { origin } = await recording.start(target);
  const client = await connectRaw(origin);
  client.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n${"x".repeat(1000)}`);
  await client.until((text) => text.includes("too long"));
  client.write(`${"x".repeat(4_999_000)}GET / HTTP/1.1\r\nHost: x\r\n\r\n`);
  expect(await client.until((text) => text.split("too long").length > 2)).toMatch(/^HTTP\/1.1 413 .*HTTP\/1.1 413 /s);
});
