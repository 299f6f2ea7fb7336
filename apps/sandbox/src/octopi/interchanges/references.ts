import { Refusal } from "@quayside/serve";
import { hasBillOfLading } from "../../store/bills-of-lading.js";
import { findBookingId } from "../../store/bookings.js";
import { findChassis, registerChassis } from "../../store/chassis.js";
import { findContainer, findContainerByNumber, registerContainer } from "../../store/containers.js";
import { hasRelease, type StoredInterchange } from "../../store/interchanges.js";
import type { Scope } from "../../store/scope.js";
import type { ContainerRow } from "../../store/tables.js";
import type { Numbers } from "./rules.js";

/** What an interchange names. */
export type References = {
  readonly container: ContainerRow | null;
  readonly chassis_id: number | null;
  readonly booking_id: number | null;
};

/**
 * Finds what the numbers name; one that stays as it was is not looked up again. A container or chassis that is dropped off and
 * that the terminal does not know yet is registered.
 *
 * @throws Refusal - 404 that tells which one does not exist.
 */
export async function findReferences(scope: Scope, before: StoredInterchange, numbers: Numbers): Promise<References> {
  await requirePapers(scope, before, numbers);
  return {
    booking_id: await bookingFor(scope, before, numbers.booking_number),
    container: await containerFor(scope, before, numbers.container_number),
    chassis_id: await chassisFor(scope, before, numbers.chassis_number),
  };
}

/** Papers of which no more is kept than their number. */
const PAPERS: readonly [keyof Numbers, string, (scope: Scope, number: string) => Promise<boolean>][] = [
  ["export_release_number", "export release", (scope, number) => hasRelease(scope, "export_release", number)],
  ["delivery_order_number", "delivery order", (scope, number) => hasRelease(scope, "delivery_order", number)],
  ["bill_of_lading_number", "bill of lading", hasBillOfLading],
];

async function requirePapers(scope: Scope, before: StoredInterchange, numbers: Numbers): Promise<void> {
  for (const [name, what, exists] of PAPERS) {
    const number = numbers[name];
    if (number === null || number === before[name]) continue;
    if (!(await exists(scope, number))) throw unknown(what, number);
  }
}

async function bookingFor(scope: Scope, before: StoredInterchange, number: string | null): Promise<number | null> {
  if (number === before.booking_number) return before.booking_id;
  if (number === null) return null;
  const id = await findBookingId(scope, number);
  if (id === undefined) throw unknown("booking", number);
  return id;
}

async function containerFor(
  scope: Scope,
  before: StoredInterchange,
  number: string | null,
): Promise<ContainerRow | null> {
  if (number === null) return null;
  const { container_id } = before;
  const stays = container_id !== null && number === before.container_number;
  const found = await (stays ? findContainer(scope, container_id) : findContainerByNumber(scope, number));
  if (found !== undefined) return found;
  if (before.type === "interchange_in") return await registerContainer(scope, number);
  throw unknown("container", number);
}

async function chassisFor(scope: Scope, before: StoredInterchange, number: string | null): Promise<number | null> {
  if (number === before.chassis_number) return before.chassis_id;
  if (number === null) return null;
  const found = await findChassis(scope, number);
  if (found !== undefined) return found.id;
  if (before.type === "interchange_in") return (await registerChassis(scope, number)).id;
  throw unknown("chassis", number);
}

function unknown(what: string, number: string): Refusal {
  return new Refusal(404, `There is no ${what} ${JSON.stringify(number)}.`);
}
