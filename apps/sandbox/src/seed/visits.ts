import type { BookingItemRow, BookingRow, InterchangeRow } from "../store/tables.js";
import { at, type SeedRows } from "./rows-of.js";

type Booking = Omit<BookingRow, "copy">;
type Interchange = Omit<InterchangeRow, "copy">;

/** A booking of which only the number is known. */
function runner(id: number, booking_number: string): Booking {
  return {
    owner: 1,
    id,
    booking_number,
    is_runner: 1,
    trucking_company_id: null,
    trucking_company_name: null,
    shipper_name: null,
    voyage_number: null,
    ship_name: null,
    port_of_discharge: null,
    port_of_loading: null,
    port_of_delivery: null,
  };
}

const VOYAGE = {
  is_runner: 0,
  trucking_company_id: 467,
  trucking_company_name: "Causeway Haulage",
  shipper_name: "Harbour Shipping Co.",
  voyage_number: "200S",
  ship_name: "FS IPANEMA",
  port_of_discharge: "ARUBA (AWAUA)",
  port_of_loading: "PORT EVERGLADES (USPEF)",
  port_of_delivery: "ARUBA (AWAUA)",
};

/** Of the vendor's booking: id, line, type, description and container of each item, in its order. */
const ITEMS: readonly [number, number, string, string, number | null][] = [
  [16193771, 10, "20CT", "", null],
  [1395327, 1, "20CT", "CARGO NOS", 1101190],
  [1395328, 2, "20CT", "CARGO NOS", 1119413],
  [1395330, 4, "40HC", "CARGO NOS", null],
  [1395329, 3, "20CT", "CARGO NOS", 1119444],
  [1395333, 7, "40HC", "CARGO NOS", 1114166],
];

function bookingItem(position: number): Omit<BookingItemRow, "copy">[] {
  const [id, line_item_number, container_type_label, description, container_id] = ITEMS[position] ?? [];
  if (id === undefined) return [];
  const rest = { line_item_number: line_item_number ?? 0, description: description ?? "", quantity: 1 };
  const type = { container_type_label: container_type_label ?? "", container_id: container_id ?? null };
  return [{ owner: 1, booking_id: 287504, position, id, ...rest, ...type }];
}

/** A pending drop-off of a laden container; what differs follows. */
function interchange(id: number, truck_visit_id: number, more: Partial<Interchange>): Interchange {
  return {
    owner: 1,
    id,
    truck_visit_id,
    type: "interchange_in",
    subject: "container",
    container_id: null,
    container_status: "full",
    chassis_id: null,
    genset_number: null,
    booking_id: null,
    export_release_number: null,
    bill_of_lading_number: null,
    delivery_order_number: null,
    completed_at: null,
    temperature_letter_port_of_discharge: null,
    temperature_letter_vgm: null,
    readings: "{}",
    ...more,
  };
}

const REEFER = JSON.stringify({
  container_has_damage: false,
  container_vgm: 24350,
  container_seal: "SL-448201",
  chassis_weight: 3100,
  genset_seal: "GS-1180",
  genset_fuel_level: 75,
  genset_has_reefer_compartment_seal: true,
  genset_weight: 880,
  reefer_temperature: -17.5,
  reefer_temperature_unit: "C",
  reefer_set_point_temperature: -18,
  operating_reefer: true,
  reefer_supply_temperature: -18.4,
  reefer_humidity: 50.5,
  reefer_ventilation: 100,
  scale_weight: 38200,
  truck_weight: 10800,
});

/** Truck visits, their bookings and interchanges: those of the vendor's page, and some more. */
export const VISITS: SeedRows = {
  truck_visits: [
    ...[1876441, 34234, 123, 4567].map((id) => ({ owner: 1, id, gated_out_at: null })),
    { owner: 1, id: 1876440, gated_out_at: at("2023-04-12T16:00:00Z") },
    { owner: 2, id: 9001, gated_out_at: null },
  ],
  bookings: [
    { owner: 1, id: 287504, booking_number: "10543688", ...VOYAGE },
    { owner: 1, id: 287505, booking_number: "BOOKING12APR", ...VOYAGE, voyage_number: "201N" },
    runner(123456, "BOOK1234"),
    runner(123457, "111111"),
  ],
  booking_items: ITEMS.flatMap((_, position) => bookingItem(position)),
  interchanges: [
    interchange(2205893, 1876441, {
      container_id: 1120001,
      chassis_id: 882700,
      booking_id: 287505,
      export_release_number: "EXP1",
    }),
    interchange(2205894, 1876441, {
      type: "interchange_out",
      container_id: 1120003,
      container_status: "empty",
      delivery_order_number: "DO-20119",
      completed_at: at("2023-04-12T15:05:40Z"),
      readings: JSON.stringify({ scale_weight: 14150, truck_weight: 10800 }),
    }),
    interchange(123, 34234, {
      container_id: 1120002,
      chassis_id: 882701,
      booking_id: 287505,
      export_release_number: "EXP1",
    }),
    interchange(12345, 123, { container_id: 12346, booking_id: 123457 }),
    interchange(353388, 123, { subject: "genset", container_status: null, genset_number: "GEN124" }),
    interchange(353389, 123, {
      type: "interchange_out",
      container_id: 1120004,
      chassis_id: 882733,
      genset_number: "GEN123",
      bill_of_lading_number: "TSCW12924362",
      delivery_order_number: "DO-20118",
      completed_at: at("2023-07-03T14:24:09Z"),
      readings: REEFER,
    }),
    interchange(354000, 9001, { owner: 2, container_id: 5002, container_status: "empty" }),
  ],
};
