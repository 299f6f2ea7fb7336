import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { startMock } from "./start-mock.js";
import { CLOSE, GET, KEY, openServer, POST } from "./testing/open-server.js";
import { exchange, readAnswers } from "./testing/raw-socket.js";

const { port, send, statuses } = await openServer();

test("a client that waits for a word gets it, and its answer", async () => {
  const received = await exchange(port, [`${POST}Expect: 100-continue\r\nContent-Length: 2\r\n${CLOSE}`, 50, "{}"]);
  expect(received).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 422 /);
});

test("without credentials it is not asked for its body", async () => {
  const head = `${POST.replace(KEY, "")}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n`;
  expect(await statuses([head])).toEqual([401]);
});

test("requests that come in one go are answered in order", async () => {
  const go = `${GET}\r\n${GET.replace("orders", "nothing")}\r\n${GET}${CLOSE}`;
  expect(await statuses([go])).toEqual([200, 404, 200]);
});

test("garbage behind a request does not take its answer away", async () => {
  const received = await exchange(port, [`${GET}\r\ngarbage\r\n\r\n`]);
  expect(readAnswers(received).map((answer) => answer.status)).toEqual([200, 400]);
});

test("HTTP/1.0 without a Host is answered", async () => {
  const [answer] = await send([`GET /api/v1/service_orders.json HTTP/1.0\r\n${KEY}\r\n`]);
  expect(answer?.status).toBe(200);
});

test("closing does not wait for connections that are kept open", async () => {
  const other = await startMock({ port: 0 });
  const socket = connect(Number(new URL(other.origin).port), "127.0.0.1", () => socket.write(`${GET}\r\n`));
  await once(socket, "data");
  await Promise.all([other.close(), once(socket, "close")]);
  await expect(fetch(other.origin)).rejects.toThrow();
});

test("closing ends a request that never ends", async () => {
  const other = await startMock({ port: 0 });
  const socket = connect(Number(new URL(other.origin).port), "127.0.0.1", () =>
    socket.write(`${POST}Content-Length: 9\r\n\r\n`),
  );
  socket.on("error", () => {});
  await once(socket, "connect");
  await new Promise((wake) => setTimeout(wake, 50));
  await Promise.all([other.close(), once(socket, "close")]);
});

test("a taken port is named, with another to choose", async () => {
  await expect(startMock({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is already in use. Choose another`);
});
