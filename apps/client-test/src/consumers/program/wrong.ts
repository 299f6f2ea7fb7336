// Compiled by each compiler, never run: without its types the client would let all of this pass.
import { createDataloyClient } from "@quayside/client/dataloy";
import { createOctopiClient, createPlainOctopiClient } from "@quayside/client/octopi";
import { rawClient } from "@quayside/client/raw";

const octopi = createOctopiClient({ token: "demo" });
const dataloy = createDataloyClient({ origin: "https://tenant.example", auth: { token: "demo" } });

// @ts-expect-error the order number is missing
await octopi.getServiceOrder({ path: {} });
// @ts-expect-error there is no such operation
await octopi.getServiceOrders();
// @ts-expect-error an order has no such property
(await octopi.getServiceOrder({ path: { order_number: "SO123456" } })).number;
// @ts-expect-error only a list has rows
octopi.getServiceOrder.each({ path: { order_number: "SO123456" } });
// @ts-expect-error the key is a number
await dataloy.getServiceOrder({ path: { key: true } });
// @ts-expect-error the plain client has the calls alone
createPlainOctopiClient({ token: "demo" }).listServiceOrders.each();
// @ts-expect-error there is no such path
await rawClient(octopi).GET("/api/v1/service_orders");
