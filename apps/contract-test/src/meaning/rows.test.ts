import { expect, test } from "vitest";
import { openCaller } from "../run/caller.js";
import { openRun } from "../run/open-run.js";
import { openTarget } from "../run/open-target.js";
import type { Listing } from "./resource.js";
import { everyRow, findRow, MOST_ROWS } from "./rows.js";

const LIST: Listing = { operationId: "listLineItems", rows: "/line_items", id: { row: "/id", record: "/id" } };

/** A caller of a list of so many rows, and how many pages it was asked for. */
async function callerOf(count: number) {
  let pages = 0;
  const fetch: typeof globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (!url.pathname.endsWith("/line_items.json")) return new Response("{}", { status: 404 });
    pages += 1;
    const [page, per] = [Number(url.searchParams.get("page") ?? 1), Number(url.searchParams.get("per") ?? 10)];
    const ids = Array.from({ length: count }, (_, index) => index + 1).slice((page - 1) * per, page * per);
    return Response.json({ line_items: ids.map((id) => ({ id })) });
  };
  const target = openTarget({ api: "octopi", target: "http://127.0.0.1:1", token: "t", mode: "read-only", fetch });
  return { caller: openCaller(await openRun(target, async () => {}), undefined), pages: () => pages };
}

const isId = (id: number) => (row: unknown) => (row as { id: number }).id === id;

test("a row is found at the end of a long list", async () => {
  const { caller } = await callerOf(1210);
  expect(await findRow(caller, LIST, {}, isId(1207))).toEqual({ id: 1207 });
});

test("looking ends with the row, or with the list", async () => {
  const { caller, pages } = await callerOf(250);
  const before = pages();
  expect(await findRow(caller, LIST, {}, isId(3))).toEqual({ id: 3 });
  expect(pages() - before).toBe(1);
  expect(await findRow(caller, LIST, {}, isId(251))).toBeUndefined();
  expect(pages() - before).toBe(4);
});

test("a list that has no end is not looked through for ever, and nothing is said of the row", async () => {
  const { caller } = await callerOf(10_001);
  await expect(findRow(caller, LIST, {}, isId(20_000))).rejects.toThrow("has more than 10000 rows");
});

test("of a list that is longer the beginning is read", async () => {
  const { caller } = await callerOf(1000);
  expect((await everyRow(caller, LIST)).length).toBe(MOST_ROWS);
});
