import type { RequestListener, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Came } from "./faulty-server.js";

const JSON_TYPE = { "content-type": "application/json" };

/** Whatever is asked, the same is answered, or what a function makes of the path. */
export function answer(come: Came | ((path: string) => Came)): RequestListener {
  return ({ url = "/" }, response) => {
    const { status, headers, body } = typeof come === "function" ? come(url) : come;
    response.writeHead(status, headers).end(body);
  };
}

/** An answer with JSON. */
export function json(status: number, body: string, headers: Came["headers"] = {}): Came {
  return { status, headers: { ...JSON_TYPE, ...headers }, body };
}

/** Leads elsewhere. */
export function redirectTo(location: string): Came {
  return { status: 302, headers: { location }, body: "" };
}

/** More than the suite reads, and valid. */
export function tenMegabytes(): string {
  return JSON.stringify({ text: "x".repeat(10 * 1024 * 1024) });
}

/** Short, valid, and deeper than a stack. */
export function deepJson(): string {
  return "[".repeat(100_000) + "]".repeat(100_000);
}

/** 1 MB that unpacks to 1 GB. Members of a gzip file may follow each other, so 10 MB are packed once only. */
export function sendGzipBomb(): RequestListener {
  const member = gzipSync(Buffer.alloc(10 * 1024 * 1024, " "));
  const bomb = Buffer.concat(Array.from({ length: 100 }, () => member));
  return (_, response) => response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end(bomb);
}

/** Bytes take the place of an answer; then the connection ends. */
export function sendBytes(bytes: string): RequestListener {
  return (request, { socket }) => request.resume().on("end", () => socket?.end(bytes));
}

/** A beginning for {@link sendBytes}: the head of an answer with one more header. */
export function headWith(header: string): string {
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${header}\r\n\r\n`;
}

/** A healthy head, and then a byte from time to time. */
export function drip(everyMs: number): RequestListener {
  return (_, response) => {
    response.writeHead(200, JSON_TYPE);
    repeat(everyMs, response, () => response.write(" "));
  };
}

/** Says from time to time that the answer will come. */
export function promise(everyMs: number): RequestListener {
  return (_, response) => repeat(everyMs, response, () => response.writeProcessing());
}

/** Until the connection is closed. */
function repeat(everyMs: number, response: ServerResponse, send: () => void): void {
  send();
  const timer = setInterval(send, everyMs);
  response.on("close", () => clearInterval(timer));
}

/** Headers, as long as somebody takes them. */
export const sendHeadersWithoutEnd: RequestListener = (_, { socket }) => {
  const headers = `x-again: ${"x".repeat(1000)}\r\n`.repeat(60);
  const send = () => {
    while (socket?.writable && socket.write(headers));
  };
  socket?.on("drain", send).write("HTTP/1.1 200 OK\r\n");
  send();
};
