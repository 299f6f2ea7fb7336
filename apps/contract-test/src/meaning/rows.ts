import type { Values } from "../cases/case.js";
import { documentedValues } from "../cases/replay-cases.js";
import { elements } from "../document.js";
import { findOperation, type Pagination } from "../operation.js";
import { valueAt } from "../pointer.js";
import type { Caller, Reply } from "../run/caller.js";
import { NotReached } from "../run/verdicts.js";
import { requireSuccess } from "./require-success.js";
import type { Listing } from "./resource.js";

/** As many rows as are read to the end; of a longer list the beginning is. */
export const MOST_ROWS = 300;

/** One page of a list. */
export type Page = { readonly rows: readonly unknown[]; readonly total: number | undefined; readonly reply: Reply };

/**
 * Reads one page.
 *
 * @param values - Joined with what the listing asks for anyway; a path of its own for lists below a record.
 * @throws NotReached when the target refuses.
 */
export async function readPage(caller: Caller, list: Listing, values: Values = {}): Promise<Page> {
  const operation = findOperation(caller.run.target.api.operations, list.operationId);
  const path = { ...documentedValues(operation).path, ...list.values?.path, ...ownParameters(operation, values.path) };
  const reply = await caller.call(list.operationId, {
    path,
    query: { ...list.values?.query, ...values.query },
    header: { ...list.values?.header, ...values.header },
  });
  const body = requireSuccess(reply);
  return { rows: rowsIn(list, body), total: totalOf(operation.pagination, reply), reply };
}

/** The rows in an answer of a list. */
export function rowsIn({ rows, also = [] }: Listing, body: unknown): unknown[] {
  return [rows, ...also].flatMap((pointer) => elements(valueAt(body, pointer)));
}

/** Every row of a list, page by page in its greatest size; at most {@link MOST_ROWS}. */
export async function everyRow(caller: Caller, list: Listing, values: Values = {}): Promise<unknown[]> {
  const { pagination } = findOperation(caller.run.target.api.operations, list.operationId);
  if (pagination === undefined) return [...(await readPage(caller, list, values)).rows];
  const rows: unknown[] = [];
  for (let page = 1; rows.length < MOST_ROWS; page += 1) {
    const query = {
      ...sortOf(pagination),
      ...values.query,
      [pagination.page]: page,
      [pagination.limit]: pagination.maximum,
    };
    const { rows: next } = await readPage(caller, list, { ...values, query });
    rows.push(...next);
    if (next.length < pagination.maximum) break;
  }
  return rows;
}

/** A longer list is not looked through: as many pages of its greatest size. */
const MOST_PAGES = 100;

/**
 * Looks for a row through a whole list; the first page is enough where new ones come first.
 *
 * @throws NotReached when the list is longer than is looked through.
 */
export async function findRow(
  caller: Caller,
  list: Listing,
  values: Values,
  isWanted: (row: unknown) => boolean,
): Promise<unknown> {
  const { pagination } = findOperation(caller.run.target.api.operations, list.operationId);
  if (pagination === undefined) return (await readPage(caller, list, values)).rows.find(isWanted);
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = { ...values.query, [pagination.page]: page, [pagination.limit]: pagination.maximum };
    const { rows } = await readPage(caller, list, { ...values, query });
    const found = rows.find(isWanted);
    if (found !== undefined || rows.length < pagination.maximum) return found;
  }
  throw new NotReached(`the list has more than ${MOST_PAGES * pagination.maximum} rows, and is not looked through`);
}

/** What keeps rows in their order from page to page. */
export function sortOf({ sort }: Pagination): Record<string, unknown> {
  return sort === undefined ? {} : { sort };
}

function totalOf(pagination: Pagination | undefined, { headers, body }: Reply): number | undefined {
  if (pagination?.total !== undefined) return numberOf(valueAt(body, pagination.total));
  if (pagination?.totalHeader === undefined) return undefined;
  return numberOf(headers.get(pagination.totalHeader));
}

function numberOf(value: unknown): number | undefined {
  return value === null || value === undefined || value === "" ? undefined : Number(value);
}

/** A record's path names more than its list's does. */
function ownParameters(
  { parameters }: ReturnType<typeof findOperation>,
  path: Values["path"],
): Record<string, unknown> {
  const own = parameters.filter((one) => one.in === "path").map(({ name }) => name);
  return Object.fromEntries(Object.entries(path ?? {}).filter(([name]) => own.includes(name)));
}
