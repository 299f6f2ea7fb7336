import {
  answer,
  cached,
  inOk,
  type Json,
  onOk,
  onStatus,
  renamed,
  withBody,
  withoutQuery,
  withQuery,
} from "../../change.ts";
import { lettingIn, otherThan } from "../../credentials.ts";
import { octopi } from "../../define.ts";
import type { Call, Came, Mutant } from "../../mutant.ts";

/** What listing line items gets wrong. */
export const LISTS_OF_LINE_ITEMS: readonly Mutant[] = [
  octopi(
    "schema",
    "listLineItems",
    "line items have another name since last night",
    inOk((page) => renamed(page, "line_items", "items")),
  ),
  octopi(
    "schema",
    "listLineItems",
    "weights are texts",
    inOk(
      ofItems((item) => ({
        ...item,
        container_weight: item.container_weight === null ? null : String(item.container_weight),
      })),
    ),
  ),
  octopi(
    "schema",
    "listLineItems",
    "the link to the next page is a text",
    inOk((page) =>
      page.actions?.next_page === undefined ? page : { ...page, actions: { next_page: page.actions.next_page.url } },
    ),
  ),
  octopi(
    "schema",
    "listLineItems",
    "the JSON of a list is cut off",
    onOk((came) => ({ ...came, body: came.body.slice(0, -1) })),
  ),
  octopi(
    "status",
    "listLineItems",
    "a bill of lading that nobody knows has no line items",
    onStatus(404, () => answer(200, { line_items: [] })),
  ),
  octopi(
    "status",
    "listLineItems",
    "a page out of range is refused with 422",
    onStatus(400, (came) => ({ ...came, status: 422 })),
  ),
  octopi(
    "auth",
    "listLineItems",
    "line items are shown to everybody",
    lettingIn("octopi", () => true),
  ),
  octopi(
    "leak-between-tenants",
    "listLineItems",
    "line items of another organisation can be listed",
    onStatus(404, async (came, { sent, path, pass }) => {
      const isTheirs = path.bill_of_lading_id === "1001" || path.bill_of_lading_id === "1101";
      return isTheirs
        ? await pass({ headers: { ...sent.headers, authorization: otherThan("octopi", sent.headers.authorization) } })
        : came;
    }),
  ),
  octopi(
    "paging",
    "listLineItems",
    "the link to the next page leads to the same one",
    inOk(nextPage((url, { query }) => withQuery(url, { page: query.get("page") ?? "1" }))),
  ),
  octopi(
    "paging",
    "listLineItems",
    "there is always a next page of line items",
    inOk((page, { query, sent }) => ({
      ...page,
      actions: {
        next_page: {
          method: "GET",
          url: `http://${sent.headers.host}${withQuery(sent.url, { page: String(Number(query.get("page") ?? 1) + 1) })}`,
        },
      },
    })),
  ),
  octopi(
    "paging",
    "listLineItems",
    "the link to the next page leads to another bill of lading",
    inOk(nextPage((url) => url.replace("/1001/", "/1003/"))),
  ),
  octopi(
    "paging",
    "listLineItems",
    "the link to the next page forgets how long a page is",
    inOk(nextPage((url) => withQuery(url, { per: undefined }))),
  ),
  octopi(
    "paging",
    "listLineItems",
    "there is never a link to the next page",
    inOk((page) => ({ ...page, actions: {} })),
  ),
  octopi("paging", "listLineItems", "every page of line items is the first one", withoutQuery("page")),
  octopi("paging", "listLineItems", "a page has ten line items whatever is asked for", withoutQuery("per")),
  octopi("paging", "listLineItems", "a line item is lost between two pages", async (call) => {
    const came = await call.pass();
    return Number(call.query.get("page") ?? 1) === 1 ? came : changeItems(came, (items) => items.slice(1));
  }),
  octopi("duplicates", "listLineItems", "the last line item of a page comes again on the next", async (call) => {
    const came = await call.pass();
    const page = Number(call.query.get("page") ?? 1);
    if (came.status !== 200 || page === 1) return came;
    const before = await call.ask("GET", withQuery(call.sent.url, { page: String(page - 1) }));
    return changeItems(came, (items) => [...JSON.parse(before.body).line_items.slice(-1), ...items]);
  }),
  octopi("off-by-one", "listLineItems", "a page has one line item more than asked for", async (call) => {
    const came = await call.pass();
    const page = Number(call.query.get("page") ?? 1);
    if (came.status !== 200) return came;
    const next = await call.ask("GET", withQuery(call.sent.url, { page: String(page + 1) }));
    return changeItems(came, (items) => [...items, ...JSON.parse(next.body).line_items.slice(0, 1)]);
  }),
  octopi("refusal", "listLineItems", "a page of any length is given", async (call) => {
    const isTooLong = Number(call.query.get("per")) > 100;
    return isTooLong ? await call.pass({ url: withQuery(call.sent.url, { per: "100" }) }) : await call.pass();
  }),
  octopi(
    "stale-read",
    "listLineItems",
    "line items are listed from a cache that nobody empties",
    cached(),
    "createLineItem",
    "updateLineItem",
    "deleteLineItem",
  ),
  octopi(
    "precision",
    "listLineItems",
    "ids of containers go through a float of 32 bits",
    inOk(
      ofItems((item) => ({
        ...item,
        container_id: Math.fround(item.container_id),
      })),
    ),
    "updateLineItem",
    "createLineItem",
  ),
  octopi(
    "read-back",
    "listLineItems",
    "the list shows no flex fields",
    inOk(ofItems((item) => ({ ...item, flex_fields: [] }))),
    "createLineItem",
    "updateLineItem",
  ),
];

function ofItems(change: (item: Json) => Json): (page: Json) => Json {
  return (page) => ({ ...page, line_items: page.line_items.map(change) });
}

function changeItems(came: Came, change: (items: Json[]) => Json[]): Came {
  if (came.status !== 200) return came;
  const page: Json = JSON.parse(came.body);
  return withBody(came, { ...page, line_items: change(page.line_items) });
}

function nextPage(change: (url: string, call: Call) => string): (page: Json, call: Call) => Json {
  return (page, call) => {
    const next = page.actions?.next_page;
    return next === undefined ? page : { ...page, actions: { next_page: { ...next, url: change(next.url, call) } } };
  };
}
