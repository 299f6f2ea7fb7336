import { type Agent, type IncomingHttpHeaders, request as openRequest } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Headers } from "./mutant.ts";

/** A message as bytes, which nobody has looked into. */
export type Message = { readonly headers: Headers; readonly body: Buffer };

/** Belongs to one connection, or follows from the body. */
const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "content-length", "expect"];

/** Headers that may be passed on, each as one text. */
export function endToEnd(headers: IncomingHttpHeaders): Headers {
  const kept = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

/**
 * Sends a request over connections that stay open.
 *
 * @param url - Path and query, as they came.
 * @throws Error where no whole answer comes.
 */
export async function exchange(
  agent: Agent,
  origin: string,
  { method, url, headers, body }: Message & { readonly method: string; readonly url: string },
): Promise<Message & { readonly status: number }> {
  const { hostname, port } = new URL(origin);
  const length = body.length > 0 || method === "POST" ? { "content-length": String(body.length) } : {};
  return await new Promise((resolve, reject) => {
    const options = { agent, hostname, port, method, path: url, headers: { ...headers, ...length }, setHost: false };
    const request = openRequest(options, (response) => {
      const answered = (bytes: Buffer) =>
        resolve({ status: response.statusCode ?? 0, headers: endToEnd(response.headers), body: bytes });
      buffer(response).then(answered, reject);
    });
    request.on("error", reject);
    request.end(body);
  });
}
