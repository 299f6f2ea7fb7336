import { inPortions } from "./portions.js";
import { prepare } from "./prepare.js";
import { insertRows } from "./rows.js";
import type { Scope } from "./scope.js";
import type { DisbursementLineRow, DisbursementRow } from "./tables.js";
import { addToTally } from "./tallies.js";

/** A stored service order of Dataloy with its lines, in the order of their keys. */
export type StoredDisbursement = DisbursementRow & { readonly lines: readonly DisbursementLineRow[] };

/** The tally of all orders of a tenant. */
export const ALL_DISBURSEMENTS = "disbursements";

/** Finds an order by its key. */
export async function findDisbursement(
  { db, copy, owner }: Scope,
  key: number,
): Promise<StoredDisbursement | undefined> {
  const [row] = await disbursementByKey(db, { copy, owner, key });
  return row === undefined ? undefined : { ...row, lines: await linesOfDisbursement(db, { copy, key }) };
}

const disbursementByKey = prepare((db, { copy, owner, key }: { copy: number; owner: number; key: number }) =>
  db.selectFrom("disbursements").selectAll().where("copy", "=", copy).where("owner", "=", owner).where("key", "=", key),
);

const linesOfDisbursement = prepare((db, { copy, key }: { copy: number; key: number }) =>
  db
    .selectFrom("disbursement_lines")
    .selectAll()
    .where("copy", "=", copy)
    .where("service_order", "=", key)
    .orderBy("key"),
);

/** The lines of some orders, by the key of their order. */
export async function findLines(
  { db, copy }: Scope,
  orders: readonly number[],
): Promise<Map<number, DisbursementLineRow[]>> {
  const lines = await inPortions(orders, (some) =>
    db
      .selectFrom("disbursement_lines")
      .selectAll()
      .where("copy", "=", copy)
      .where("service_order", "in", some)
      .orderBy("key")
      .execute(),
  );
  return Map.groupBy(lines, ({ service_order }) => service_order);
}

/** Stores a new order and its lines. */
export async function insertDisbursement(scope: Scope, { lines, ...order }: StoredDisbursement): Promise<void> {
  await insertRows(scope.db, "disbursements", [order]);
  await insertRows(scope.db, "disbursement_lines", lines);
  await addToTally(scope, ALL_DISBURSEMENTS, 1);
}

/** Stores an order as it is now, but for its lines. */
export async function updateDisbursement(scope: Scope, { lines: _, ...order }: StoredDisbursement): Promise<void> {
  const { copy, owner, key, ...values } = order;
  await scope.db
    .updateTable("disbursements")
    .set(values)
    .where("copy", "=", copy)
    .where("owner", "=", owner)
    .where("key", "=", key)
    .execute();
}

/** What becomes of an order's lines. */
export type LineChanges = {
  readonly added: readonly DisbursementLineRow[];
  readonly changed: readonly DisbursementLineRow[];
  /** The keys of those that go. */
  readonly removed: readonly number[];
};

/** Stores what becomes of an order's lines. */
export async function changeLines(
  { db, copy }: Scope,
  order: number,
  { added, changed, removed }: LineChanges,
): Promise<void> {
  await insertRows(db, "disbursement_lines", added);
  for (const { copy: _, owner: __, service_order: ___, key, ...values } of changed) {
    const lines = db.updateTable("disbursement_lines").set(values).where("copy", "=", copy);
    await lines.where("service_order", "=", order).where("key", "=", key).execute();
  }
  if (removed.length === 0) return;
  const gone = db.deleteFrom("disbursement_lines").where("copy", "=", copy).where("service_order", "=", order);
  await gone.where("key", "in", removed).execute();
}
