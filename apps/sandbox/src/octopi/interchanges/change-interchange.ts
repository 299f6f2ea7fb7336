import { Refusal } from "@quayside/serve";
import { mount, unmount } from "../../store/chassis.js";
import { updateContainerStatus } from "../../store/containers.js";
import { findPendingInterchange, type InterchangeState, type StoredInterchange } from "../../store/interchanges.js";
import { type Scope, scopeOf } from "../../store/scope.js";
import type { ContainerRow } from "../../store/tables.js";
import type { OctopiContext } from "../context.js";
import { isHeld } from "../holds/is-held.js";
import { readTime } from "../times.js";
import { findReferences } from "./references.js";
import { type Changes, changeNumbers, hasLeft, mountingOf, statusAfter } from "./rules.js";

/**
 * Works out what a request makes of an interchange. What is on record of its container follows: whether it is laden, and
 * which chassis it stands on.
 *
 * @param before - For a new interchange one that names nothing.
 * @returns What is to be stored of the interchange.
 * @throws Refusal - 404 for a number that names nothing, 409 where another record forbids it, 422 for a number that is missing.
 */
export async function changeInterchange(
  context: OctopiContext,
  before: StoredInterchange,
  changes: Changes,
): Promise<InterchangeState> {
  const scope = scopeOf(context);
  const numbers = changeNumbers(before, changes);
  const { container, chassis_id, booking_id } = await findReferences(scope, before, numbers);
  if (container !== null && container.id !== before.container_id) await refuseElsewhere(scope, container);
  const after = {
    container_id: container?.id ?? null,
    container_status: statusAfter(before, container, changes.container_status),
    chassis_id,
    genset_number: numbers.genset_number,
    booking_id,
    export_release_number: numbers.export_release_number,
    bill_of_lading_number: numbers.bill_of_lading_number,
    delivery_order_number: numbers.delivery_order_number,
    completed_at: changes.completed_at === undefined ? before.completed_at : readTime(changes.completed_at),
  };
  if (container !== null && hasLeft({ ...before, ...after })) await refuseHeld(context, container);
  await followStatus(scope, container, after.container_status);
  await followChassis(scope, before, after);
  return after;
}

async function refuseElsewhere(scope: Scope, { id, number }: ContainerRow): Promise<void> {
  const other = await findPendingInterchange(scope, id);
  if (other === undefined) return;
  const where = `interchange ${other.id} of the truck visit ${other.truck_visit_id}`;
  throw new Refusal(409, `The container ${JSON.stringify(number)} is at ${where}: complete or delete that one first.`);
}

async function refuseHeld(context: OctopiContext, { id, number }: ContainerRow): Promise<void> {
  if (!(await isHeld(context, id))) return;
  const why = "a hold on its bill of lading is in force: lift the hold, then complete the interchange";
  throw new Refusal(409, `The container ${JSON.stringify(number)} cannot leave, because ${why}.`);
}

async function followStatus(
  scope: Scope,
  container: ContainerRow | null,
  status: ContainerRow["status"],
): Promise<void> {
  if (container === null || status === null || status === container.status) return;
  await updateContainerStatus(scope, container.id, status);
}

type Named = Pick<InterchangeState, "container_id" | "chassis_id">;

/** A container stands on the chassis that its interchange names, and no longer when that changes. */
export async function followChassis(scope: Scope, before: Named, after: Named): Promise<void> {
  if (before.container_id === after.container_id && before.chassis_id === after.chassis_id) return;
  const left = mountingOf(before);
  if (left !== undefined) await unmount(scope, left);
  const entered = mountingOf(after);
  if (entered !== undefined) await mount(scope, entered);
}
