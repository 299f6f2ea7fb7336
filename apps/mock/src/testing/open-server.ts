import { afterAll, afterEach, expect } from "vitest";
import { startMock } from "../start-mock.js";
import { exchange, type Piece, readAnswers } from "./raw-socket.js";

/** Pieces of requests, as they go over the wire. */
export const KEY = "Authorization: Token token=k\r\n";
export const CLOSE = "Connection: close\r\n\r\n";
export const GET = `GET /api/v1/service_orders.json HTTP/1.1\r\nHost: mock.test\r\n${KEY}`;
export const POST = `POST /api/v1/service_orders.json HTTP/1.1\r\nHost: mock.test\r\n${KEY}Content-Type: application/json\r\n`;

/** A whole GET of a path, with further header lines. */
export function get(path: string, headers = ""): string {
  return `GET ${path} HTTP/1.1\r\nHost: mock.test\r\n${KEY}${headers}${CLOSE}`;
}

/** A whole POST of a body. */
export function post(body: string): string {
  return `${POST}Content-Length: ${Buffer.byteLength(body)}\r\n${CLOSE}${body}`;
}

/** Serves a mock for the tests of one file. After each of them it must have had no fault, and answer the next request. */
export async function openServer() {
  const faults: unknown[] = [];
  const mock = await startMock({ port: 0, requestTimeoutMs: 1000, onFault: (fault) => faults.push(fault) });
  const port = Number(new URL(mock.origin).port);
  afterEach(async () => {
    const [answer] = readAnswers(await exchange(port, [GET + CLOSE]));
    expect([answer?.status, faults], "the next request is served").toEqual([200, []]);
  });
  afterAll(() => mock.close());
  const send = async (pieces: readonly Piece[]) => readAnswers(await exchange(port, pieces));
  return {
    port,
    send,
    statuses: async (pieces: readonly Piece[]) => (await send(pieces)).map(({ status }) => status),
    expectRefusal: (pieces: readonly Piece[], status: number, sentence: RegExp, halfClose = false) =>
      expectRefusal(port, pieces, status, sentence, halfClose),
  };
}

/** Expects one answer, in JSON, with a sentence that fits and nothing of the mock's inside. */
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
