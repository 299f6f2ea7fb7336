// A process of its own: answers every request with the text that its parent sends, and tells the parent its port.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

process.once("message", (body: string) => {
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
});
process.once("disconnect", () => process.exit());
