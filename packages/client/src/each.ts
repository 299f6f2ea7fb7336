import type { Answer, AnyArgument, Call } from "./call.js";
import { defined } from "./defined.js";
import { dig } from "./dig.js";
import { tell } from "./hooks.js";
import { ListError } from "./list-error.js";
import type { EachOptions } from "./operation-types.js";
import { whole } from "./whole.js";

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

/** A list whose total goes up and down, or whose links lead in circles, must not be read for ever. */
const MOST_STALE = 10;

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
  let stale = 0;
  let query: Query | undefined = { [page]: 1, [limit]: maximum, ...(sort && { sort }), ...defined(argument.query) };
  whole(Number(query[page]), page);
  whole(Number(query[limit]), limit);
  const step = pagination.next ? byLink(pagination.next, origin) : byTotal(pagination, query, options);
  while (query) {
    const answer = await call({ ...argument, query }, options);
    const rows = dig(answer.body, items);
    if (!Array.isArray(rows)) throw new ListError(`The answer has no list at /${items.join("/")}.`);
    stale += 1;
    for (const row of rows) {
      const id = row?.[key];
      if (id !== undefined && seen.has(id)) continue;
      seen.add(id);
      stale = 0;
      yield row;
    }
    query = step(query, rows, answer);
    if (query && stale >= MOST_STALE) throw new ListError(`${stale} pages brought nothing new.`);
  }
}

/** The vendor prints `http` links at times: of a link only the query is used, and its host must be the own one. */
function byLink(next: readonly string[], origin: string): Step {
  return (query, _, { body }) => {
    const link = dig(body, [...next, "url"]);
    if (link == null) return undefined;
    const address = URL.canParse(`${link}`, origin) ? new URL(`${link}`, origin) : undefined;
    if (address?.host !== new URL(origin).host) throw new ListError(`The next page is at ${address?.host}.`);
    return { ...query, ...Object.fromEntries(address.searchParams) };
  };
}

function byTotal({ page, limit, total, totalHeader = "" }: Pagination, start: Query, options: EachOptions): Step {
  const first = Number(start[page]);
  const size = Number(start[limit]);
  let before = NaN;
  return (query, rows, { body, response }) => {
    const number = Number(query[page]);
    const to = (target: number) => ({ ...query, [page]: target });
    const count = total ? dig(body, total) : response?.headers.get(totalHeader);
    const after = /^\d+$/.test(`${count}`) ? Number(count) : NaN;
    // Without a total a short page is the last one.
    if (Number.isNaN(after)) return rows.length < size ? undefined : to(number + 1);
    const missing = before - after;
    if (missing) tell(options.onListChange, { before, after });
    before = after;
    // Rows have moved up, to pages that were read before.
    if (missing > 0) return to(Math.max(first, number - Math.ceil(missing / size)));
    const read = (number - 1) * size + rows.length;
    if (read >= after) return undefined;
    if (rows.length < size) throw new ListError(`Page ${number} ends after ${read} of ${after} rows.`);
    return to(number + 1);
  };
}
