import type { Db } from "./open-store.js";
import { prepare } from "./prepare.js";
import { insertRows } from "./rows.js";
import type { Scope } from "./scope.js";
import type { LineItemRow } from "./tables.js";

/** A stored line item with the number of its container. */
export type StoredLineItem = LineItemRow & { readonly container_number: string };

/** Some of a bill of lading's line items, by id. */
export async function findLineItems(
  { db, copy, owner }: Scope,
  bill_of_lading_id: number,
  page: { readonly offset: number; readonly limit: number },
): Promise<StoredLineItem[]> {
  return await itemsOfBill(db, { copy, owner, bill_of_lading_id, ...page });
}

/** Finds a line item on a bill of lading. */
export async function findLineItem(
  { db, copy, owner }: Scope,
  bill_of_lading_id: number,
  id: number,
): Promise<StoredLineItem | undefined> {
  const items = itemsWithNumber(db, { copy, owner, bill_of_lading_id });
  return await items.where("item.id", "=", id).executeTakeFirst();
}

type OnBill = { readonly copy: number; readonly owner: number; readonly bill_of_lading_id: number };

const itemsOfBill = prepare((db, values: OnBill & { offset: number; limit: number }) =>
  itemsWithNumber(db, values).orderBy("item.id").limit(values.limit).offset(values.offset),
);

function itemsWithNumber(db: Db, { copy, owner, bill_of_lading_id }: OnBill) {
  return db
    .selectFrom("line_items as item")
    .innerJoin("containers as container", (join) =>
      join.onRef("container.copy", "=", "item.copy").onRef("container.id", "=", "item.container_id"),
    )
    .selectAll("item")
    .select("container.number as container_number")
    .where("item.copy", "=", copy)
    .where("item.owner", "=", owner)
    .where("item.bill_of_lading_id", "=", bill_of_lading_id);
}

/** Stores a new line item. */
export async function insertLineItem({ db }: Scope, item: LineItemRow): Promise<void> {
  await insertRows(db, "line_items", [item]);
}

/** Stores what may change of a line item: all but its id, its bill of lading and its quantity. */
export async function saveLineItem(scope: Scope, item: LineItemRow): Promise<void> {
  const { container_id, container_type_label, container_weight, container_weight_unit, flex_fields } = item;
  await scope.db
    .updateTable("line_items")
    .set({ container_id, container_type_label, container_weight, container_weight_unit, flex_fields })
    .where("copy", "=", scope.copy)
    .where("owner", "=", scope.owner)
    .where("bill_of_lading_id", "=", item.bill_of_lading_id)
    .where("id", "=", item.id)
    .execute();
}

/** Removes a line item. */
export async function removeLineItem(scope: Scope, { bill_of_lading_id, id }: LineItemRow): Promise<void> {
  await scope.db
    .deleteFrom("line_items")
    .where("copy", "=", scope.copy)
    .where("owner", "=", scope.owner)
    .where("bill_of_lading_id", "=", bill_of_lading_id)
    .where("id", "=", id)
    .execute();
}
