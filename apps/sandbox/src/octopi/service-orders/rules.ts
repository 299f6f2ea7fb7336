import { Refusal } from "@quayside/serve";
import type { ServiceOrderItemRow, ServiceOrderRow } from "../../store/tables.js";

/** An item of an order. */
export type Item = ServiceOrderItemRow;

/** A service that can be ordered. */
export type Service = Pick<Item, "service_type" | "service_id" | "service_name">;

/** The services that every terminal has; the names are those of the vendor's examples. */
const DEFAULT_SERVICES: ReadonlyMap<string, string> = new Map(
  ["cleaning", "reseal", "inspection", "scanning"].map((id) => [id, `${id[0]?.toUpperCase()}${id.slice(1)} (Default)`]),
);

/** A default service by its word; undefined when there is none. */
export function defaultService(id: string): Service | undefined {
  const name = DEFAULT_SERVICES.get(id);
  return name === undefined ? undefined : { service_type: "default", service_id: id, service_name: name };
}

/** Pairs each container with each service: the terminal's own services before the default ones (D-57), else as requested. */
export function pairs<Cargo>(
  cargo: readonly Cargo[],
  services: readonly Service[],
): { cargo: Cargo; service: Service }[] {
  const custom = services.filter(({ service_type }) => service_type === "custom");
  const ordered = [...custom, ...services.filter(({ service_type }) => service_type === "default")];
  return cargo.flatMap((one) => ordered.map((service) => ({ cargo: one, service })));
}

/** Whether an item is still to be done. */
export function isOpen({ status }: Pick<Item, "status">): boolean {
  return status === "pending" || status === "in_progress";
}

/**
 * An order's status. It follows from its items, but `cancelled` stays whatever is added later (D-52). With items both done and
 * open, or any begun, it is in progress; done and cancelled ones make it partially completed.
 */
export function statusOf(
  items: readonly Pick<Item, "status">[],
  before: ServiceOrderRow["status"],
): ServiceOrderRow["status"] {
  if (before === "cancelled" || items.length === 0) return before;
  const has = (status: Item["status"]) => items.some((item) => item.status === status);
  const open = items.some(isOpen);
  if (open) return has("in_progress") || has("completed") ? "in_progress" : "pending";
  if (!has("completed")) return "cancelled";
  return has("cancelled") ? "partially_completed" : "completed";
}

/**
 * Begins an item that is pending.
 *
 * @throws Refusal - 409 for an item that is begun, done or cancelled.
 */
export function startItem<One extends Item>(item: One): One {
  if (item.status !== "pending")
    throw new Refusal(409, `The item ${item.id} is ${item.status}, and only a pending one can start.`);
  return { ...item, status: "in_progress" };
}

/**
 * Completes an item that is open.
 *
 * @param time - Null when nobody recorded it, as in the vendor's examples (D-22).
 * @throws Refusal - 409 for an item that is done or cancelled.
 */
export function completeItem<One extends Item>(item: One, time: number | null, by: string | null): One {
  if (!isOpen(item)) throw new Refusal(409, `The item ${item.id} is ${item.status} already.`);
  return { ...item, status: "completed", completed_at: time, completed_by: by };
}

/** Cancels the items that are open, all with one time and reason; the others stay as they are. */
export function cancelOrder<One extends Item>(
  order: ServiceOrderRow & { readonly items: readonly One[] },
  cancellation_reason: string,
  now: number,
  by: string,
): ServiceOrderRow & { readonly items: readonly One[] } {
  const cancelled = { status: "cancelled", cancelled_at: now, cancelled_by: by, cancellation_reason } as const;
  const items = order.items.map((item) => (isOpen(item) ? { ...item, ...cancelled } : item));
  return { ...order, items, status: statusOf(items, order.status) };
}
