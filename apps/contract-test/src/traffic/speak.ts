import type { ServerResponse } from "node:http";

/** What the proxy itself has to say: the request was not passed on, or nothing answered it. */
export type Word = "refused" | "unreachable";

/** The header that tells an answer of the proxy from one of the target. */
export const PROXY_HEADER = "x-quayside-proxy";

/**
 * Answers in the target's place, and says so.
 *
 * @param says - A sentence without a full stop.
 */
export function speak(response: ServerResponse, status: number, word: Word, says: string): void {
  if (response.headersSent) return;
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", [PROXY_HEADER]: word });
  response.end(sentenceOf(says));
}

/** The same for a connection that no answer of Node's belongs to. */
export function speakRaw(status: string, word: Word, says: string): string {
  const body = sentenceOf(says);
  const head = [
    `HTTP/1.1 ${status}`,
    "content-type: text/plain; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    `${PROXY_HEADER}: ${word}`,
    "connection: close",
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

function sentenceOf(says: string): string {
  return `This is Quayside's recording proxy, not the target: ${says}.\n`;
}
