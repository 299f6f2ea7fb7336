import { type ExpressionBuilder, sql } from "kysely";
import { fold } from "./fold.js";
import type { Db } from "./open-store.js";
import { prepare } from "./prepare.js";
import { rowInserter } from "./rows.js";
import type { Scope } from "./scope.js";
import type { ContainerRow, ServiceOrderItemRow, ServiceOrderRow, Tables } from "./tables.js";
import { addToTally, readTallies } from "./tallies.js";

/** A stored item with what an answer shows of its cargo. */
export type StoredItem = ServiceOrderItemRow & {
  readonly cargo_number: string;
  readonly cargo_description: string | null;
  readonly cargo_type: ContainerRow["cargo_type"];
};

/** A stored order with its items, in the order of their ids. */
export type StoredOrder = ServiceOrderRow & { readonly items: readonly StoredItem[] };

/** What a list keeps; `due_before` is an instant, itself included. */
export type OrderFilter = {
  readonly number_part?: string | undefined;
  readonly due_before?: number | undefined;
  readonly status?: ServiceOrderRow["status"] | undefined;
  readonly cargo_type?: ServiceOrderRow["cargo_type"] | undefined;
  readonly container_id?: number | undefined;
};

/** Finds an order by its number or, where no number is the same, by its id. */
export async function findOrder(scope: Scope, numberOrId: string): Promise<StoredOrder | undefined> {
  const { db, copy, owner } = scope;
  const id = /^[1-9]\d{0,14}$/.test(numberOrId) ? Number(numberOrId) : undefined;
  const [byNumber] = await orderByNumber(db, { copy, owner, order_number: numberOrId });
  const [row = byNumber] = byNumber === undefined && id !== undefined ? await orderById(db, { copy, owner, id }) : [];
  return row === undefined ? undefined : { ...row, items: await itemsOfOrder(db, { copy, order_id: row.id }) };
}

const orderByNumber = prepare((db, values: { copy: number; owner: number; order_number: string }) =>
  ordersOf(db, values).selectAll().where("order_number", "=", values.order_number),
);

const orderById = prepare((db, values: { copy: number; owner: number; id: number }) =>
  ordersOf(db, values).selectAll().where("id", "=", values.id),
);

const itemsOfOrder = prepare((db, { copy, order_id }: { copy: number; order_id: number }) =>
  itemsWithCargo(db, copy).where("item.order_id", "=", order_id).orderBy("item.id"),
);

function ordersOf(db: Db, { copy, owner }: { copy: number; owner: number }) {
  return db.selectFrom("service_orders").where("copy", "=", copy).where("owner", "=", owner);
}

function itemsWithCargo(db: Db, copy: number) {
  return db
    .selectFrom("service_order_items as item")
    .innerJoin("containers as cargo", (join) =>
      join.onRef("cargo.copy", "=", "item.copy").onRef("cargo.id", "=", "item.container_id"),
    )
    .selectAll("item")
    .select(["cargo.number as cargo_number", "cargo.description as cargo_description", "cargo.cargo_type"])
    .where("item.copy", "=", copy);
}

/** One page of the orders that a filter keeps, the newest first, and how many it keeps in all. */
export async function listOrders(
  scope: Scope,
  filter: OrderFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; orders: StoredOrder[] }> {
  const { db, copy, owner } = scope;
  const kept = db
    .selectFrom("service_orders as one")
    .where("copy", "=", copy)
    .where("owner", "=", owner)
    .where((build) => keeps(build, copy, filter));
  const rows = await kept.selectAll().orderBy("id", "desc").limit(page.limit).offset(page.offset).execute();
  const items = Map.groupBy(await itemsOf(scope, rows), ({ order_id }) => order_id);
  const orders = rows.map((row) => ({ ...row, items: items.get(row.id) ?? [] }));
  if (isTallied(filter)) return { total: await readTallies(scope, talliesOf(filter)), orders };
  const { total } = await kept.select((build) => build.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  return { total: Number(total), orders };
}

async function itemsOf({ db, copy }: Scope, orders: readonly ServiceOrderRow[]): Promise<StoredItem[]> {
  if (orders.length === 0) return [];
  const ids = orders.map(({ id }) => id);
  return await itemsWithCargo(db, copy)
    .where("item.order_id", "in", ids)
    .orderBy("item.order_id")
    .orderBy("item.id")
    .execute();
}

type Orders = ExpressionBuilder<Tables & { one: ServiceOrderRow }, "one">;

function keeps(
  build: Orders,
  copy: number,
  { number_part, due_before, status, cargo_type, container_id }: OrderFilter,
) {
  return build.and([
    ...(status === undefined ? [] : [build("one.status", "=", status)]),
    ...(cargo_type === undefined ? [] : [build("one.cargo_type", "=", cargo_type)]),
    ...(due_before === undefined ? [] : [build("one.due_at", "<=", due_before)]),
    ...(number_part === undefined
      ? []
      : [build(sql`one.order_number_folded`, "like", sql`${pattern(number_part)} escape '!'`)]),
    ...(container_id === undefined ? [] : [build("one.id", "in", ordersWith(build, copy, container_id))]),
  ]);
}

/** A pattern of `like` for a part of a text; `!` takes away what a character means there. */
function pattern(part: string): string {
  return `%${fold(part).replace(/[!%_]/g, "!$&")}%`;
}

/** Not by the order: the items of a container are few, and found by an index. */
function ordersWith(build: Orders, copy: number, containerId: number) {
  const items = build.selectFrom("service_order_items as item").select("item.order_id");
  return items.where("item.copy", "=", copy).where("item.container_id", "=", containerId);
}

/** What is counted by and by, instead of for each list: orders by status and kind of cargo. */
function isTallied({ number_part, due_before, container_id }: OrderFilter): boolean {
  return number_part === undefined && due_before === undefined && container_id === undefined;
}

const STATUSES = ["pending", "in_progress", "partially_completed", "completed", "cancelled"] as const;
const CARGO_TYPES = ["container", "vehicle", "breakbulk"] as const;

function talliesOf({ status, cargo_type }: OrderFilter): string[] {
  const statuses = status === undefined ? STATUSES : [status];
  const cargoTypes = cargo_type === undefined ? CARGO_TYPES : [cargo_type];
  return statuses.flatMap((one) => cargoTypes.map((other) => tallyOf({ status: one, cargo_type: other })));
}

/** The name of the tally that an order is counted in. */
export function tallyOf({ status, cargo_type }: Pick<ServiceOrderRow, "status" | "cargo_type">): string {
  return `service_orders ${status} ${cargo_type}`;
}

/** The order that an item stands on, whosever it is. */
export async function findOrderOfItem(db: Db, copy: number, itemId: number): Promise<StoredOrder | undefined> {
  const items = db.selectFrom("service_order_items").select(["owner", "order_id"]).where("copy", "=", copy);
  const item = await items.where("id", "=", itemId).executeTakeFirst();
  if (item === undefined) return undefined;
  const [row] = await orderById(db, { copy, owner: item.owner, id: item.order_id });
  return row === undefined ? undefined : { ...row, items: await itemsOfOrder(db, { copy, order_id: row.id }) };
}

/** Whether an order of that number exists already. */
export async function hasOrderNumber({ db, copy, owner }: Scope, order_number: string): Promise<boolean> {
  return (await orderByNumber(db, { copy, owner, order_number })).length > 0;
}

/** Stores a new order and its items. */
export async function insertOrder(
  scope: Scope,
  order: ServiceOrderRow,
  items: readonly ServiceOrderItemRow[],
): Promise<void> {
  await insertOrderRow(scope.db, order);
  for (const item of items) await insertItemRow(scope.db, item);
  await addToTally(scope, tallyOf(order), 1);
}

const insertOrderRow = rowInserter("service_orders");
const insertItemRow = rowInserter("service_order_items");

/** Stores what may change of an order: its number, when it is due, its comment, its status. */
export async function updateOrder(scope: Scope, before: ServiceOrderRow, after: ServiceOrderRow): Promise<void> {
  const { db, copy, owner } = scope;
  const { order_number, due_at, comment, status } = after;
  await db
    .updateTable("service_orders")
    .set({ order_number, order_number_folded: fold(order_number), due_at, comment, status })
    .where("copy", "=", copy)
    .where("owner", "=", owner)
    .where("id", "=", before.id)
    .execute();
  if (tallyOf(before) === tallyOf(after)) return;
  await addToTally(scope, tallyOf(before), -1);
  await addToTally(scope, tallyOf(after), 1);
}

/** Stores the state of items: what changes of them once they exist. */
export async function updateItems({ db, copy }: Scope, items: readonly ServiceOrderItemRow[]): Promise<void> {
  for (const item of items) {
    const { status, cancelled_at, cancelled_by, cancellation_reason, completed_at, completed_by } = item;
    await db
      .updateTable("service_order_items")
      .set({ status, cancelled_at, cancelled_by, cancellation_reason, completed_at, completed_by })
      .where("copy", "=", copy)
      .where("order_id", "=", item.order_id)
      .where("id", "=", item.id)
      .execute();
  }
}

/** Removes an order and its items. */
export async function deleteOrder(scope: Scope, order: ServiceOrderRow): Promise<void> {
  const { db, copy, owner } = scope;
  await db.deleteFrom("service_order_items").where("copy", "=", copy).where("order_id", "=", order.id).execute();
  const orders = db.deleteFrom("service_orders").where("copy", "=", copy).where("owner", "=", owner);
  await orders.where("id", "=", order.id).execute();
  await addToTally(scope, tallyOf(order), -1);
}
