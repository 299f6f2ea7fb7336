import { afterAll, afterEach, expect } from "vitest";
import type { Answer } from "../answer.js";
import { type ServeOptions, serve } from "../serve.js";
import { exchange, type Piece, readAnswers } from "./raw-socket.js";

/** Pieces of requests, as they go over the wire. */
export const CLOSE = "Connection: close\r\n\r\n";
export const GET = "GET /echo HTTP/1.1\r\nHost: front.test\r\n";
export const POST = "POST /echo HTTP/1.1\r\nHost: front.test\r\n";

/** A whole GET of a path, with further header lines. */
export function get(path: string, headers = ""): string {
  return `GET ${path} HTTP/1.1\r\nHost: front.test\r\n${headers}${CLOSE}`;
}

/** A whole POST of a body. */
export function post(body: string | Buffer): string {
  return `${POST}Content-Length: ${Buffer.byteLength(body)}\r\n${CLOSE}${body}`;
}

/** Says what came. `/unread` is answered before its body is, `/late` after the next requests are, and `/cut` not at all. */
export const echo: Answer = async (request) => {
  const { method, url, headers } = request;
  const { pathname } = new URL(url);
  if (pathname === "/late") await new Promise((wake) => setTimeout(wake, 50));
  const body = pathname === "/unread" ? null : await request.text();
  if (pathname === "/cut") throw new Error("This connection is cut.");
  const status = pathname === "/unread" ? 404 : pathname === "/empty" ? 204 : 200;
  const fields = { "content-type": "application/json", ...(method === "OPTIONS" ? { allow: "GET, OPTIONS" } : {}) };
  return { status, headers: fields, body: JSON.stringify({ method, url, headers: Object.fromEntries(headers), body }) };
};

/** A front before an answer, on a free port. */
export async function openFront(open: ServeOptions["open"], options: Partial<ServeOptions> = {}) {
  const front = await serve({
    port: 0,
    open,
    name: "the echo",
    maxBodyBytes: 262_144,
    requestTimeoutMs: 1000,
    ...options,
  });
  return { ...front, port: Number(new URL(front.origin).port) };
}

/** Serves {@link echo} for the tests of one file. After each of them the next request must be answered. */
export async function openServer() {
  const { port, close } = await openFront(() => echo);
  afterEach(async () => {
    const [answer] = readAnswers(await exchange(port, [GET + CLOSE]));
    expect(answer?.status, "the next request is served").toBe(200);
  });
  afterAll(close);
  const send = async (pieces: readonly Piece[]) => readAnswers(await exchange(port, pieces));
  return {
    port,
    send,
    statuses: async (pieces: readonly Piece[]) => (await send(pieces)).map(({ status }) => status),
    expectRefusal: (pieces: readonly Piece[], status: number, sentence: RegExp, halfClose = false) =>
      expectRefusal(port, pieces, status, sentence, halfClose),
  };
}

/** Expects one answer, in JSON, with a sentence that fits and nothing of the front's inside. */
async function expectRefusal(
  port: number,
  pieces: readonly Piece[],
  status: number,
  sentence: RegExp,
  halfClose: boolean,
): Promise<Headers> {
  const answers = readAnswers(await exchange(port, pieces, halfClose));
  expect(answers.map((answer) => [answer.status, answer.headers.get("content-type")])).toEqual([
    [status, "application/json"],
  ]);
  const [answer] = answers;
  expect(JSON.parse(answer?.body ?? "")).toEqual({ error: expect.stringMatching(sentence) });
  expect(answer?.body).not.toMatch(/\n|node_modules|\.js\b/);
  return answer?.headers ?? new Headers();
}
