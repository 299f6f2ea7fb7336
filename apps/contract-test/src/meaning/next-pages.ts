import type { Values } from "../cases/case.js";
import { documentedValues } from "../cases/replay-cases.js";
import { member } from "../document.js";
import { findOperation, type Pagination } from "../operation.js";
import { valueAt } from "../pointer.js";
import type { Caller } from "../run/caller.js";
import type { Check } from "../run/check.js";
import { NotReached } from "../run/verdicts.js";
import { writeRequest } from "../write-request.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { paginationOf } from "./pages.js";
import type { Listing, Resource } from "./resource.js";
import { MOST_ROWS, type Page, readPage } from "./rows.js";
import { type Complaint, steadily } from "./steadily.js";

const SIZE = 2;
const MOST_STEPS = 200;

/** The link to the next page leads on, through every row once and in the same order, stays on the target and ends. */
export function nextPages({ list }: Resource): Check[] {
  return [
    meaningCheck(list.operationId, "the links to the next page lead to the end", "reads", async (caller) => {
      const pagination = paginationOf(caller, list);
      const wrong = await steadily(caller, list, async (all) => {
        if (all.length <= SIZE) throw new NotReached("the list has too few rows to have a next page");
        return await compare(caller, list, pagination, all);
      });
      if (wrong !== undefined)
        tell(caller, "next-page-wrong", `${list.operationId} ${pagination.next}`, wrong.came, wrong.expected);
    }),
  ];
}

async function compare(
  caller: Caller,
  list: Listing,
  pagination: Pagination,
  all: readonly unknown[],
): Promise<Complaint | undefined> {
  const complaints: Complaint[] = [];
  const rows = await follow(caller, list, pagination, (came, expected) => {
    complaints.push({ came, expected });
    return undefined;
  });
  const keyOf = (row: unknown) => member(row, pagination.key);
  if (
    rows === undefined ||
    (isEqual(rows.map(keyOf), all.slice(0, rows.length).map(keyOf)) && rows.length >= Math.min(all.length, MOST_ROWS))
  )
    return complaints[0];
  return {
    came: `the links lead through ${rows.length} rows, or others`,
    expected: `the ${all.length} rows of the list in their order`,
  };
}

/** Keeps what is wrong. Gives nothing, for who calls it to give on. */
type Wrong = (came: string, expected: string) => undefined;

/** All rows along the links; undefined when something on the way is wrong, and told. */
async function follow(
  caller: Caller,
  list: Listing,
  pagination: Pagination,
  wrong: Wrong,
): Promise<unknown[] | undefined> {
  const rows: unknown[] = [];
  const visited = new Set<string>();
  let page: Page = await readPage(caller, list, { query: { [pagination.limit]: SIZE } });
  for (;;) {
    rows.push(...page.rows);
    if (rows.length >= MOST_ROWS) return rows.slice(0, MOST_ROWS);
    const link = linkAt(page.reply.body, pagination.next);
    if (link === undefined) return rows;
    const query = readLink(caller, list, pagination, link, wrong);
    if (query === undefined) return undefined;
    const text = JSON.stringify(query);
    if (visited.has(text) || visited.size > MOST_STEPS) return wrong("the links run in a circle", "an end");
    visited.add(text);
    page = await readPage(caller, list, { query });
    if (page.rows.length === 0)
      return wrong(`the link to ${text} leads to an empty page`, "a link only where rows follow");
  }
}

/** What a link asks for; undefined when it leads astray, and told. */
function readLink(
  caller: Caller,
  list: Listing,
  { limit }: Pagination,
  link: string,
  wrong: Wrong,
): Record<string, unknown> | undefined {
  const { origin, api } = caller.run.target;
  const url = URL.canParse(link, origin) ? new URL(link, origin) : undefined;
  // Vendors that stand behind a gateway write links with http (D-37); the host is what counts.
  if (url?.host !== new URL(origin).host)
    return wrong(`the link leads to ${url?.origin ?? show(link)}`, "a link on the target");
  const operation = findOperation(api.operations, list.operationId);
  const own: Values = { path: { ...documentedValues(operation).path, ...list.values?.path } };
  const paths = [url.pathname, `${url.pathname}.json`];
  if (!paths.includes(writeRequest(operation, own).url))
    return wrong(`the link leads to ${url.pathname}`, "a link to the same list");
  const asked = url.searchParams.get(limit);
  if (asked !== String(SIZE)) return wrong(`the link asks for ${limit}=${asked}`, `${SIZE}, as before`);
  return Object.fromEntries(url.searchParams);
}

/** A link is a text, or an object with a url. */
function linkAt(body: unknown, pointer: string | undefined): string | undefined {
  const link = pointer === undefined ? undefined : valueAt(body, pointer);
  const url = typeof link === "string" ? link : member(link, "url");
  return typeof url === "string" ? url : undefined;
}
