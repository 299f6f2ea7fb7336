import { member } from "../document.js";
import { findOperation, type Pagination } from "../operation.js";
import { valueAt } from "../pointer.js";
import type { Caller } from "../run/caller.js";
import type { Check } from "../run/check.js";
import { NotReached } from "../run/verdicts.js";
import { meaningCheck, tell } from "./meaning-check.js";
import type { Listing, Resource } from "./resource.js";
import { MOST_ROWS, readPage, sortOf } from "./rows.js";
import { type Complaint, steadily } from "./steadily.js";

/** As many pages as are read one by one. */
const MOST_PAGES = 25;

/** Pages have as many rows as were asked for, no row twice, and together all that the total says. */
export function pages({ list }: Resource, pagination: Pagination): Check[] {
  const ofSize = [3, 10].map((size) =>
    meaningCheck(list.operationId, `pages of ${size} add up`, "reads", async (caller) => {
      const pagination = paginationOf(caller, list);
      const wrong = await steadily(caller, list, async (all) => {
        if (all.length <= 1) throw new NotReached("the list has too few rows to turn a page");
        return await turn(caller, list, pagination, Math.min(size, Math.ceil(all.length / 2)), all);
      });
      if (wrong !== undefined)
        tell(caller, "pages-wrong", `${list.operationId} query.${pagination.page}`, wrong.came, wrong.expected);
    }),
  );
  return [...ofSize, ...((pagination.total ?? pagination.totalHeader) ? [total(list)] : [])];
}

/** No row comes twice in a list that is read at once. */
export function unique({ list }: Resource): Check {
  return meaningCheck(list.operationId, "has each row once", "reads", async (caller) => {
    const wrong = await steadily(caller, list, async (all) => {
      const ids = all.map((row) => String(valueAt(row, list.id.row)));
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      return twice === undefined ? undefined : { came: `the row ${twice} comes twice`, expected: "each row once" };
    });
    if (wrong !== undefined) tell(caller, "pages-wrong", list.operationId, wrong.came, wrong.expected);
  });
}

function total(list: Listing): Check {
  return meaningCheck(list.operationId, "the total is the number of rows", "reads", async (caller) => {
    const pagination = paginationOf(caller, list);
    const where = pagination.total ?? `header.${pagination.totalHeader}`;
    const wrong = await steadily(caller, list, async (all) => {
      const { total: came } = await readPage(caller, list, {
        query: { [pagination.page]: 1, [pagination.limit]: sizeOf(all, pagination) },
      });
      if (all.length >= MOST_ROWS || came === all.length) return undefined;
      return { came: `the total is ${came ?? "not told"}`, expected: `${all.length}, as many as rows come` };
    });
    if (wrong !== undefined) tell(caller, "pages-wrong", `${list.operationId} ${where}`, wrong.came, wrong.expected);
  });
}

/** Less than there are, so that a total that counts the page is seen. */
function sizeOf(all: readonly unknown[], { maximum }: Pagination): number {
  return Math.min(maximum, Math.max(1, Math.floor(all.length / 2)));
}

/** A list's pagination. @throws NotReached where it has no pages. */
export function paginationOf(caller: Caller, list: Listing): Pagination {
  const { pagination } = findOperation(caller.run.target.api.operations, list.operationId);
  if (pagination === undefined) throw new NotReached("the list has no pages");
  return pagination;
}

/** Turns page by page; what is wrong first is told. */
async function turn(
  caller: Caller,
  list: Listing,
  pagination: Pagination,
  size: number,
  all: readonly unknown[],
): Promise<Complaint | undefined> {
  const keyOf = (row: unknown) => String(member(row, pagination.key));
  const seen = new Set<string>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = { ...sortOf(pagination), [pagination.page]: page, [pagination.limit]: size };
    const { rows } = await readPage(caller, list, { query });
    const due = Math.min(size, Math.max(0, all.length - (page - 1) * size));
    if (rows.length > size)
      return { came: `page ${page} of ${size} has ${rows.length} rows`, expected: `at most ${size}` };
    if (all.length < MOST_ROWS && rows.length < due)
      return { came: `page ${page} of ${size} has ${rows.length} rows`, expected: `${due} of ${all.length} rows` };
    for (const key of rows.map(keyOf)) {
      if (seen.has(key))
        return { came: `the row ${key} is on page ${page} and on one before`, expected: "each row once" };
      seen.add(key);
    }
    if (rows.length < size) break;
  }
  const missing = all
    .slice(0, MOST_PAGES * size)
    .map(keyOf)
    .find((key) => !seen.has(key));
  return missing === undefined
    ? undefined
    : { came: `the row ${missing} is on no page of ${size}`, expected: "each row once" };
}
