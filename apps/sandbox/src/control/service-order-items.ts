import { Refusal } from "@quayside/serve";
import type { ServiceOrderItemState } from "@quayside/types/sandbox";
import { SYSTEM } from "../octopi/organisations.js";
import { completeItem, type Item, startItem, statusOf } from "../octopi/service-orders/rules.js";
import { canBeShown } from "../octopi/times.js";
import { findOrderOfItem, type StoredOrder, updateItems, updateOrder } from "../store/service-orders.js";
import type { ControlContext, ControlHandler } from "./context.js";

/** People in the yard begin an item. */
export const startServiceOrderItem: ControlHandler<"startServiceOrderItem"> = async ({ path }, context) => {
  const found = await requireItem(context, path.id);
  return { status: 200, body: await store(context, found, startItem(found.item)) };
};

/** People in the yard complete an item. */
export const completeServiceOrderItem: ControlHandler<"completeServiceOrderItem"> = async ({ path, body }, context) => {
  const found = await requireItem(context, path.id);
  const { completed_by = SYSTEM, completed_at } = body ?? {};
  const time = completed_at === undefined ? context.now : completed_at === null ? null : readTime(completed_at);
  return { status: 200, body: await store(context, found, completeItem(found.item, time, completed_by)) };
};

/** @throws Refusal - 400 for a leap second, and for a time that could not be shown in every time zone. */
function readTime(text: string): number {
  const time = Date.parse(text);
  if (canBeShown(time)) return time;
  throw new Refusal(400, `completed_at ${text} is out of range: send a time from 1970 to 9998.`);
}

type Found = { readonly order: StoredOrder; readonly item: Item };

async function requireItem({ db, copy }: ControlContext, id: number): Promise<Found> {
  const order = await findOrderOfItem(db, copy, id);
  const item = order?.items.find((one) => one.id === id);
  if (order === undefined || item === undefined) throw new Refusal(404, `There is no service-order item ${id}.`);
  return { order, item };
}

async function store(
  { db, copy }: ControlContext,
  { order, item }: Found,
  changed: Item,
): Promise<ServiceOrderItemState> {
  const items = order.items.map((one) => (one === item ? { ...one, ...changed } : one));
  const status = statusOf(items, order.status);
  await updateItems({ db, copy, owner: order.owner }, [changed]);
  await updateOrder({ db, copy, owner: order.owner }, order, { ...order, status });
  return {
    id: item.id,
    status: changed.status as "in_progress",
    order_number: order.order_number,
    order_status: status,
  };
}
