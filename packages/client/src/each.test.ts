import { expect, expectTypeOf, test } from "vitest";
import { createDataloyClient } from "./dataloy.js";
import { createOctopiClient, type LineItem, ListError, type OctopiClient, type ServiceOrder } from "./octopi.js";

declare const octopi: OctopiClient;
// Nothing that is handed to it is called: the compiler is the judge.
const compiles = (_call: () => unknown): void => undefined;
const path = { bill_of_lading_id: 1001 };

/** What a client reads from a server that gives these answers, one after another, and the queries that it sends. */
async function read(answers: unknown[], list: "listServiceOrders" | "listLineItems", query: object = {}) {
  const sent: string[] = [];
  const rows: unknown[] = [];
  const client = createOctopiClient({
    token: "k",
    origin: "https://octopi.test",
    retry: false,
    fetch: async ({ url }) => {
      sent.push(new URL(url).search);
      return Response.json(answers[sent.length - 1]);
    },
  });
  const each = client[list].each as (argument: object) => AsyncIterable<unknown>;
  let error: unknown;
  try {
    for await (const row of each({ path, query })) rows.push(row);
  } catch (reason) {
    error = reason;
  }
  return { sent, ids: rows.map((row) => (row as { id?: number }).id), error };
}

const ids = (...numbers: number[]) => numbers.map((id) => ({ id }));
const orders = (total_count: unknown, ...numbers: number[]) => ({ total_count, service_orders: ids(...numbers) });
const items = (url: string | undefined, ...numbers: number[]) => ({
  line_items: ids(...numbers),
  ...(url === undefined ? {} : { actions: { next_page: { method: "GET", url } } }),
});

test("a page that ends before the list does is noticed", async () => {
  const { ids, error } = await read([orders(5, 9, 8), orders(5, 7)], "listServiceOrders", { per: 2 });
  expect(ids).toEqual([9, 8, 7]);
  expect(error).toBeInstanceOf(ListError);
  expect(String(error)).toBe("ListError: Page 2 ends after 3 of 5 rows.");
});

test("a first page of nothing, of a list that is said to have rows, is noticed", async () => {
  expect((await read([orders(5)], "listServiceOrders")).error).toBeInstanceOf(ListError);
});

test("a list that shrinks to nothing while it is read is read to its end", async () => {
  const { ids, error } = await read([orders(3, 9), orders(1), orders(1, 9)], "listServiceOrders", { per: 1 });
  expect([ids, error]).toEqual([[9], undefined]);
});

test.each([undefined, "many", null])("without a count (%j) the short page is the last one", async (total) => {
  const { sent, ids } = await read([orders(total, 9, 8), orders(total, 7)], "listServiceOrders", { per: 2 });
  expect([ids, sent.length]).toEqual([[9, 8, 7], 2]);
});

test("a total that goes up and down does not keep anybody for ever", async () => {
  const flapping = Array.from({ length: 60 }, (_, index) => orders(30 - (index % 2), ...Array(10).keys()));
  const { sent, error } = await read(flapping, "listServiceOrders", { per: 10 });
  expect(String(error)).toBe("ListError: 10 pages brought nothing new.");
  expect(sent.length).toBeLessThan(25);
});

test("links that lead on and on without a new row are noticed", async () => {
  const endless = Array.from({ length: 60 }, (_, index) => items(`https://octopi.test/x?page=${index + 2}`, 1));
  const { sent, error } = await read(endless, "listLineItems");
  expect(error).toBeInstanceOf(ListError);
  expect(sent.length).toBeLessThan(25);
});

test("what is undefined in the query is left out", async () => {
  const { sent, ids } = await read([orders(1, 9)], "listServiceOrders", { per: undefined, page: undefined });
  expect([sent, ids]).toEqual([["?page=1&per=100"], [9]]);
});

test.each([{ per: 0 }, { per: -1 }, { per: 1.5 }, { page: 0 }, { page: "x" }])(
  "%j is refused before anything is sent",
  async (query) => {
    const { sent, error } = await read([orders(1, 9)], "listServiceOrders", query);
    expect(error).toBeInstanceOf(RangeError);
    expect(sent).toEqual([]);
  },
);

test.each(["", "-1", -1, 1.5, "1e3"])("%j is no count", async (total) => {
  const { ids } = await read([orders(total, 9, 8), orders(total, 7)], "listServiceOrders", { per: 2 });
  expect(ids).toEqual([9, 8, 7]);
});

test("a link that is no address is noticed", async () => {
  const { error } = await read([items("http://[", 1)], "listLineItems");
  expect(error).toBeInstanceOf(ListError);
});

test("an answer without the list is noticed", async () => {
  const { error } = await read([{ total_count: 1 }], "listServiceOrders");
  expect(String(error)).toBe("ListError: The answer has no list at /service_orders.");
});

test("a link is followed by its query, whatever its scheme and its spelling", async () => {
  const next = "http://octopi.test/api/v1/bill_of_ladings/1001/line_items?page=2&per=2&after=x%26y";
  const { sent, ids } = await read([items(next, 1, 2), items(undefined, 3)], "listLineItems", { per: 2 });
  expect(ids).toEqual([1, 2, 3]);
  expect(sent).toEqual(["?page=1&per=2", "?page=2&per=2&after=x%26y"]);
});

test.each([
  "https://evil.example/x?page=2",
  "http://octopi.test:8080/x?page=2",
  "https://octopi.test.evil.example/?page=2",
])("a link to %s is noticed, and nothing is sent there", async (next) => {
  const { sent, ids, error } = await read([items(next, 1)], "listLineItems");
  expect([ids, sent.length]).toEqual([[1], 1]);
  expect(error).toBeInstanceOf(ListError);
  expect(String(error)).toContain(new URL(next).host);
});

test("links that lead in a circle are noticed", async () => {
  const circle = [2, 3, 1].map((page) => items(`https://octopi.test/x?page=${page}`, page - 1));
  const { sent, ids, error } = await read(Array(10).fill(circle).flat(), "listLineItems");
  expect(String(error)).toBe("ListError: 10 pages brought nothing new.");
  expect([ids, sent.length]).toEqual([[1, 2, 0], 13]);
});

test("an empty page that leads on is noticed, so that nobody reads for ever", async () => {
  const nothing = Array(30).fill(items("https://octopi.test/x?page=2"));
  const { sent, error } = await read(nothing, "listLineItems");
  expect(error).toBeInstanceOf(ListError);
  expect(sent).toHaveLength(10);
});

test.each([{ actions: {} }, { actions: null }, { actions: { next_page: null } }])("%j leads nowhere", async (end) => {
  expect(await read([{ line_items: ids(1), ...end }], "listLineItems")).toMatchObject({ ids: [1], error: undefined });
});

test("Dataloy's list is sorted while it is read, unless the caller sorts it", async () => {
  const sent: string[] = [];
  const fetch = async ({ url }: Request) => {
    sent.push(decodeURIComponent(new URL(url).search));
    return Response.json([], { headers: { totalObjectsNumber: "0" } });
  };
  const dataloy = createDataloyClient({ origin: "https://tenant.test", auth: { token: "t" }, fetch });
  for await (const _ of dataloy.listServiceOrders.each()) throw new Error("There is none.");
  for await (const _ of dataloy.listServiceOrders.each({ query: { sort: "orderDate(DS)" } })) throw new Error();
  expect(sent).toEqual(["?pageNumber=1&limit=100&sort=key(AS)", "?pageNumber=1&limit=100&sort=orderDate(DS)"]);
});

test("rows have the type of the list's, and what has no pages has no each", () => {
  compiles(async () => {
    for await (const row of octopi.listServiceOrders.each({ query: { status: "pending" } }))
      expectTypeOf(row).toEqualTypeOf<ServiceOrder>();
    for await (const row of octopi.listLineItems.each({ path })) expectTypeOf(row).toEqualTypeOf<LineItem>();
    // @ts-expect-error the bill of lading is missing
    octopi.listLineItems.each();
    // @ts-expect-error a single order has no pages
    octopi.getServiceOrder.each;
    // @ts-expect-error interchanges come at once
    octopi.listInterchanges.each;
  });
});
