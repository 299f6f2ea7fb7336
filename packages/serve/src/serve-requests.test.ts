import { expect, test } from "vitest";
import type { Answer } from "./answer.js";
import { Refusal } from "./refusal.js";
import { CLOSE, GET, get, openFront, openServer, POST, post } from "./testing/open-server.js";
import { exchange, readAnswers } from "./testing/raw-socket.js";

const { port, send, statuses } = await openServer();
const LATE = GET.replace("echo", "late");
const CUT = GET.replace("echo", "cut");

test("requests that come in one go are answered in order", async () => {
  const go = `${LATE}\r\n${GET.replace("echo", "unread")}\r\n${GET}${CLOSE}`;
  expect(await statuses([go])).toEqual([200, 404, 200]);
});

test("a thousand requests in one go are all answered", async () => {
  expect(await statuses([`${GET}\r\n`.repeat(999) + GET + CLOSE])).toHaveLength(1000);
});

test("HEAD has the headers of GET, its length among them, and no body", async () => {
  const [whole] = await send([get("/echo")]);
  const length = Number(whole?.headers.get("content-length")) + "HEAD".length - "GET".length;
  const received = await exchange(port, [get("/echo").replace("GET", "HEAD")]);
  expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\n(.+\r\n)*content-type: application\/json\r\n(.+\r\n)*\r\n$/);
  expect(received).toContain(`content-length: ${length}\r\n`);
});

test("a status without a body has neither a body nor a length", async () => {
  const [head, body] = (await exchange(port, [get("/empty")])).split("\r\n\r\n");
  expect([head?.match(/^HTTP\/1\.1 204 /)?.length, head?.match(/content-length/i), body]).toEqual([1, null, ""]);
});

test("an answer of several megabytes arrives whole, in UTF-8", async () => {
  const [answer] = await send([post("é".repeat(100_000))]);
  expect(JSON.parse(answer?.body ?? "").body).toBe("é".repeat(100_000));
});

test("an answer that fails cuts its connection without a byte", async () => {
  expect(await exchange(port, [`${CUT}\r\n`])).toBe("");
  // Also once the body is read to its end: then Node would keep the connection.
  expect(await exchange(port, [`${POST.replace("echo", "cut")}Content-Length: 2\r\n\r\n{}`])).toBe("");
});

test("an answer that fails takes neither earlier answers nor other connections with it", async () => {
  const other = statuses([`${LATE}${CLOSE}`]);
  expect(await statuses([`${LATE}\r\n${CUT}\r\n${GET}\r\n`])).toEqual([200]);
  expect(await other).toEqual([200]);
});

test.each<[string, Answer]>([
  [
    "throws before it is a promise",
    () => {
      throw new Error("now");
    },
  ],
  ["rejects with nothing", () => Promise.reject()],
  ["has a header that is none", async () => ({ status: 200, headers: { "x\r\n": "y" }, body: "" })],
  ["has a header of two lines", async () => ({ status: 200, headers: { x: "y\r\nz: 1" }, body: "" })],
  ["has a status that is none", async () => ({ status: 42, headers: {}, body: "" })],
])("an answer that %s cuts its connection", async (_, answer) => {
  const front = await openFront(() => answer);
  expect(await exchange(front.port, [get("/")])).toBe("");
  expect(await exchange(front.port, [get("/")])).toBe("");
  await front.close();
});

test("a Refusal that an answer throws is answered", async () => {
  const front = await openFront(() => () => Promise.reject(new Refusal(429, "Wait.", { "retry-after": "1" })));
  const [answer] = readAnswers(await exchange(front.port, [get("/")]));
  expect([answer?.status, answer?.headers.get("retry-after"), answer?.body]).toEqual([429, "1", '{"error":"Wait."}']);
  await front.close();
});
