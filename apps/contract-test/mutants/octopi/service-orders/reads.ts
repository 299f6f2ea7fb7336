import {
  answer,
  cached,
  inOk,
  type Json,
  onOk,
  onStatus,
  withBody,
  withHeader,
  without,
  withoutHeader,
} from "../../change.ts";
import { asTheOther, lettingIn } from "../../credentials.ts";
import { octopi } from "../../define.ts";
import type { Mutant } from "../../mutant.ts";
import { relisted } from "./order-list.ts";
import { noOrder, readOrder } from "./orders.ts";

/** What reading service orders gets wrong. */
export const READS_OF_SERVICE_ORDERS: readonly Mutant[] = [
  octopi(
    "schema",
    "getServiceOrder",
    "a cancelled order is spelt the American way",
    inOk((order) => ({
      ...order,
      status: order.status === "cancelled" ? "canceled" : order.status,
    })),
  ),
  octopi(
    "schema",
    "getServiceOrder",
    "the number of a terminal's own service is a text",
    inOk((order) => ({
      ...order,
      service_order_items: order.service_order_items.map((item: Json) => ({
        ...item,
        service_id: String(item.service_id),
      })),
    })),
  ),
  octopi(
    "schema",
    "getServiceOrder",
    "an order that is never due has no due time",
    inOk((order) => (order.due_at === null ? without(order, "due_at") : order)),
  ),
  octopi(
    "schema",
    "getServiceOrder",
    "an order without a comment has null for it",
    inOk((order) => ({
      ...order,
      comment: order.comment === "" ? null : order.comment,
    })),
  ),
  octopi(
    "status",
    "getServiceOrder",
    "an unknown order is answered 200 and nothing",
    onStatus(404, () => answer(200, null)),
  ),
  octopi(
    "status",
    "getServiceOrder",
    "an unknown order breaks the server",
    onStatus(404, () => answer(500, { error: "undefined method `id' for nil" })),
  ),
  octopi(
    "status",
    "getServiceOrder",
    "an unknown token is answered 404",
    onStatus(401, () => noOrder("")),
  ),
  octopi(
    "status",
    "getServiceOrder",
    "an order is elsewhere",
    onOk((came, { sent }) => ({
      ...withHeader(came, "location", `https://elsewhere.invalid${sent.url}`),
      status: 302,
    })),
  ),
  octopi(
    "status",
    "getServiceOrder",
    "an order is not found by its id",
    onOk(async (came, { path }) => {
      const { order_number } = JSON.parse(came.body);
      return order_number === path.order_number ? came : noOrder(path.order_number ?? "");
    }),
  ),
  octopi(
    "content-type",
    "getServiceOrder",
    "an order comes without a content type",
    onOk((came) => withoutHeader(came, "content-type")),
  ),
  octopi(
    "content-type",
    "getServiceOrder",
    "a refusal is a page for people",
    onStatus(404, (came) =>
      withHeader({ ...came, body: "<!doctype html><title>404</title>" }, "content-type", "text/html"),
    ),
  ),
  octopi(
    "auth",
    "getServiceOrder",
    "an order is shown to everybody",
    lettingIn("octopi", () => true),
  ),
  octopi(
    "auth",
    "listServiceOrders",
    "any token of the right form is taken",
    lettingIn("octopi", (authorization) => /^Token token=./.test(authorization ?? "")),
  ),
  octopi("leak-between-tenants", "getServiceOrder", "an order of another organisation can be read", async (call) => {
    const came = await call.pass();
    return came.status === 404 ? await asTheOther("octopi", call) : came;
  }),
  octopi(
    "leak-between-tenants",
    "listServiceOrders",
    "the list has the orders of another organisation too",
    async (call) => {
      const came = await call.pass();
      if (came.status !== 200) return came;
      const other = await asTheOther("octopi", call);
      const [own, others]: [Json, Json] = [JSON.parse(came.body), JSON.parse(other.body)];
      return withBody(came, {
        total_count: own.total_count + others.total_count,
        service_orders: [...own.service_orders, ...others.service_orders].slice(0, Number(call.query.get("per") ?? 10)),
      });
    },
  ),
  octopi(
    "stale-read",
    "getServiceOrder",
    "an order is read from a cache that nobody empties",
    cached(),
    "updateServiceOrder",
    "cancelServiceOrder",
  ),
  octopi(
    "stale-read",
    "listServiceOrders",
    "the list is read from a cache that nobody empties",
    cached(),
    "createServiceOrder",
    "deleteServiceOrder",
  ),
  octopi(
    "stale-read",
    "listServiceOrders",
    "the list shows orders as they were when they were created",
    {
      createServiceOrder: inOk((order, { memory }) => {
        memory.set(`order ${order.id}`, order);
        return order;
      }),
      listServiceOrders: inOk((page, { memory }) => ({
        ...page,
        service_orders: page.service_orders.map((order: Json) => memory.get(`order ${order.id}`) ?? order),
      })),
    },
    "updateServiceOrder",
    "cancelServiceOrder",
  ),
  octopi("stale-read", "listServiceOrders", "an order that was just created is not listed yet", {
    createServiceOrder: inOk((order, { memory }) => {
      memory.set("newest", order.id);
      return order;
    }),
    listServiceOrders: async (call) => {
      const newest = call.memory.get("newest");
      return await relisted({ keep: ({ id }) => id !== newest })(call);
    },
  }),
  octopi(
    "read-back",
    "getServiceOrder",
    "an order with a slash in its number is not found",
    async (call) => {
      return call.path.order_number?.includes("/") ? noOrder(call.path.order_number) : await call.pass();
    },
    "createServiceOrder",
  ),
  octopi(
    "read-back",
    "getServiceOrder",
    "letters beyond ASCII come garbled",
    inOk((order) => ({
      ...order,
      comment: Buffer.from(order.comment).toString("latin1"),
    })),
    "createServiceOrder",
    "updateServiceOrder",
  ),
  octopi("deletion", "deleteServiceOrder", "a deleted order can still be read", {
    deleteServiceOrder: async (call) => {
      const order = await readOrder(call);
      const came = await call.pass();
      if (came.status !== 200 || order === undefined) return came;
      for (const name of [order.order_number, String(order.id)]) call.memory.set(`deleted ${name}`, order);
      return came;
    },
    getServiceOrder: onStatus(404, (came, { memory, path }) => {
      const order = memory.get(`deleted ${path.order_number}`);
      return order === undefined ? came : answer(200, order);
    }),
  }),
  octopi("deletion", "deleteServiceOrder", "a deleted order is still listed", {
    deleteServiceOrder: async (call) => {
      const order = await readOrder(call);
      const came = await call.pass();
      if (came.status === 200) call.memory.set("deleted", order);
      return came;
    },
    listServiceOrders: inOk((page, { memory, query }) => {
      const order: Json = memory.get("deleted");
      if (order === undefined || query.has("status")) return page;
      return { total_count: page.total_count + 1, service_orders: [order, ...page.service_orders] };
    }),
  }),
];
