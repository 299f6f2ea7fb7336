import type { ServiceOrder, ServiceOrderItem } from "@quayside/types/octopi";
import { type Expected, refuse } from "../call.js";
import { replace, withItems } from "../octopi/service-orders.js";
import type { Terminal } from "../octopi/terminal.js";
import { isShown, showInstant } from "../octopi/times.js";
import type { World } from "../world.js";
import type { ControlModelOf } from "./model.js";

/** What people in the yard do with an item, whosever it is, and what is kept of holds. */
export const yard: ControlModelOf<"startServiceOrderItem" | "completeServiceOrderItem" | "listHoldEvents"> = {
  startServiceOrderItem: ({ path }, { world }) => {
    const found = itemOf(world, path.id);
    if (found.item.status !== "pending") refuse(409, `is ${found.item.status}`);
    return become(found, { ...found.item, status: "in_progress" } as ServiceOrderItem);
  },
  completeServiceOrderItem: ({ path, body = {} }, { world }) => {
    const found = itemOf(world, path.id);
    const { item, terminal } = found;
    const { completed_by = "System", completed_at = new Date(world.clock.now).toISOString() } = body;
    const instant = completed_at === null ? null : Date.parse(completed_at);
    if (instant !== null && !isShown(instant)) refuse(400, "out of range");
    if (item.status === "completed" || item.status === "cancelled") refuse(409, `is ${item.status}`);
    const time = instant === null ? null : showInstant(instant, terminal.timeZone);
    const completed = { ...item, status: "completed", completed_by, completed_at: time };
    return become(found, completed as ServiceOrderItem);
  },
  listHoldEvents: ({ query: { bill_of_lading_number: bill } }, { world }) => {
    const events = world.holdEvents.filter((event) => bill === undefined || event.bill_of_lading_number === bill);
    return { status: 200, body: { hold_events: events } };
  },
};

type Found = { readonly terminal: Terminal; readonly order: ServiceOrder; readonly item: ServiceOrderItem };

function itemOf({ terminals }: World, id: number): Found {
  for (const terminal of Object.values(terminals))
    for (const order of terminal.orders)
      for (const item of order.service_order_items) if (item.id === id) return { terminal, order, item };
  return refuse(404, `no service-order item ${id}`);
}

function become({ terminal, order, item }: Found, changed: ServiceOrderItem): Expected {
  const items = order.service_order_items.map((one) => (one === item ? changed : one));
  const { order_number, status } = replace(terminal, withItems(order, items));
  return { status: 200, body: { id: item.id, status: changed.status, order_number, order_status: status } };
}
