import { createOctopiClient } from "@quayside/client/octopi";
import * as octopi from "@quayside/msw/octopi";
import { setupServer } from "msw/node";

const server = setupServer(...octopi.handlers());
server.listen();
server.use(octopi.getServiceOrder("cancelled"));

const client = createOctopiClient({ token: "any", origin: "https://octopi.example" });
const { status } = await client.getServiceOrder({ path: { order_number: "SO/1" } });
const { service_orders: orders } = await client.listServiceOrders();
server.close();

console.log(JSON.stringify({ status, orders: orders.length }));
