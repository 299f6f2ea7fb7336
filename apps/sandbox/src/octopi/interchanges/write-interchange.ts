import type { Chassis, Interchange, InterchangeContainer } from "@quayside/types/octopi";
import type { StoredBooking } from "../../store/bookings.js";
import type { StoredContainer } from "../../store/containers.js";
import type { StoredInterchange } from "../../store/interchanges.js";
import { writeTimeOrNull } from "../times.js";
import { isCompleted } from "./rules.js";
import { writeBooking } from "./write-booking.js";

/** An interchange and what it names. */
export type Parts = {
  readonly interchange: StoredInterchange;
  /** With whether a hold on it is in force. */
  readonly container: (StoredContainer & { readonly isHeld: boolean }) | null;
  readonly booking: StoredBooking | null;
};

/** Writes the nested shape, which creating and changing answer (D-29). */
export function writeInterchange({ interchange, container, booking }: Parts, timeZone: string): Interchange {
  const { id, truck_visit_id, type, subject, completed_at } = interchange;
  const chassis = writeChassis(interchange);
  return {
    id,
    container_status: containerStatus(interchange),
    truck_visit_id,
    complete: isCompleted(interchange),
    completed_at: writeTimeOrNull(completed_at, timeZone),
    for_container: subject === "container",
    for_chassis: subject === "chassis",
    for_genset: subject === "genset",
    type,
    container: container === null ? null : writeContainer(container, chassis),
    ...(chassis === undefined ? {} : { chassis }),
    booking: booking === null ? null : writeBooking(booking),
    // The form of an object is unknown (D-34); the flat shape has the number.
    export_release: null,
  };
}

/** A container has one of two statuses: laden, where nothing is known. */
export function containerStatus({ container_id, container_status }: StoredInterchange): "full" | "empty" | null {
  return container_id === null ? container_status : (container_status ?? "full");
}

/** The chassis that an interchange or a container names. */
function writeChassis({
  chassis_id,
  chassis_number,
}: Pick<StoredContainer, "chassis_id" | "chassis_number">): Chassis | undefined {
  return chassis_id === null || chassis_number === null ? undefined : { id: chassis_id, number: chassis_number };
}

function writeContainer(
  container: StoredContainer & { readonly isHeld: boolean },
  ofInterchange: Chassis | undefined,
): InterchangeContainer {
  const chassis = ofInterchange ?? writeChassis(container);
  return {
    id: container.id,
    number: container.number,
    status: container.status ?? "full",
    has_damages: container.has_damages === 1,
    is_reefer: container.is_reefer === 1,
    is_flatrack: container.is_flatrack === 1,
    unlifted_holds_exist: container.isHeld,
    ...(chassis === undefined ? {} : { chassis }),
  };
}
