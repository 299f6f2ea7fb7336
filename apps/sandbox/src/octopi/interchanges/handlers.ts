import { Refusal } from "@quayside/serve";
import type { CreateInterchangeRequest, Interchange } from "@quayside/types/octopi";
import { findBooking } from "../../store/bookings.js";
import { findContainer } from "../../store/containers.js";
import { takeNumbers } from "../../store/counters.js";
import {
  findInterchange,
  findInterchanges,
  findTruckVisit,
  insertInterchange,
  removeInterchange,
  type StoredInterchange,
  saveInterchange,
} from "../../store/interchanges.js";
import { type Scope, scopeOf } from "../../store/scope.js";
import type { InterchangeRow, TruckVisitRow } from "../../store/tables.js";
import type { OctopiContext, OctopiHandler } from "../context.js";
import { isHeld } from "../holds/is-held.js";
import { changeInterchange, followChassis } from "./change-interchange.js";
import { directionOf, isCompleted } from "./rules.js";
import { writeInterchange } from "./write-interchange.js";
import { writeDetail, writeSummary } from "./write-snapshot.js";

export const listInterchanges: OctopiHandler<"listInterchanges"> = async ({ path }, context) => {
  const scope = scopeOf(context);
  const { id } = await requireVisit(scope, path.truck_visit_id);
  const found = await findInterchanges(scope, id);
  const { origin, owner } = context;
  return { status: 200, body: found.map((interchange) => writeSummary(interchange, origin, owner.timeZone)) };
};

export const getInterchange: OctopiHandler<"getInterchange"> = async ({ path }, context) => {
  const interchange = await requireInterchange(scopeOf(context), path);
  return { status: 200, body: writeDetail(interchange, context.owner.timeZone) };
};

export const createInterchange: OctopiHandler<"createInterchange"> = async ({ path, body }, context) => {
  const scope = scopeOf(context);
  const visit = await requireVisit(scope, path.truck_visit_id);
  if (visit.gated_out_at !== null)
    throw new Refusal(409, `The truck visit ${visit.id} has left the terminal: use a visit that is still there.`);
  const blank = await makeBlank(scope, visit, body);
  const nothing = { container_number: null, chassis_number: null, booking_number: null };
  const state = await changeInterchange(context, { ...blank, ...nothing }, body);
  await insertInterchange(scope, { ...blank, ...state });
  return { status: 201, body: await readNested(context, blank) };
};

export const updateInterchange: OctopiHandler<"updateInterchange"> = async ({ path, body }, context) => {
  const scope = scopeOf(context);
  const before = await requirePending(scope, path);
  await saveInterchange(scope, before, await changeInterchange(context, before, body));
  // Only an update answers this one, which is always null (D-32).
  return { status: 200, body: { ...(await readNested(context, before)), interchange: null } };
};

export const deleteInterchange: OctopiHandler<"deleteInterchange"> = async ({ path }, context) => {
  const scope = scopeOf(context);
  const interchange = await requirePending(scope, path);
  await removeInterchange(scope, interchange);
  await followChassis(scope, interchange, { container_id: null, chassis_id: null });
  return { status: 200, body: { id: interchange.id } };
};

async function requireVisit(scope: Scope, id: number): Promise<TruckVisitRow> {
  const visit = await findTruckVisit(scope, id);
  if (visit === undefined) throw new Refusal(404, `There is no truck visit ${id}.`);
  return visit;
}

type Path = { readonly truck_visit_id: number; readonly id: number };

async function requireInterchange(scope: Scope, { truck_visit_id, id }: Path): Promise<StoredInterchange> {
  const interchange = await findInterchange(scope, truck_visit_id, id);
  if (interchange !== undefined) return interchange;
  throw new Refusal(404, `There is no interchange ${id} at the truck visit ${truck_visit_id}.`);
}

async function requirePending(scope: Scope, path: Path): Promise<StoredInterchange> {
  const interchange = await requireInterchange(scope, path);
  if (!isCompleted(interchange)) return interchange;
  throw new Refusal(409, `The interchange ${path.id} is completed and can no longer be changed or deleted.`);
}

/** A new interchange that names nothing yet. */
async function makeBlank(
  { db, copy, owner }: Scope,
  visit: TruckVisitRow,
  { purpose, temperature_letter_port_of_discharge, temperature_letter_vgm }: CreateInterchangeRequest,
): Promise<InterchangeRow> {
  return {
    copy,
    owner,
    id: await takeNumbers(db, copy, "interchange"),
    truck_visit_id: visit.id,
    ...directionOf(purpose),
    container_id: null,
    container_status: null,
    chassis_id: null,
    genset_number: null,
    booking_id: null,
    export_release_number: null,
    bill_of_lading_number: null,
    delivery_order_number: null,
    completed_at: null,
    temperature_letter_port_of_discharge: temperature_letter_port_of_discharge ?? null,
    temperature_letter_vgm: temperature_letter_vgm ?? null,
    readings: "{}",
  };
}

/** The nested shape of what is stored by now. */
async function readNested(context: OctopiContext, path: Path): Promise<Interchange> {
  const scope = scopeOf(context);
  const interchange = await requireInterchange(scope, path);
  const { container_id, booking_id } = interchange;
  const container = container_id === null ? undefined : await findContainer(scope, container_id);
  const held = container === undefined ? null : { ...container, isHeld: await isHeld(context, container.id) };
  const booking = booking_id === null ? null : ((await findBooking(scope, booking_id)) ?? null);
  return writeInterchange({ interchange, container: held, booking }, context.owner.timeZone);
}
