import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { CLOSE, GET, openServer, POST, post } from "./testing/open-server.js";
import { exchange, readAnswers } from "./testing/raw-socket.js";

const { port, statuses, expectRefusal } = await openServer();
const MEGABYTE = "x".repeat(1_000_000);
const CHUNK = `${MEGABYTE.length.toString(16)}\r\n${MEGABYTE}\r\n`;

test.each([
  ["malformed", '{"service_order":', 422, /cannot be read/],
  ["20,000 levels deep", "[".repeat(20_000), 422, /deeper/],
  ["100,000 objects deep", '{"a":'.repeat(50_000), 422, /deeper/],
  ["not UTF-8 in a name", '{"\ud800":1}', 422, /service_order/],
  ["empty", "", 422, /required/],
])("a body that is %s is refused", async (_, body, status, sentence) => {
  await expectRefusal([post(body)], status, sentence);
});

test("a body a million levels deep is refused", async () => {
  await expectRefusal([post("[".repeat(1_000_000))], 413, /262144 bytes/);
});

test.each([["text/plain"], ["application/x-www-form-urlencoded"], ["nonsense"]])(
  "a body of type %s is refused",
  async (type) => {
    await expectRefusal([post('{"service_order":{}}').replace("application/json", type)], 415, /application\/json/);
  },
);

test("a JSON body without a type is refused", async () => {
  await expectRefusal([post("{}").replace("Content-Type: application/json\r\n", "")], 415, /Content-Type is missing/);
});

test("a body that stops short, and its client with it, is refused", async () => {
  await expectRefusal([`${POST}Content-Length: 100\r\n\r\n{"a":`], 400, /ended/, true);
});

test("a body that stops short is refused in time", async () => {
  await expectRefusal([`${POST}Content-Length: 100\r\n\r\n{"a":`], 408, /in time/);
});

test("a client that goes away in the middle harms nobody", async () => {
  const socket = connect(port, "127.0.0.1", () =>
    socket.write(`${POST}Content-Length: 100\r\n\r\n{`, () => socket.resetAndDestroy()),
  );
  await once(socket, "close");
});

test.each([
  ["at once", ["zz\r\nhello"]],
  ["after a good chunk", ['5\r\n{"a":\r\n', 50, `zz\r\n${MEGABYTE}`]],
  ["in the size", ["ffffffffffffffffff\r\n"]],
])("chunks that are garbage %s are refused", async (_, pieces) => {
  await expectRefusal([`${POST}Transfer-Encoding: chunked\r\n\r\n`, ...pieces], 400, /HTTP/);
});

test("chunks and a length together are refused", async () => {
  await expectRefusal([`${POST}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n`], 400, /HTTP/);
});

const twentyTimes = (piece: string) => Array.from({ length: 20 }, () => piece);

test("with a length is refused, and the answer can be read", async () => {
  await expectRefusal([`${POST}Content-Length: 20000000\r\n${CLOSE}`, ...twentyTimes(MEGABYTE)], 413, /262144 bytes/);
});

test("in chunks is refused, and the answer can be read", async () => {
  const pieces = [`${POST}Transfer-Encoding: chunked\r\n${CLOSE}`, ...twentyTimes(CHUNK), "0\r\n\r\n"];
  await expectRefusal(pieces, 413, /262144 bytes/);
});

test("is answered while it still arrives", async () => {
  // The rest of the body is never sent: only an answer that does not wait for it can come.
  const received = await exchange(port, [`${POST}Transfer-Encoding: chunked\r\n\r\n`, CHUNK]);
  expect(readAnswers(received).map((answer) => answer.status)).toEqual([413]);
});

test("leaves the connection good for the next request", async () => {
  const pieces = [`${POST}Transfer-Encoding: chunked\r\n\r\n`, ...twentyTimes(CHUNK), `0\r\n\r\n${GET}${CLOSE}`];
  expect(await statuses(pieces)).toEqual([413, 200]);
});

test("to an unknown path is a 404, and the answer can be read", async () => {
  const head = `POST /nowhere HTTP/1.1\r\nHost: mock.test\r\nContent-Length: 20000000\r\n${CLOSE}`;
  await expectRefusal([head, ...twentyTimes(MEGABYTE)], 404, /nowhere/);
});

test("is not asked for when the client waits for a word", async () => {
  const received = await exchange(port, [`${POST}Expect: 100-continue\r\nContent-Length: 20000000\r\n\r\n`]);
  expect(received).toMatch(/^HTTP\/1\.1 413 /);
  expect(readAnswers(received)).toHaveLength(1);
});
