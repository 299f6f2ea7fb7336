import { type Json, withBody, withQuery } from "../../change.ts";
import type { Call, Fault } from "../../mutant.ts";

/** What a list does differently. */
export type Change = {
  /** Filters that the server behind is not asked for. */
  readonly without?: readonly string[];
  /** Which of the orders that came are kept; all by default. */
  readonly keep?: (order: Json, query: URLSearchParams) => boolean;
  /** Their order; as they came by default. */
  readonly sort?: (one: Json, other: Json) => number;
  /** Where a page begins, counted from 0. */
  readonly offset?: (page: number, per: number) => number;
  /** How many orders a page has. */
  readonly size?: (per: number) => number;
};

/** Lists service orders in another way: reads all that the server behind has, and cuts the page out of them itself. */
export function relisted({
  without = [],
  keep,
  sort,
  offset = (page, per) => (page - 1) * per,
  size = (per) => per,
}: Change): Fault {
  return async (call) => {
    const came = await call.pass();
    if (came.status !== 200) return came;
    const all = await everyOrder(call, without);
    const kept = keep === undefined ? all : all.filter((order) => keep(order, call.query));
    const sorted = sort === undefined ? kept : kept.toSorted(sort);
    const page = Number(call.query.get("page") ?? 1);
    const per = Number(call.query.get("per") ?? 10);
    const from = Math.max(0, offset(page, per));
    return withBody(came, { total_count: sorted.length, service_orders: sorted.slice(from, from + size(per)) });
  };
}

/** Every order that meets the call's filters, but for some of them. */
export async function everyOrder({ sent, ask }: Call, filtersLeftOut: readonly string[]): Promise<Json[]> {
  const dropped = Object.fromEntries(filtersLeftOut.map((name) => [name, undefined]));
  const orders: Json[] = [];
  for (let page = 1; ; page += 1) {
    const came = await ask("GET", withQuery(sent.url, { ...dropped, page: String(page), per: "100" }));
    const body: Json = JSON.parse(came.body);
    orders.push(...body.service_orders);
    if (body.service_orders.length < 100) return orders;
  }
}
