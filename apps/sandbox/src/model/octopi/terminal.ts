import type { Booking, Chassis, Hold, LineItem, ServiceOrder } from "@quayside/types/octopi";
import { BILLS } from "../../seed/bills.js";
import { PORT } from "../../seed/port.js";
import type { Caller } from "../call.js";
import { type Cargo, cargoOf } from "./cargo.js";
import { bookingsOf, type Gate, gatesOf, type Visit, visitsOf } from "./gates.js";
import { seededOrders } from "./seeded-orders.js";

/** All that an organisation has. Orders, line items and bookings are kept as answers show them. */
export type Terminal = {
  readonly timeZone: string;
  readonly weightUnit: "kg" | "lb";
  readonly cargo: Cargo[];
  readonly chassis: Chassis[];
  readonly services: readonly { readonly id: number; readonly name: string }[];
  readonly containerTypes: readonly string[];
  orders: ServiceOrder[];
  readonly bills: readonly Bill[];
  readonly holdKinds: readonly Hold[];
  readonly visits: readonly Visit[];
  readonly bookings: readonly Booking[];
  readonly papers: readonly { readonly kind: string; readonly number: string }[];
  gates: Gate[];
};

/** A bill of lading, what stands on it, and the holds that were ever applied to it. */
export type Bill = {
  readonly id: number;
  readonly number: string;
  readonly manifest: string;
  lineItems: LineItem[];
  /** By the hold's id: until when it is lifted, null for good; "in force" for one that is not. */
  readonly holds: Record<number, number | null | "in force">;
};

const ZONES = { demo: "America/New_York", demo2: "Europe/Oslo" } as const;
const UNITS = { demo: "kg", demo2: "lb" } as const;
const OWNERS = { demo: 1, demo2: 2 } as const;

/** What an organisation has when a session begins. */
export function openTerminal(whose: Caller): Terminal {
  const owner = OWNERS[whose];
  const timeZone = ZONES[whose];
  const own = <Row extends { owner: number }>(rows: readonly Row[] = []) => rows.filter((row) => row.owner === owner);
  const chassis = own(PORT.chassis).map(({ id, number }) => ({ id, number }));
  const cargo = cargoOf(owner, chassis);
  const bookings = bookingsOf(owner, cargo);
  return {
    timeZone,
    weightUnit: UNITS[whose],
    cargo,
    chassis,
    bookings,
    services: own(PORT.services),
    containerTypes: own(PORT.container_types).map(({ label }) => label),
    orders: seededOrders(owner, cargo, timeZone),
    bills: own(BILLS.bills_of_lading).map(({ id, number, manifest_client_identifier }) => {
      return { id, number, manifest: manifest_client_identifier, lineItems: itemsOf(id, cargo), holds: holdsOf(id) };
    }),
    holdKinds: own(BILLS.holds).map(({ id, name, description }) => ({ id, name, description })),
    visits: visitsOf(owner),
    papers: own(PORT.releases),
    gates: gatesOf(owner, { cargo, chassis, bookings }, timeZone),
  };
}

function itemsOf(bill: number, cargo: readonly Cargo[]): LineItem[] {
  const rows = (BILLS.line_items ?? []).filter(({ bill_of_lading_id }) => bill_of_lading_id === bill);
  return rows.map(({ owner: _, bill_of_lading_id: __, flex_fields, ...row }) => ({
    ...row,
    container_number: cargo.find(({ id }) => id === row.container_id)?.number ?? "",
    cargo_type: "container",
    flex_fields: JSON.parse(flex_fields),
  }));
}

function holdsOf(bill: number): Bill["holds"] {
  const rows = (BILLS.bill_of_lading_holds ?? []).filter(({ bill_of_lading_id }) => bill_of_lading_id === bill);
  return Object.fromEntries(
    rows.map(({ hold_id, lifted_at, lift_until }) => [hold_id, lifted_at === null ? "in force" : lift_until]),
  );
}
