import {
  cached,
  inOk,
  isOk,
  type Json,
  onOk,
  onStatus,
  withBody,
  withHeader,
  without,
  withoutHeader,
  withoutQuery,
  withQuery,
} from "../change.ts";
import { lettingIn, otherThan } from "../credentials.ts";
import { dataloy } from "../define.ts";
import type { Mutant } from "../mutant.ts";
import { repaged, resorted, rowsOf, TOTAL, withFilters } from "./order-list.ts";

/** What a list of Dataloy's orders gets wrong in its shape, its header, its pages and their order. */
export const LISTS_OF_DISBURSEMENTS: readonly Mutant[] = [
  dataloy(
    "schema",
    "listServiceOrders",
    "keys of orders are texts",
    inOk((rows) => rows.map((row: Json) => ({ ...row, key: String(row.key) }))),
  ),
  dataloy(
    "schema",
    "listServiceOrders",
    "the list of orders is wrapped in an object since last night",
    inOk((rows) => ({ data: rows })),
  ),
  dataloy(
    "schema",
    "listServiceOrders",
    "orders in a list do not say where they are",
    inOk((rows) => rows.map((row: Json) => without(row, "self"))),
  ),
  dataloy(
    "header",
    "listServiceOrders",
    "a list does not tell its total",
    onOk((came) => withoutHeader(came, TOTAL)),
  ),
  dataloy(
    "header",
    "listServiceOrders",
    "the total is no number",
    onOk((came) => (TOTAL in came.headers ? withHeader(came, TOTAL, "many") : came)),
  ),
  dataloy(
    "header",
    "listServiceOrders",
    "the total counts the page",
    onOk((came) => (TOTAL in came.headers ? withHeader(came, TOTAL, String(JSON.parse(came.body).length)) : came)),
  ),
  dataloy("header", "listServiceOrders", "the total comes where it is not wanted", async (call) => {
    const { nocount: _, ...headers } = call.sent.headers;
    return await call.pass({ headers });
  }),
  dataloy("header", "listServiceOrders", "the total pays no heed to the filter", async (call) => {
    const came = await call.pass();
    if (!(TOTAL in came.headers)) return came;
    return withHeader(came, TOTAL, String((await rowsOf(call, { filter: undefined })).length));
  }),
  dataloy(
    "content-type",
    "listServiceOrders",
    "a list says that it is XML",
    onOk((came) => withHeader(came, "content-type", "application/xml")),
  ),
  dataloy(
    "status",
    "listServiceOrders",
    "who is unknown is answered 403",
    onStatus(401, (came) => ({ ...came, status: 403 })),
  ),
  dataloy(
    "auth",
    "listServiceOrders",
    "any password is taken",
    lettingIn("dataloy", (authorization) => /^Basic ./.test(authorization ?? "")),
  ),
  dataloy(
    "leak-between-tenants",
    "listServiceOrders",
    "the list has the orders of another tenant too",
    async (call) => {
      const came = await call.pass();
      if (!isOk(came)) return came;
      const headers = { authorization: otherThan("dataloy", call.sent.headers.authorization) };
      const others = await call.ask("GET", call.sent.url, undefined, headers);
      return isOk(others) ? withBody(came, [...JSON.parse(came.body), ...JSON.parse(others.body)]) : came;
    },
  ),
  dataloy("paging", "listServiceOrders", "every page of Dataloy's orders is the first one", withoutQuery("pageNumber")),
  dataloy("paging", "listServiceOrders", "all orders come whatever the limit", withoutQuery("pageNumber", "limit")),
  dataloy(
    "paging",
    "listServiceOrders",
    "a row is lost between two pages",
    repaged((page, limit) => (page - 1) * (limit + 1)),
  ),
  dataloy(
    "duplicates",
    "listServiceOrders",
    "the last row of a page comes again on the next",
    repaged((page, limit) => (page - 1) * Math.max(1, limit - 1)),
  ),
  dataloy(
    "off-by-one",
    "listServiceOrders",
    "pages of Dataloy's orders are counted from 0",
    repaged((page, limit) => page * limit),
  ),
  dataloy(
    "off-by-one",
    "listServiceOrders",
    "a page has one row more than its limit",
    repaged(
      (page, limit) => (page - 1) * limit,
      (limit) => limit + 1,
    ),
  ),
  dataloy("sorting", "listServiceOrders", "descending is ascending", async (call) => {
    const sort = call.query.get("sort")?.replace("(DS", "(AS");
    return sort === undefined ? await call.pass() : await call.pass({ url: withQuery(call.sent.url, { sort }) });
  }),
  dataloy("sorting", "listServiceOrders", "the order of the rows is not what was asked for", withoutQuery("sort")),
  dataloy(
    "sorting",
    "listServiceOrders",
    "dates are sorted by their day of the month",
    resorted("orderDate", (one, other) => (String(one.orderDate).slice(8) < String(other.orderDate).slice(8) ? -1 : 1)),
  ),
  dataloy("refusal", "listServiceOrders", "a filter that makes no sense keeps everything", async (call) => {
    const came = await call.pass();
    if (came.status !== 400 || call.isValid || !call.query.has("filter")) return came;
    return await call.pass({ url: withFilters(call.sent.url, []) });
  }),
  dataloy("refusal", "listServiceOrders", "a limit of 0 is no limit", async (call) => {
    return call.query.get("limit") === "0"
      ? await call.pass({ url: withQuery(call.sent.url, { limit: undefined }) })
      : await call.pass();
  }),
  dataloy(
    "stale-read",
    "listServiceOrders",
    "Dataloy's list is read from a cache that nobody empties",
    cached(),
    "createServiceOrder",
    "updateServiceOrder",
  ),
  dataloy("read-back", "listServiceOrders", "a list does not choose fields", async (call) => {
    const { fields: _, ...headers } = call.sent.headers;
    return await call.pass({ headers });
  }),
];
