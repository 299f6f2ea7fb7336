import type { Booking, Chassis, InterchangeSnapshot } from "@quayside/types/octopi";
import { VISITS } from "../../seed/visits.js";
import type { Cargo } from "./cargo.js";
import { showInstant } from "./times.js";

/** A truck that came. */
export type Visit = { readonly id: number; readonly hasLeft: boolean };

/** An interchange, with what it names. */
export type Gate = {
  readonly id: number;
  readonly visit: number;
  readonly type: "interchange_in" | "interchange_out";
  readonly subject: "container" | "chassis" | "genset";
  container: Cargo | null;
  container_status: "full" | "empty" | null;
  chassis: Chassis | null;
  booking: Booking | null;
  genset_number: string | null;
  export_release_number: string | null;
  bill_of_lading_number: string | null;
  delivery_order_number: string | null;
  /** As answers show it. */
  completed_at: string | null;
  /** What the seed has of seals, weights and the like. */
  readonly readings: Partial<InterchangeSnapshot>;
};

/** The truck visits that an organisation has. */
export function visitsOf(owner: number): Visit[] {
  const rows = (VISITS.truck_visits ?? []).filter((row) => row.owner === owner);
  return rows.map(({ id, gated_out_at }) => ({ id, hasLeft: gated_out_at !== null }));
}

type Port = {
  readonly cargo: readonly Cargo[];
  readonly chassis: readonly Chassis[];
  readonly bookings: readonly Booking[];
};

/** The interchanges that an organisation has at first. */
export function gatesOf(owner: number, { cargo, chassis, bookings }: Port, timeZone: string): Gate[] {
  const rows = (VISITS.interchanges ?? []).filter((row) => row.owner === owner);
  return rows.map((row) => ({
    id: row.id,
    visit: row.truck_visit_id,
    type: row.type,
    subject: row.subject,
    container: cargo.find(({ id }) => id === row.container_id) ?? null,
    container_status: row.container_status,
    chassis: chassis.find(({ id }) => id === row.chassis_id) ?? null,
    booking: bookings.find(({ id }) => id === row.booking_id) ?? null,
    genset_number: row.genset_number,
    export_release_number: row.export_release_number,
    bill_of_lading_number: row.bill_of_lading_number,
    delivery_order_number: row.delivery_order_number,
    completed_at: row.completed_at === null ? null : showInstant(row.completed_at, timeZone),
    readings: JSON.parse(row.readings),
  }));
}

/** The bookings that an organisation has, as interchanges show them. */
export function bookingsOf(owner: number, cargo: readonly Cargo[]): Booking[] {
  const rows = (VISITS.bookings ?? []).filter((row) => row.owner === owner);
  return rows.map(({ id, booking_number, owner: _, is_runner, trucking_company_id, ...row }) => {
    const { voyage_number, ship_name, port_of_discharge, port_of_loading, port_of_delivery } = row;
    const all_items = bookingItemsOf(id, cargo);
    return {
      id,
      booking_number,
      trucking_company_id,
      is_runner: is_runner === 1,
      ...{ voyage_number, ship_name, port_of_discharge, port_of_loading, port_of_delivery },
      ...(row.shipper_name === null ? {} : { shipper: { name: row.shipper_name } }),
      ...(row.trucking_company_name === null ? {} : { trucking_company: { name: row.trucking_company_name } }),
      items: all_items.filter(({ container }) => container.id === null),
      all_items,
    };
  });
}

function bookingItemsOf(booking: number, cargo: readonly Cargo[]): Booking["all_items"] {
  const rows = (VISITS.booking_items ?? []).filter(({ booking_id }) => booking_id === booking);
  const ordered = rows.toSorted((one, other) => one.position - other.position);
  return ordered.map(({ id, line_item_number, quantity, description, container_id, container_type_label }) => ({
    id,
    line_item_number,
    quantity,
    description,
    container: { id: container_id, display_name: cargo.find((one) => one.id === container_id)?.number ?? null },
    dock_receipt_cargos: [],
    hazmat_codes: [],
    hazmat_ids_and_codes: {},
    hazmat_classes: [],
    container_type: { label: container_type_label },
  }));
}
