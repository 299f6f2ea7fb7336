// Another team's program: it stands in an empty folder, beside the node_modules that npm made of the tarballs.
import { once } from "node:events";
import { createServer } from "node:http";
import { createOctopiClient } from "@quayside/client/octopi";

const server = await serve();
const octopi = createOctopiClient({ token: "any", origin: server.origin });
const order = await octopi.getServiceOrder({ path: { order_number: "API_TEST_002" } });
if (order.order_number !== "API_TEST_002") throw new Error(`Asked for API_TEST_002, got ${JSON.stringify(order)}`);
await server.close();
console.log(`Node ${process.versions.node}: the client got ${order.order_number} from ${server.name}`);

/** The mock, from the tarballs too, where this Node is new enough for it. */
async function serve() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 3)) return await serveByHand();
  const { startMock } = await import("@quayside/mock");
  return { name: "the mock", ...(await startMock({ port: 0 })) };
}

async function serveByHand() {
  const server = createServer((request, response) => {
    const [, order_number] = /^\/api\/v1\/service_orders\/(\w+)\.json$/.exec(request.url ?? "") ?? [];
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ order_number }));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { name: "a server of its own", origin: `http://127.0.0.1:${server.address().port}`, close };
}
