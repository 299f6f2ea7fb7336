import type { InterchangeContainer, InterchangeSnapshot } from "@quayside/types/octopi";
import { ORIGIN } from "../send.js";
import type { World } from "../world.js";
import type { Cargo } from "./cargo.js";
import type { Gate } from "./gates.js";
import { isHeld } from "./holds.js";
import type { Terminal } from "./terminal.js";

/** An interchange as creating and changing answer it; what is undefined does not come. */
export function showNested(gate: Gate, terminal: Terminal, world: World) {
  return {
    id: gate.id,
    container_status: laden(gate),
    truck_visit_id: gate.visit,
    complete: gate.completed_at !== null,
    completed_at: gate.completed_at,
    for_container: gate.subject === "container",
    for_chassis: gate.subject === "chassis",
    for_genset: gate.subject === "genset",
    type: gate.type,
    container: gate.container === null ? null : showContainer(gate.container, gate, terminal, world),
    chassis: gate.chassis ?? undefined,
    booking: gate.booking,
    export_release: null,
  };
}

/** A container is taken to be laden until somebody says something else. */
function laden({ container, container_status }: Gate) {
  return container !== null && container_status === null ? "full" : container_status;
}

function showContainer(container: Cargo, gate: Gate, terminal: Terminal, world: World): InterchangeContainer {
  const { id, number, status, has_damages, is_reefer, is_flatrack } = container;
  const chassis = gate.chassis ?? container.chassis;
  return {
    ...{ id, number, status: status ?? "full", has_damages, is_reefer, is_flatrack },
    unlifted_holds_exist: isHeld(terminal, id, world),
    ...(chassis === null ? {} : { chassis }),
  };
}

/** An interchange as the list has it. */
export function showInList(gate: Gate) {
  const interchange_url = `${ORIGIN}/api/v1/truck_visits/${gate.visit}/interchanges/${gate.id}`;
  return { interchange_url, ...showFlat(gate) };
}

/** An interchange as it is answered when it is asked for. */
export function showAlone(gate: Gate) {
  return { ...showFlat(gate), interchange: null };
}

function showFlat(gate: Gate): InterchangeSnapshot {
  return {
    ...Object.fromEntries(READINGS.map((name) => [name, null])),
    operating_reefer: false,
    ...gate.readings,
    truck_visit_id: gate.visit,
    action_type: gate.type,
    container_number: gate.container?.number ?? null,
    container_status: laden(gate),
    container_usage: gate.container === null ? null : 0,
    booking: gate.booking?.booking_number ?? null,
    export_release: gate.export_release_number,
    bill_of_lading: gate.bill_of_lading_number,
    delivery_order: gate.delivery_order_number,
    chassis_number: gate.chassis?.number ?? null,
    genset: gate.genset_number,
    completed_at: gate.completed_at,
  } as InterchangeSnapshot;
}

/** What is null where nobody read it. */
const READINGS = [
  "container_has_damage",
  "container_vgm",
  "container_seal",
  "chassis_weight",
  "genset_seal",
  "genset_fuel_level",
  "genset_has_reefer_compartment_seal",
  "genset_weight",
  "reefer_temperature",
  "reefer_temperature_unit",
  "reefer_set_point_temperature",
  "reefer_supply_temperature",
  "reefer_humidity",
  "reefer_ventilation",
  "scale_weight",
  "truck_weight",
];
