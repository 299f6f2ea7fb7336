import { expect, test } from "vitest";
import { endToEnd } from "./end-to-end.js";

/** Headers as `Name: value`, separated by bars. */
function passed(head: string): string {
  const raw = head.split(" | ").flatMap((line) => line.split(/: ?(.*)/s, 2));
  return endToEnd(raw)
    .map((text, index) => (index % 2 === 0 ? `${text}: ` : text))
    .join("|")
    .replaceAll(": |", ": ");
}

test.each([
  ["A: 1 | b: 2 | A: 3", "A: 1|b: 2|A: 3"],
  ["Connection: Keep-Alive | Keep-Alive: timeout=5", "Connection: Keep-Alive|Keep-Alive: timeout=5"],
  ["connection: close | A: 1", "connection: close|A: 1"],
  ["Connection: TE, close | TE: trailers", "Connection: TE, close|TE: trailers"],
  ["Connection: X-Hop, close | x-hop: 1 | X-End: 2", "Connection: close|X-End: 2"],
  ["Connection: X-Hop | X-HOP: 1", ""],
  ["Connection: Upgrade | Upgrade: h2c | HTTP2-Settings: AAM", ""],
  ["Upgrade: h2,h2c | A: 1", "A: 1"],
  ["Proxy-Connection: keep-alive | A: 1", "A: 1"],
  // A message that could get rid of these would be cut elsewhere by whoever reads it next.
  ["Connection: content-length, host, transfer-encoding | Content-Length: 3 | Host: x", "Content-Length: 3|Host: x"],
  ["Trailer: A | Transfer-Encoding: chunked", "Trailer: A|Transfer-Encoding: chunked"],
  ["Trailer: A | Content-Length: 2", "Content-Length: 2"],
])("of %s what goes on is %s", (head, expected) => {
  expect(passed(head)).toBe(expected);
});
