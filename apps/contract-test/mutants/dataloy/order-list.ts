import { type Json, withBody, withQuery } from "../change.ts";
import type { Call, Fault, Headers } from "../mutant.ts";

/** The header with the total of a list. */
export const TOTAL = "totalobjectsnumber";

/** Changes the conditions of a list; the caller's, decoded, and in their order. */
export function filtering(change: (filters: string[]) => string[]): Fault {
  return async (call) => {
    const filters = call.query.getAll("filter");
    if (!call.isValid || filters.length === 0) return await call.pass();
    return await call.pass({ url: withFilters(call.sent.url, change(filters)) });
  };
}

/** Changes each condition of a list. */
export function eachFilter(change: (filter: string) => string): Fault {
  return filtering((filters) => filters.map(change));
}

/** A URL with other conditions. */
export function withFilters(url: string, filters: readonly string[]): string {
  const bare = withQuery(url, { filter: undefined });
  const added = filters.map((filter) => `filter=${encodeURIComponent(filter)}`);
  return added.length === 0 ? bare : `${bare}${bare.includes("?") ? "&" : "?"}${added.join("&")}`;
}

/** Every row that the call asks for, whatever its page; with other parameters or headers where told. */
export async function rowsOf(
  { sent, ask }: Call,
  changes: Readonly<Record<string, string | undefined>> = {},
  headers: Headers = {},
): Promise<Json[]> {
  const url = withQuery(sent.url, { pageNumber: undefined, limit: undefined, ...changes });
  const came = await ask("GET", url, undefined, headers);
  return came.status === 200 ? JSON.parse(came.body) : [];
}

/** Cuts pages in another way, out of all rows, perhaps sorted anew. */
export function repaged(
  offset: (page: number, limit: number) => number,
  size: (limit: number) => number = (limit) => limit,
): Fault {
  return async (call) => {
    const came = await call.pass();
    if (came.status !== 200 || !call.query.has("limit")) return came;
    const limit = Number(call.query.get("limit"));
    const from = Math.max(0, offset(Number(call.query.get("pageNumber") ?? 1), limit));
    return withBody(came, (await rowsOf(call)).slice(from, from + size(limit)));
  };
}

/** Sorts the rows of a list in another way, where it is to be sorted by a property; only lists without pages. */
export function resorted(property: string, compare: (one: Json, other: Json) => number): Fault {
  return async (call) => {
    const came = await call.pass();
    const [, by, direction] = /^(\w+)\((AS|DS)/.exec(call.query.get("sort") ?? "") ?? [];
    if (came.status !== 200 || by !== property) return came;
    const sign = direction === "AS" ? 1 : -1;
    return withBody(
      came,
      JSON.parse(came.body).toSorted((one: Json, other: Json) => sign * compare(one, other)),
    );
  };
}
