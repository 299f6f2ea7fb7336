import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { CLOSE, echo, GET, openFront, openServer, POST } from "./testing/open-server.js";
import { exchange, readAnswers } from "./testing/raw-socket.js";

const { port } = await openServer();

test("the answer is opened once the port is there, and requests wait for it", async () => {
  let ready = (_: typeof echo) => {};
  const opening = new Promise<typeof echo>((resolve) => {
    ready = resolve;
  });
  const free = await openFront(() => echo);
  await free.close();
  const starting = openFront(() => opening, { port: free.port });
  const received = exchange(free.port, [GET + CLOSE]);
  setTimeout(() => ready(echo), 50);
  expect(readAnswers(await received).map(({ status }) => status)).toEqual([200]);
  await (await starting).close();
});

test("what opening throws is thrown, and the port is free again", async () => {
  const free = await openFront(() => echo);
  await free.close();
  const fail = () => Promise.reject(new Error("No spec."));
  await expect(openFront(fail, { port: free.port })).rejects.toThrow("No spec.");
  await (await openFront(() => echo, { port: free.port })).close();
});

test("a taken port is named, with another to choose, and nothing is opened", async () => {
  let opened = false;
  const open = () => {
    opened = true;
    return echo;
  };
  await expect(openFront(open, { port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is already in use. Choose another`,
  );
  expect(opened).toBe(false);
});

test("closing does not wait for connections that are kept open", async () => {
  const other = await openFront(() => echo);
  const socket = connect(other.port, "127.0.0.1", () => socket.write(`${GET}\r\n`));
  await once(socket, "data");
  await Promise.all([other.close(), once(socket, "close")]);
  await expect(fetch(other.origin)).rejects.toThrow();
});

test("closing lets an answer finish, and ends a request that never ends", async () => {
  const other = await openFront(() => echo);
  const answered = exchange(other.port, [`${GET.replace("echo", "late")}\r\n`]);
  const socket = connect(other.port, "127.0.0.1", () => socket.write(`${POST}Content-Length: 9\r\n\r\n`));
  socket.on("error", () => {});
  await once(socket, "connect");
  await new Promise((wake) => setTimeout(wake, 20));
  await Promise.all([other.close(), once(socket, "close")]);
  expect(readAnswers(await answered).map(({ status }) => status)).toEqual([200]);
});
