import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { CLOSE, GET, openFront, openServer, POST, post } from "./testing/open-server.js";
import { exchange, readAnswers } from "./testing/raw-socket.js";

const { port, send, statuses, expectRefusal } = await openServer();
const MEGABYTE = "x".repeat(1_000_000);
const CHUNK = `${MEGABYTE.length.toString(16)}\r\n${MEGABYTE}\r\n`;
const twentyTimes = (piece: string) => Array.from({ length: 20 }, () => piece);

test.each([
  ["with a length", post('{"a":"é"}')],
  ["in chunks", `${POST}Transfer-Encoding: chunked\r\n${CLOSE}4\r\n{"a"\r\n6\r\n:"é"}\r\n0\r\n\r\n`],
  ["behind a byte order mark", post('\ufeff{"a":"é"}')],
])("a body %s is read as text", async (_, request) => {
  const [answer] = await send([request]);
  expect(JSON.parse(answer?.body ?? "")).toMatchObject({ method: "POST", body: '{"a":"é"}' });
});

test("a body of the largest size is read, one of a byte more is refused", async () => {
  expect(await statuses([post("x".repeat(262_144))])).toEqual([200]);
  await expectRefusal([post("x".repeat(262_145))], 413, /262144 bytes, which is all that the echo reads/);
});

test("a body that is not UTF-8 is refused", async () => {
  const body = Buffer.from([0x22, 0xff, 0x22]);
  await expectRefusal([`${POST}Content-Length: 3\r\n${CLOSE}`, body], 400, /not UTF-8/);
});

test("a body that stops short, and its client with it, is refused", async () => {
  await expectRefusal([`${POST}Content-Length: 100\r\n\r\n{"a":`], 400, /ended/, true);
});

test("a body that stops short is refused in time", async () => {
  await expectRefusal([`${POST}Content-Length: 100\r\n\r\n{"a":`], 408, /in time/);
});

test("a body that drips in is refused in time", async () => {
  const drops = Array.from({ length: 8 }, () => [300, "x"]).flat();
  await expectRefusal([`${POST}Content-Length: 100\r\n\r\n`, ...drops], 408, /in time/);
});

test("a client that goes away in the middle harms nobody", async () => {
  const socket = connect(port, "127.0.0.1", () =>
    socket.write(`${POST}Content-Length: 100\r\n\r\n{`, () => socket.resetAndDestroy()),
  );
  await once(socket, "close");
});

test("a body that is read after its client has gone away has ended too soon", async () => {
  const problems: unknown[] = [];
  const front = await openFront(() => async (request) => {
    await new Promise((wake) => setTimeout(wake, 50));
    await request.text().catch((problem) => problems.push(problem));
    throw new Error("Nobody is there to answer.");
  });
  const head = `${POST}Content-Length: 100\r\n\r\n{`;
  const socket = connect(front.port, "127.0.0.1", () => socket.write(head, () => socket.resetAndDestroy()));
  await once(socket, "close");
  await new Promise((wake) => setTimeout(wake, 100));
  expect(problems).toMatchObject([{ status: 400, message: "The body ended before its announced length." }]);
  await front.close();
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

test("20 MB with a length are refused, and the answer can be read", async () => {
  await expectRefusal([`${POST}Content-Length: 20000000\r\n${CLOSE}`, ...twentyTimes(MEGABYTE)], 413, /262144 bytes/);
});

test("20 MB in chunks are refused, and the answer can be read", async () => {
  const pieces = [`${POST}Transfer-Encoding: chunked\r\n${CLOSE}`, ...twentyTimes(CHUNK), "0\r\n\r\n"];
  await expectRefusal(pieces, 413, /262144 bytes/);
});

test("too large a body is answered while it still arrives", async () => {
  // The rest of the body is never sent: only an answer that does not wait for it can come.
  const received = await exchange(port, [`${POST}Transfer-Encoding: chunked\r\n\r\n`, CHUNK]);
  expect(readAnswers(received).map((answer) => answer.status)).toEqual([413]);
});

test("too large a body leaves the connection good for the next request", async () => {
  const pieces = [`${POST}Transfer-Encoding: chunked\r\n\r\n`, ...twentyTimes(CHUNK), `0\r\n\r\n${GET}${CLOSE}`];
  expect(await statuses(pieces)).toEqual([413, 200]);
});

test("a body that nobody reads leaves the connection good for the next request", async () => {
  const head = `${POST.replace("echo", "unread")}Content-Length: 20000000\r\n\r\n`;
  expect(await statuses([head, ...twentyTimes(MEGABYTE), GET + CLOSE])).toEqual([404, 200]);
});

test("a client that waits for a word gets it, and its answer", async () => {
  const received = await exchange(port, [`${POST}Expect: 100-continue\r\nContent-Length: 2\r\n${CLOSE}`, 50, "{}"]);
  expect(received).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
});

test("a client is not asked for a body that nobody reads", async () => {
  const head = `${POST.replace("echo", "unread")}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n`;
  const received = await exchange(port, [head]);
  expect(received).toMatch(/^HTTP\/1\.1 404 /);
  // Nobody knows whether the body follows.
  expect(readAnswers(received).map(({ headers }) => headers.get("connection"))).toEqual(["close"]);
});

test("a client is not asked for a body that is too large", async () => {
  const received = await exchange(port, [`${POST}Expect: 100-continue\r\nContent-Length: 20000000\r\n\r\n`]);
  expect(received).toMatch(/^HTTP\/1\.1 413 /);
  expect(readAnswers(received)).toHaveLength(1);
});
