import { cached, inOk, onOk, onStatus, withBody, without, withoutHeader } from "../change.ts";
import { asTheOther, lettingIn } from "../credentials.ts";
import { dataloy } from "../define.ts";
import type { Mutant } from "../mutant.ts";

/** What reading one of Dataloy's orders gets wrong. */
export const READS_OF_DISBURSEMENTS: readonly Mutant[] = [
  dataloy(
    "schema",
    "getServiceOrder",
    "a status is a code and no object",
    inOk((order) => ({ ...order, status: "EST" })),
  ),
  dataloy(
    "schema",
    "getServiceOrder",
    "a reference has no key",
    inOk((order) => (order.currency == null ? order : { ...order, currency: without(order.currency, "key") })),
  ),
  dataloy(
    "schema",
    "getServiceOrder",
    "amounts are texts",
    inOk((order) => (order.amount == null ? order : { ...order, amount: order.amount.toFixed(2) })),
  ),
  dataloy(
    "time-zone",
    "getServiceOrder",
    "dates have a zone",
    inOk((order) => (order.orderDate == null ? order : { ...order, orderDate: `${order.orderDate}Z` })),
  ),
  dataloy(
    "status",
    "getServiceOrder",
    "an unknown order is answered 200 and an empty object",
    onStatus(404, (came) => ({ ...came, status: 200, body: "{}" })),
  ),
  dataloy(
    "schema",
    "getServiceOrder",
    "a refusal is one sentence",
    onStatus(404, (came) => withBody(came, { error: JSON.parse(came.body).message })),
  ),
  dataloy(
    "content-type",
    "getServiceOrder",
    "Dataloy's order comes without a content type",
    onOk((came) => withoutHeader(came, "content-type")),
  ),
  dataloy(
    "auth",
    "getServiceOrder",
    "Dataloy's orders are shown to everybody",
    lettingIn("dataloy", (authorization) => authorization === undefined),
  ),
  dataloy(
    "leak-between-tenants",
    "getServiceOrder",
    "an order of another tenant can be read",
    async (call) => {
      const came = await call.pass();
      return came.status === 404 ? await asTheOther("dataloy", call) : came;
    },
    "listServiceOrders",
  ),
  dataloy(
    "stale-read",
    "getServiceOrder",
    "Dataloy's order is read from a cache that nobody empties",
    cached(),
    "updateServiceOrder",
  ),
  dataloy("read-back", "getServiceOrder", "an order does not choose fields", async (call) => {
    const { fields: _, ...headers } = call.sent.headers;
    return await call.pass({ headers });
  }),
  dataloy(
    "read-back",
    "getServiceOrder",
    "an order leaves out its last line",
    inOk((order) =>
      order.serviceOrderLines === undefined
        ? order
        : { ...order, serviceOrderLines: order.serviceOrderLines.slice(0, -1) },
    ),
    "createServiceOrder",
    "updateServiceOrder",
  ),
  dataloy(
    "precision",
    "getServiceOrder",
    "the exchange rate has two digits",
    inOk((order) =>
      order.exchangeRate == null ? order : { ...order, exchangeRate: Math.round(order.exchangeRate * 100) / 100 },
    ),
    "createServiceOrder",
    "updateServiceOrder",
  ),
  dataloy(
    "precision",
    "getServiceOrder",
    "keys go through a float of 32 bits",
    inOk((order) => ({ ...order, key: Math.fround(order.key) })),
  ),
];
