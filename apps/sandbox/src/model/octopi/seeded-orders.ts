import type { ServiceOrder, ServiceOrderItem } from "@quayside/types/octopi";
import { ORDERS } from "../../seed/orders.js";
import type { ServiceOrderItemRow } from "../../store/tables.js";
import type { Cargo } from "./cargo.js";
import { showInstant } from "./times.js";

/** The service orders that an organisation has at first, as answers show them. */
export function seededOrders(owner: number, cargo: readonly Cargo[], timeZone: string): ServiceOrder[] {
  const show = (time: number | null) => (time === null ? null : showInstant(time, timeZone));
  const own = (ORDERS.service_orders ?? []).filter((row) => row.owner === owner);
  return own.map(({ owner: _, order_number_folded: __, ...row }) => ({
    ...row,
    due_at: show(row.due_at),
    created_at: showInstant(row.created_at, timeZone),
    service_order_items: (ORDERS.service_order_items ?? [])
      .filter(({ order_id }) => order_id === row.id)
      .map((item) => showItem(item, cargo, show)),
  }));
}

type Seeded = Omit<ServiceOrderItemRow, "copy">;

function showItem(
  item: Seeded,
  cargo: readonly Cargo[],
  show: (time: number | null) => string | null,
): ServiceOrderItem {
  const { id, container_id, service_name, completed_by, cancelled_by, cancellation_reason } = item;
  const one = cargo.find((piece) => piece.id === container_id);
  if (one === undefined) throw new Error(`The seed has no cargo ${container_id}.`);
  const common = { id, container_id, service_name, ...showCargo(one), ...showService(item) };
  if (item.status === "completed")
    return { ...common, status: "completed", completed_at: show(item.completed_at), completed_by };
  if (item.status !== "cancelled") return { ...common, status: item.status };
  const cancelled = { cancelled_by: cancelled_by ?? "", cancellation_reason: cancellation_reason ?? "" };
  return { ...common, status: "cancelled", cancelled_at: show(item.cancelled_at) ?? "", ...cancelled };
}

function showService({ service_type, service_id }: Seeded) {
  return service_type === "custom"
    ? ({ service_type, service_id: Number(service_id) } as const)
    : ({ service_type, service_id } as const);
}

/** How an item names its cargo. */
export function showCargo({ cargo_type, number, description }: Cargo) {
  return cargo_type === "container" ? { container_number: number } : { container_description: description ?? number };
}
