import type { Answer, AnyArgument, Call } from "./call.js";
import { dig } from "./dig.js";
import { tell } from "./hooks.js";
import { ListError } from "./list-error.js";
import type { EachOptions } from "./operation-types.js";

/** How an operation gives a long list page by page. */
export type Pagination = {
  /** Query parameter for the page's number, from 1. */
  readonly page: string;
  /** Query parameter for the number of its rows. */
  readonly limit: string;
  /** How many rows are asked for unless the caller says. */
  readonly maximum: number;
  /** The way to the rows in the answer's body. */
  readonly items: readonly string[];
  /** The property that tells rows apart. */
  readonly key: string;
  /** Where the number of all rows stands: in the body, or in a header. */
  readonly total?: readonly string[];
  readonly totalHeader?: string;
  /** Where the request for the next page stands. */
  readonly next?: readonly string[];
  /** A sort by which rows keep their places. */
  readonly sort?: string;
};

type Query = Readonly<Record<string, unknown>>;
/** Finds what to ask for after a page; undefined after the last one. */
type Step = (query: Query, rows: readonly Query[], answer: Answer) => Query | undefined;

/** Reads all rows of a list, a page at a time and as they are asked for, each of them once. */
export async function* eachRow(
  call: Call,
  pagination: Pagination,
  origin: string,
  argument: AnyArgument = {},
  options: EachOptions = {},
): AsyncGenerator<unknown, void, undefined> {
  const { page, limit, maximum, items, key, sort } = pagination;
  const seen = new Set<unknown>();
  let query: Query | undefined = { [page]: 1, [limit]: maximum, ...(sort && { sort }), ...argument.query };
  const step = pagination.next ? byLink(pagination.next, origin) : byTotal(pagination, query, options);
  while (query) {
    const answer = await call({ ...argument, query }, options);
    const rows = dig(answer.body, items);
    if (!Array.isArray(rows)) throw new ListError(`The answer has no list at /${items.join("/")}.`);
    for (const row of rows) {
      const id = row?.[key];
      if (id !== undefined && seen.has(id)) continue;
      seen.add(id);
      yield row;
    }
    query = step(query, rows, answer);
  }
}

/** The vendor prints `http` links at times: of a link only the query is used, and its host must be the own one. */
function byLink(next: readonly string[], origin: string): Step {
  const read = new Set<string>();
  return (query, rows, { body }) => {
    const link = dig(body, [...next, "url"]);
    if (link == null) return undefined;
    const { host, search, searchParams } = new URL(String(link), origin);
    if (host !== new URL(origin).host) throw new ListError(`The next page is at ${host}, which is not asked.`);
    if (read.has(search) || rows.length === 0) throw new ListError(`The next page, ${search}, leads in a circle.`);
    read.add(search);
    return { ...query, ...Object.fromEntries(searchParams) };
  };
}

function byTotal({ page, limit, total, totalHeader = "" }: Pagination, start: Query, options: EachOptions): Step {
  const first = Number(start[page]);
  let size = Number(start[limit]);
  let before = NaN;
  return (query, rows, { body, response }) => {
    const number = Number(query[page]);
    const to = (target: number) => ({ ...query, [page]: target });
    const after = Number((total ? dig(body, total) : response?.headers.get(totalHeader)) ?? NaN);
    // Without a total a short page is the last one.
    if (Number.isNaN(after)) return rows.length < size ? undefined : to(number + 1);
    const missing = before - after;
    if (missing) tell(options.onListChange, { before, after });
    before = after;
    // Rows have moved up, to pages that were read before.
    if (missing > 0) return to(Math.max(first, number - Math.ceil(missing / size)));
    // A server may give fewer rows than it is asked for.
    if (number === first && (number - 1) * size + rows.length < after) size = Math.min(size, rows.length || size);
    const read = (number - 1) * size + rows.length;
    if (read >= after) return undefined;
    if (rows.length < size) throw new ListError(`Page ${number} ends after ${read} of ${after} rows.`);
    return to(number + 1);
  };
}
