// Run by Node as it stands: a service that listens, and misbehaves as its first argument says.
import { createServer } from "node:http";

const [manner, , port] = process.argv.slice(2);

if (manner === "ends-early") {
  console.error("no room here");
  process.exit(3);
}
const server = createServer((_, response) => response.writeHead(404).end());
server.listen(Number(port), "127.0.0.1", () => {
  const address = server.address();
  console.log("warming up");
  console.log(`listens on http://127.0.0.1:${typeof address === "object" ? address?.port : address}`);
});
server.on("request", () => {
  if (manner === "ends-late") setTimeout(() => process.exit(4), 50);
});
process.on("SIGTERM", () => {
  if (manner !== "stubborn") process.exit(0);
});
