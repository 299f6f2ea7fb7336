import { answer, inOk, type Json, onOk, renamed, withHeader, withoutQuery, withQuery } from "../../change.ts";
import { octopi } from "../../define.ts";
import type { Mutant } from "../../mutant.ts";
import { relisted } from "./order-list.ts";

/** What a list of service orders gets wrong in its shape, its pages and their order. */
export const LISTS_OF_SERVICE_ORDERS: readonly Mutant[] = [
  octopi(
    "schema",
    "listServiceOrders",
    "orders in a list have another name for their number since last night",
    inOk((page) => ({
      ...page,
      service_orders: page.service_orders.map((order: Json) => renamed(order, "order_number", "number")),
    })),
  ),
  octopi(
    "schema",
    "listServiceOrders",
    "the list of orders is a bare array",
    inOk((page) => page.service_orders),
  ),
  octopi(
    "schema",
    "listServiceOrders",
    "the total of orders is a text",
    inOk((page) => ({
      ...page,
      total_count: String(page.total_count),
    })),
  ),
  octopi(
    "content-type",
    "listServiceOrders",
    "the list of orders says that it is HTML",
    onOk((came) => withHeader(came, "content-type", "text/html; charset=utf-8")),
  ),
  octopi(
    "paging",
    "listServiceOrders",
    "the total of orders counts the page",
    inOk((page) => ({
      ...page,
      total_count: page.service_orders.length,
    })),
  ),
  octopi("paging", "listServiceOrders", "a page has ten orders whatever is asked for", withoutQuery("per")),
  octopi("paging", "listServiceOrders", "every page of orders is the first one", withoutQuery("page")),
  octopi(
    "paging",
    "listServiceOrders",
    "an order is lost between two pages",
    relisted({
      offset: (page, per) => (page - 1) * (per + 1),
    }),
  ),
  octopi(
    "duplicates",
    "listServiceOrders",
    "the last order of a page comes again on the next",
    relisted({
      offset: (page, per) => (page - 1) * (per - 1),
    }),
  ),
  octopi("off-by-one", "listServiceOrders", "pages of orders are counted from 0", async (call) => {
    const page = Number(call.query.get("page") ?? 0);
    return call.isValid
      ? await call.pass({ url: withQuery(call.sent.url, { page: String(page + 1) }) })
      : await call.pass();
  }),
  octopi(
    "off-by-one",
    "listServiceOrders",
    "the total of orders is one too many",
    inOk((page) => ({
      ...page,
      total_count: page.total_count + 1,
    })),
  ),
  octopi(
    "off-by-one",
    "listServiceOrders",
    "a page has one order less than asked for",
    relisted({ size: (per) => per - 1 }),
  ),
  octopi("off-by-one", "listServiceOrders", "a page of 100 orders is refused", async (call) => {
    if (call.query.get("per") !== "100") return await call.pass();
    return await call.pass({ url: withQuery(call.sent.url, { per: "101" }) });
  }),
  octopi("status", "listServiceOrders", "a list by cargo is refused", async (call) =>
    call.query.has("cargo_type") ? answer(422, { error: "No." }) : await call.pass(),
  ),
  octopi(
    "sorting",
    "listServiceOrders",
    "the oldest order comes first",
    relisted({ sort: (one, other) => one.id - other.id }),
  ),
  octopi(
    "sorting",
    "listServiceOrders",
    "each page of orders is turned round",
    inOk((page) => ({
      ...page,
      service_orders: page.service_orders.toReversed(),
    })),
  ),
  octopi(
    "sorting",
    "listServiceOrders",
    "orders are sorted by their ids as texts",
    relisted({
      sort: (one, other) => (String(one.id) < String(other.id) ? 1 : -1),
    }),
  ),
  octopi("refusal", "listServiceOrders", "page 0 is the first page of orders", async (call) => {
    return call.query.get("page") === "0"
      ? await call.pass({ url: withQuery(call.sent.url, { page: "1" }) })
      : await call.pass();
  }),
  octopi("refusal", "listServiceOrders", "an unknown status keeps every order", async (call) => {
    const came = await call.pass();
    const status = call.query.get("status");
    if (came.status !== 422 || status === null || STATUSES.includes(status)) return came;
    return await call.pass({ url: withQuery(call.sent.url, { status: undefined }) });
  }),
  octopi(
    "read-back",
    "listServiceOrders",
    "the list leaves out the items of an order but the first",
    inOk((page) => ({
      ...page,
      service_orders: page.service_orders.map((order: Json) => ({
        ...order,
        service_order_items: order.service_order_items.slice(0, 1),
      })),
    })),
    "getServiceOrder",
  ),
];

const STATUSES = ["pending", "in_progress", "partially_completed", "completed", "cancelled"];
