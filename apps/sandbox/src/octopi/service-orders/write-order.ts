import type { CustomService, DefaultService, ServiceOrder, ServiceOrderItem } from "@quayside/types/octopi";
import type { StoredItem, StoredOrder } from "../../store/service-orders.js";
import { writeTime, writeTimeOrNull } from "../times.js";

/** Writes an order as every operation answers it. */
export function writeOrder(order: StoredOrder, timeZone: string): ServiceOrder {
  return {
    id: order.id,
    order_number: order.order_number,
    due_at: writeTimeOrNull(order.due_at, timeZone),
    cargo_type: order.cargo_type,
    status: order.status,
    comment: order.comment,
    created_at: writeTime(order.created_at, timeZone),
    ordered_by: order.ordered_by,
    service_order_items: order.items.map((item) => writeItem(item, timeZone)),
  };
}

function writeItem(item: StoredItem, timeZone: string): ServiceOrderItem {
  const { id, container_id } = item;
  return { id, container_id, ...writeStatus(item, timeZone), ...writeCargo(item), ...writeService(item) };
}

/** The keys depend on the status (D-19). */
function writeStatus(item: StoredItem, timeZone: string) {
  const { status, cancelled_at, cancelled_by, cancellation_reason, completed_at, completed_by } = item;
  if (status === "completed") return { status, completed_at: writeTimeOrNull(completed_at, timeZone), completed_by };
  if (status !== "cancelled") return { status };
  return {
    status,
    cancelled_at: writeTime(cancelled_at ?? 0, timeZone),
    cancelled_by: cancelled_by ?? "",
    cancellation_reason: cancellation_reason ?? "",
  };
}

/** A number, or a description for what is no container (D-20). */
function writeCargo({ cargo_type, cargo_number, cargo_description }: StoredItem) {
  if (cargo_type === "container") return { container_number: cargo_number };
  return { container_description: cargo_description ?? cargo_number };
}

/** A number names a service of the terminal's own, a word a default one (D-18). */
function writeService({ service_type, service_id, service_name }: StoredItem): (CustomService | DefaultService) & {
  service_name: string;
} {
  return service_type === "custom"
    ? { service_type, service_id: Number(service_id), service_name }
    : { service_type, service_id, service_name };
}
