import { ApiError, createOctopiClient } from "@quayside/client/octopi";

const octopi = createOctopiClient({ token: "demo", origin: process.argv[2] ?? "" });

const order = await octopi.getServiceOrder({ path: { order_number: "SO123456" } });
const none = await octopi.getServiceOrder({ path: { order_number: "NONE" } }).catch((error: unknown) => error);
const ids: number[] = [];
for await (const { id } of octopi.listServiceOrders.each({ query: { per: 3 } })) ids.push(id);

const status = none instanceof ApiError ? none.status : undefined;
console.log(JSON.stringify({ order: order.order_number, status, ids }));
