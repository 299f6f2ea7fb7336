import type { IncomingMessage } from "node:http";
import type { Incoming, IncomingHeaders } from "./answer.js";
import type { Exchange, Front } from "./exchange.js";
import { readBody } from "./read-body.js";
import { readTarget } from "./read-target.js";
import { Refusal } from "./refusal.js";

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Makes an `Incoming` of Node's request. TRACE becomes OPTIONS, whose answer names the methods that the path has.
 *
 * @throws Refusal - 400 for a target or a `Host` that cannot be used, 417 for an unknown expectation.
 */
export function readRequest(exchange: Exchange, front: Front): Incoming {
  const { incoming, expectation } = exchange;
  const { host } = incoming.headers;
  if (host === undefined && incoming.httpVersion === "1.1") throw new Refusal(400, "The header Host is missing.");
  if (expectation === "unknown") throw new Refusal(417, "Expect may hold 100-continue only.");
  let body: Promise<Uint8Array> | undefined;
  const bytes = () => {
    body ??= readBody(exchange, front);
    return body;
  };
  return {
    method: incoming.method === "TRACE" ? "OPTIONS" : (incoming.method ?? ""),
    url: readTarget(incoming.url ?? "", host),
    headers: readHeaders(incoming),
    text: async () => decode(await bytes()),
    bytes,
  };
}

function readHeaders({ headers }: IncomingMessage): IncomingHeaders {
  return {
    get: (name) => textOf(headers[name.toLowerCase()]) ?? null,
    *[Symbol.iterator]() {
      for (const [name, value] of Object.entries(headers)) yield [name, textOf(value) ?? ""];
    },
  };
}

/** What is neither a text nor a list of them is no header: Node 22 has them in an object with a prototype. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.join(", ") : undefined;
}

function decode(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new Refusal(400, "The body is not UTF-8.");
  }
}
