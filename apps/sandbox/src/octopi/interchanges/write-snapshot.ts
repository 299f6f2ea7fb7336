import type { InterchangeDetail, InterchangeSnapshot, InterchangeSummary } from "@quayside/types/octopi";
import type { StoredInterchange } from "../../store/interchanges.js";
import { writeTimeOrNull } from "../times.js";
import { containerStatus } from "./write-interchange.js";

/** Writes an interchange as the list shows it: flat, with its URL and without its id (D-30). */
export function writeSummary(interchange: StoredInterchange, origin: string, timeZone: string): InterchangeSummary {
  const { truck_visit_id, id } = interchange;
  const interchange_url = `${origin}/api/v1/truck_visits/${truck_visit_id}/interchanges/${id}`;
  return { interchange_url, ...writeSnapshot(interchange, timeZone) };
}

/** Writes an interchange that was asked for by its id: flat, with neither URL nor id. */
export function writeDetail(interchange: StoredInterchange, timeZone: string): InterchangeDetail {
  return { ...writeSnapshot(interchange, timeZone), interchange: null };
}

function writeSnapshot(interchange: StoredInterchange, timeZone: string): InterchangeSnapshot {
  const readings: Partial<InterchangeSnapshot> = JSON.parse(interchange.readings);
  return {
    ...BLANK,
    ...readings,
    truck_visit_id: interchange.truck_visit_id,
    action_type: interchange.type,
    container_number: interchange.container_number,
    container_status: containerStatus(interchange),
    container_usage: interchange.container_id === null ? null : 0,
    booking: interchange.booking_number,
    export_release: interchange.export_release_number,
    bill_of_lading: interchange.bill_of_lading_number,
    delivery_order: interchange.delivery_order_number,
    chassis_number: interchange.chassis_number,
    genset: interchange.genset_number,
    completed_at: writeTimeOrNull(interchange.completed_at, timeZone),
  };
}

/** Every field, in the vendor's order, as it is where nobody wrote anything. */
const BLANK: InterchangeSnapshot = {
  truck_visit_id: 0,
  action_type: "interchange_in",
  container_number: null,
  container_status: null,
  container_usage: null,
  container_has_damage: null,
  container_vgm: null,
  container_seal: null,
  booking: null,
  export_release: null,
  bill_of_lading: null,
  delivery_order: null,
  chassis_number: null,
  chassis_weight: null,
  genset: null,
  genset_seal: null,
  genset_fuel_level: null,
  genset_has_reefer_compartment_seal: null,
  genset_weight: null,
  reefer_temperature: null,
  reefer_temperature_unit: null,
  reefer_set_point_temperature: null,
  operating_reefer: false,
  reefer_supply_temperature: null,
  reefer_humidity: null,
  reefer_ventilation: null,
  scale_weight: null,
  truck_weight: null,
  completed_at: null,
};
