import type { ServiceOrder, ServiceOrderItem, ServiceOrderStatus } from "@quayside/types/octopi";
import { type Expected, found, refuse } from "../call.js";
import { takeNumber } from "../world.js";
import type { At, ModelOf } from "./model.js";
import { showCargo } from "./seeded-orders.js";
import type { Terminal } from "./terminal.js";
import { readInstant, showInstant } from "./times.js";

const DEFAULT_SERVICES = ["cleaning", "reseal", "inspection", "scanning"];

/** Service orders: a list of what was last answered. */
export const serviceOrders: ModelOf<
  | "listServiceOrders"
  | "getServiceOrder"
  | "createServiceOrder"
  | "updateServiceOrder"
  | "deleteServiceOrder"
  | "cancelServiceOrder"
> = {
  listServiceOrders: ({ query }, { terminal }) => {
    const { page = 1, per = 10, order_number = "", due_at, status, cargo_type, container_id } = query;
    const due = due_at === undefined ? undefined : readInstant(due_at);
    const kept = terminal.orders
      .filter((order) => fold(order.order_number).includes(fold(order_number)))
      .filter((order) => due === undefined || (order.due_at !== null && Date.parse(order.due_at) <= due))
      .filter((order) => status === undefined || order.status === status)
      .filter((order) => cargo_type === undefined || order.cargo_type === cargo_type)
      .filter((order) => container_id === undefined || containersOf(order).includes(container_id))
      .toSorted((one, other) => other.id - one.id);
    return ok({ total_count: kept.length, service_orders: kept.slice((page - 1) * per, page * per) });
  },
  getServiceOrder: ({ path }, { terminal }) => ok(orderOf(terminal, path.order_number)),
  createServiceOrder: ({ body }, at) => {
    const { terminal, world } = at;
    const { order_number, cargo_type, due_at, comment = "" } = body.service_order;
    refuseTaken(terminal, order_number);
    const items = itemsFor(at, body.service_order);
    const order: ServiceOrder = {
      id: world.next.order,
      order_number,
      due_at: due_at === undefined ? null : showInstant(readInstant(due_at), terminal.timeZone),
      cargo_type,
      status: "pending",
      comment,
      created_at: showInstant(world.clock.now, terminal.timeZone),
      ordered_by: "System",
      service_order_items: items.map((item) => ({ ...item, id: takeNumber(world, "item") })),
    };
    takeNumber(world, "order");
    terminal.orders.push(order);
    return { status: 201, body: order };
  },
  updateServiceOrder: ({ path, body }, { terminal }) => {
    const order = orderOf(terminal, path.order_number);
    const { order_number, due_at, comment = order.comment } = body.service_order;
    if (order_number !== order.order_number) refuseTaken(terminal, order_number);
    const due = due_at === undefined ? order.due_at : showInstant(readInstant(due_at), terminal.timeZone);
    return ok(replace(terminal, { ...order, order_number, due_at: due, comment }));
  },
  deleteServiceOrder: ({ path }, { terminal }) => {
    const order = orderOf(terminal, path.order_number);
    terminal.orders = terminal.orders.filter((one) => one !== order);
    return ok({ ...order, service_order_items: [] });
  },
  cancelServiceOrder: ({ path, body }, { terminal, world }) => {
    const order = orderOf(terminal, path.order_number);
    if (order.service_order_items.every(({ status }) => status === "completed" || status === "cancelled"))
      refuse(422, "no open item");
    const cancelled = {
      status: "cancelled",
      cancelled_at: showInstant(world.clock.now, terminal.timeZone),
      cancelled_by: "System",
      cancellation_reason: body.service_order.cancellation_reason,
    } as const;
    const items = order.service_order_items.map((item): ServiceOrderItem => {
      return item.status === "completed" || item.status === "cancelled" ? item : { ...item, ...cancelled };
    });
    return ok(replace(terminal, withItems(order, items)));
  },
};

function ok(body: unknown): Expected {
  return { status: 200, body };
}

function fold(text: string): string {
  return text.normalize().toLowerCase();
}

function containersOf(order: ServiceOrder): number[] {
  return order.service_order_items.map(({ container_id }) => container_id);
}

function orderOf({ orders }: Terminal, numberOrId: string): ServiceOrder {
  const byNumber = orders.find(({ order_number }) => order_number === numberOrId);
  return found(byNumber ?? orders.find(({ id }) => String(id) === numberOrId), "no service order");
}

function refuseTaken({ orders }: Terminal, number: string): void {
  if (orders.some(({ order_number }) => order_number === number)) refuse(422, "is taken");
}

/** Stores an order in the place of the one with its id. */
export function replace(terminal: Terminal, order: ServiceOrder): ServiceOrder {
  terminal.orders = terminal.orders.map((one) => (one.id === order.id ? order : one));
  return order;
}

type Wanted = Pick<ServiceOrder, "cargo_type"> & {
  readonly container_ids: number[];
  readonly service_ids: (number | string)[];
};

function itemsFor({ terminal }: At, { cargo_type, container_ids, service_ids }: Wanted) {
  const pieces = [...new Set(container_ids)].map((id) => {
    const piece = found(
      terminal.cargo.find((one) => one.id === id),
      `no container or piece of cargo ${id}`,
    );
    return piece.cargo_type === cargo_type ? piece : refuse(422, `${id} is ${piece.cargo_type} cargo`);
  });
  const services = [...new Set(service_ids)].map((id) => serviceOf(terminal, id));
  const own = services.filter(({ service_type }) => service_type === "custom");
  const others = services.filter(({ service_type }) => service_type === "default");
  return pieces.flatMap((piece) =>
    [...own, ...others].map((service) => {
      return { container_id: piece.id, status: "pending" as const, ...showCargo(piece), ...service };
    }),
  );
}

function serviceOf({ services }: Terminal, id: number | string) {
  const own = services.find((service) => service.id === id);
  if (own !== undefined) return { service_type: "custom", service_id: own.id, service_name: own.name } as const;
  const word = DEFAULT_SERVICES.find((one) => one === id) ?? refuse(422, `no service ${JSON.stringify(id)}`);
  const name = `${word.slice(0, 1).toUpperCase()}${word.slice(1)} (Default)`;
  return { service_type: "default", service_id: word, service_name: name } as const;
}

/** The status by those that the items have, which stand here in the order of the alphabet. */
const STATUSES: Readonly<Record<string, ServiceOrderStatus>> = {
  pending: "pending",
  "cancelled pending": "pending",
  in_progress: "in_progress",
  "in_progress pending": "in_progress",
  "cancelled in_progress": "in_progress",
  "cancelled in_progress pending": "in_progress",
  "completed pending": "in_progress",
  "completed in_progress": "in_progress",
  "completed in_progress pending": "in_progress",
  "cancelled completed pending": "in_progress",
  "cancelled completed in_progress": "in_progress",
  "cancelled completed in_progress pending": "in_progress",
  completed: "completed",
  "cancelled completed": "partially_completed",
  cancelled: "cancelled",
};

/** An order with other items, and the status that follows. */
export function withItems(order: ServiceOrder, items: ServiceOrderItem[]): ServiceOrder {
  const statuses = [...new Set(items.map(({ status }) => status))].sort().join(" ");
  const status = order.status === "cancelled" ? "cancelled" : (STATUSES[statuses] ?? order.status);
  return { ...order, status, service_order_items: items };
}
