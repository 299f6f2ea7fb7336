import { type Json, withBody, withoutQuery } from "../../change.ts";
import { octopi } from "../../define.ts";
import type { Mutant } from "../../mutant.ts";
import { everyOrder, relisted } from "./order-list.ts";

/** What the filters of a list of service orders get wrong. */
export const FILTERS_OF_SERVICE_ORDERS: readonly Mutant[] = [
  octopi("filter", "listServiceOrders", "the search by order number keeps everything", withoutQuery("order_number")),
  octopi(
    "filter",
    "listServiceOrders",
    "the search by order number looks at the beginning only",
    relisted({
      keep: ({ order_number }, query) =>
        order_number.toLowerCase().startsWith((query.get("order_number") ?? "").toLowerCase()),
    }),
  ),
  octopi(
    "filter",
    "listServiceOrders",
    "the search by order number wants the whole number",
    relisted({
      keep: ({ order_number }, query) => !query.has("order_number") || order_number === query.get("order_number"),
    }),
  ),
  octopi("filter", "listServiceOrders", "the filter by status keeps everything", withoutQuery("status")),
  octopi("filter", "listServiceOrders", "the filter by status keeps one order too many", async (call) => {
    const came = await call.pass();
    const status = call.query.get("status");
    if (came.status !== 200 || status === null) return came;
    const stranger = (await everyOrder(call, ["status"])).find((order) => order.status !== status);
    const page: Json = JSON.parse(came.body);
    if (stranger === undefined || page.service_orders.length === 0) return came;
    const service_orders = [...page.service_orders.slice(0, -1), stranger];
    return withBody(came, { ...page, service_orders });
  }),
  octopi(
    "filter",
    "listServiceOrders",
    "the filter by status loses what is completed in part",
    relisted({
      keep: ({ status }, query) => !query.has("status") || status !== "partially_completed",
    }),
  ),
  octopi(
    "filter",
    "listServiceOrders",
    "the filter by cargo keeps vehicles with break bulk",
    relisted({
      without: ["cargo_type"],
      keep: ({ cargo_type }, query) =>
        !query.has("cargo_type") ||
        cargo_type === query.get("cargo_type") ||
        (query.get("cargo_type") === "breakbulk" && cargo_type === "vehicle"),
    }),
  ),
  octopi("filter", "listServiceOrders", "the filter by container keeps everything", withoutQuery("container_id")),
  octopi(
    "filter",
    "listServiceOrders",
    "the filter by container looks at the first item only",
    relisted({
      keep: ({ service_order_items: [first] }, query) =>
        !query.has("container_id") || String(first?.container_id) === query.get("container_id"),
    }),
  ),
  octopi(
    "filter",
    "listServiceOrders",
    "the filter by due time keeps what is due later",
    relisted({
      without: ["due_at"],
      keep: dueWhere((due, limit) => due > limit),
    }),
  ),
  octopi(
    "filter",
    "listServiceOrders",
    "the filter by due time keeps orders that are never due",
    relisted({
      without: ["due_at"],
      keep: (order, query) => order.due_at === null || dueWhere((due, limit) => due <= limit)(order, query),
    }),
  ),
  octopi(
    "time-zone",
    "listServiceOrders",
    "the filter by due time takes the terminal's clock for UTC",
    relisted({
      without: ["due_at"],
      keep: ({ due_at }, query) =>
        !query.has("due_at") ||
        (due_at !== null && Date.parse(`${due_at.slice(0, 19)}Z`) <= Date.parse(query.get("due_at") ?? "")),
    }),
  ),
  octopi(
    "time-zone",
    "listServiceOrders",
    "the filter by due time heeds the day only",
    relisted({
      without: ["due_at"],
      keep: dueWhere((due, limit) => Math.floor(due / 86_400_000) <= Math.floor(limit / 86_400_000)),
    }),
  ),
  octopi("filter", "listServiceOrders", "of two filters on orders one is enough", async (call) => {
    const both = call.query.has("status") && call.query.has("cargo_type");
    if (!both) return await call.pass();
    return await relisted({
      without: ["status", "cargo_type"],
      keep: ({ status, cargo_type }, query) => status === query.get("status") || cargo_type === query.get("cargo_type"),
    })(call);
  }),
  octopi("filter", "listServiceOrders", "the total of orders pays no heed to the filters", async (call) => {
    const came = await call.pass();
    if (came.status !== 200) return came;
    const all = await everyOrder(call, ["order_number", "due_at", "status", "cargo_type", "container_id"]);
    return withBody(came, { ...JSON.parse(came.body), total_count: all.length });
  }),
];

/** Keeps orders by when they are due; all of them where nothing is asked. */
function dueWhere(holds: (due: number, limit: number) => boolean) {
  return ({ due_at }: Json, query: URLSearchParams) =>
    !query.has("due_at") || (due_at !== null && holds(Date.parse(due_at), Date.parse(query.get("due_at") ?? "")));
}
