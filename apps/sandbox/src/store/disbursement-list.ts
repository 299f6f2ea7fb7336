import { sql } from "kysely";
import { conditionsOf, type Filter, isWhole, type Path, valueAt } from "./disbursement-filter.js";
import { ALL_DISBURSEMENTS, findLines, type StoredDisbursement } from "./disbursements.js";
import type { Scope } from "./scope.js";
import type { DisbursementRow } from "./tables.js";
import { readTallies } from "./tallies.js";

/** What a list is sorted by; `fold` is without regard to case. */
export type Sort = { readonly path: Path; readonly direction: "asc" | "desc"; readonly fold: boolean };

/** What a list shall hold. */
export type DisbursementList = {
  readonly filter: Filter;
  readonly sort: Sort | undefined;
  readonly offset: number;
  /** How many rows at most; undefined for all of them, which then begin with the first. */
  readonly limit: number | undefined;
  /** Whether the lines come along; without, every order has none. */
  readonly lines: boolean;
};

/** The orders that a list shall hold, those of the same place by their keys. A null stands before every value. */
export async function listDisbursements(scope: Scope, list: DisbursementList): Promise<StoredDisbursement[]> {
  const rows = await findRows(scope, list);
  const keys = list.lines ? rows.map(({ key }) => key) : [];
  const lines = await findLines(scope, keys);
  return rows.map((row) => ({ ...row, lines: lines.get(row.key) ?? [] }));
}

async function findRows(scope: Scope, { filter, sort, offset, limit }: DisbursementList): Promise<DisbursementRow[]> {
  const kept = keptBy(scope, filter, sort).selectAll();
  const sorted =
    sort === undefined
      ? kept
      : kept.orderBy(valueAt(sort.path, sort.direction, sort.fold), (order) =>
          sort.direction === "asc" ? order.asc().nullsFirst() : order.desc().nullsLast(),
        );
  const ordered = sorted.orderBy("one.key");
  return await (limit === undefined ? ordered : ordered.limit(limit).offset(offset)).execute();
}

/** How many orders a filter keeps, over all pages. */
export async function countDisbursements(scope: Scope, filter: Filter, sort: Sort | undefined): Promise<number> {
  if (isWhole(filter, pathsOf(sort))) return await readTallies(scope, [ALL_DISBURSEMENTS]);
  const counted = keptBy(scope, filter, sort).select(sql<number>`count(*)`.as("total"));
  return Number((await counted.executeTakeFirstOrThrow()).total);
}

function keptBy(scope: Scope, filter: Filter, sort: Sort | undefined) {
  const { db, copy, owner } = scope;
  const orders = db.selectFrom("disbursements as one").where("one.copy", "=", copy).where("one.owner", "=", owner);
  return conditionsOf(scope, filter, pathsOf(sort)).reduce((kept, condition) => kept.where(condition), orders);
}

function pathsOf(sort: Sort | undefined): Path[] {
  return sort === undefined ? [] : [sort.path];
}
