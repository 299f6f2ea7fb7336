import { defaultService, statusOf } from "../octopi/service-orders/rules.js";
import { fold } from "../store/fold.js";
import type { ServiceOrderItemRow } from "../store/tables.js";
import { containerNumber } from "./container-number.js";
import { CONTAINERS } from "./containers.js";
import { talliesOf } from "./orders.js";
import type { Random } from "./random.js";
import type { SeedRows } from "./rows-of.js";

/** Where the numbers of the made-up records begin. */
export type Start = { readonly order: number; readonly item: number; readonly container: number };

const FIRST_DAY = Date.UTC(2024, 1, 1, 12);
const MINUTE_MS = 60_000;
const ITEMS_PER_ORDER = 2;
const ORDERS_PER_CONTAINER = 4;
const SERVICES = ["cleaning", "reseal", "inspection", "scanning"] as const;
const TYPES = ["20DV", "40DV", "40HC"] as const;
/** Six of ten orders are still pending. */
const STATES = ["pending", "pending", "pending", "completed", "cancelled", "in_progress"] as const;
const NEITHER = {
  cancelled_at: null,
  cancelled_by: null,
  cancellation_reason: null,
  completed_at: null,
  completed_by: null,
};

/**
 * Makes up service orders of the first organisation, a minute after one another, each for one container.
 *
 * @param from - How many were made up before; the containers and numbers go on from there.
 */
export function makeUpOrders(random: Random, start: Start, from: number, count: number): SeedRows {
  const indices = Array.from({ length: count }, (_, index) => from + index);
  const made = indices.map((index) => makeUpOrder(random, start, index));
  const orders = made.map(({ order }) => order);
  return {
    containers: indices
      .filter((index) => index % ORDERS_PER_CONTAINER === 0)
      .map((index) => makeUpContainer(random, start, index)),
    service_orders: orders,
    service_order_items: made.flatMap(({ items }) => items),
    tallies: talliesOf(orders),
  };
}

function containerOf(start: Start, index: number): number {
  return start.container + Math.floor(index / ORDERS_PER_CONTAINER);
}

function makeUpContainer(random: Random, start: Start, index: number) {
  const id = containerOf(start, index);
  const [template] = CONTAINERS;
  if (template === undefined) throw new Error("The seed has no container.");
  const number = containerNumber("QYSU", (id - start.container) % 1_000_000);
  return { ...template, id, number, type_label: random.pick(TYPES), status: random.pick(["full", "empty"] as const) };
}

function makeUpOrder(random: Random, start: Start, index: number) {
  const id = start.order + index;
  const created_at = FIRST_DAY + index * MINUTE_MS;
  const state = random.pick(STATES);
  const items = Array.from({ length: ITEMS_PER_ORDER }, (_, which) =>
    makeUpItem(start, index, which, which === 0 ? state : random.pick([state, "pending"] as const), created_at, random),
  );
  const order_number = `SO1${new Date(created_at).toISOString().slice(0, 10).replaceAll("-", "")}${String(id).padStart(6, "0")}`;
  const order = {
    owner: 1,
    id,
    order_number,
    order_number_folded: fold(order_number),
    due_at: created_at + (1 + random.below(20)) * 1440 * MINUTE_MS,
    cargo_type: "container" as const,
    status: statusOf(items, "pending"),
    comment: "",
    created_at,
    ordered_by: "Yard Office",
  };
  return { order, items };
}

function makeUpItem(
  start: Start,
  index: number,
  which: number,
  status: ServiceOrderItemRow["status"],
  created: number,
  random: Random,
): Omit<ServiceOrderItemRow, "copy"> {
  const service = random.pick(SERVICES);
  const done = created + (1 + random.below(48)) * 60 * MINUTE_MS;
  const common = {
    owner: 1,
    id: start.item + index * ITEMS_PER_ORDER + which,
    order_id: start.order + index,
    container_id: containerOf(start, index),
    status,
    service_type: "default" as const,
    service_id: service,
    service_name: defaultService(service)?.service_name ?? "",
    ...NEITHER,
  };
  if (status === "completed") return { ...common, completed_at: done, completed_by: "Yard Supervisor" };
  if (status !== "cancelled") return common;
  return { ...common, cancelled_at: done, cancelled_by: "System", cancellation_reason: "No longer needed" };
}
