import type { Db } from "./open-store.js";
import { prepare } from "./prepare.js";
import { insertRows } from "./rows.js";
import type { Scope } from "./scope.js";
import type { InterchangeRow, ReleaseRow, TruckVisitRow } from "./tables.js";

/** A stored interchange with the numbers of what it names by id. */
export type StoredInterchange = InterchangeRow & {
  readonly container_number: string | null;
  readonly chassis_number: string | null;
  readonly booking_number: string | null;
};

/** What may change of an interchange while it is pending. */
export type InterchangeState = Pick<
  InterchangeRow,
  | "container_id"
  | "container_status"
  | "chassis_id"
  | "genset_number"
  | "booking_id"
  | "export_release_number"
  | "bill_of_lading_number"
  | "delivery_order_number"
  | "completed_at"
>;

/** Finds a truck visit. */
export async function findTruckVisit({ db, copy, owner }: Scope, id: number): Promise<TruckVisitRow | undefined> {
  return (await visitById(db, { copy, owner, id }))[0];
}

const visitById = prepare((db, { copy, owner, id }: { copy: number; owner: number; id: number }) =>
  db.selectFrom("truck_visits").selectAll().where("copy", "=", copy).where("owner", "=", owner).where("id", "=", id),
);

/** All interchanges of a truck visit, by id. */
export async function findInterchanges(
  { db, copy, owner }: Scope,
  truck_visit_id: number,
): Promise<StoredInterchange[]> {
  return await interchangesOfVisit(db, { copy, owner, truck_visit_id });
}

/** Finds an interchange of a truck visit. */
export async function findInterchange(
  { db, copy, owner }: Scope,
  truck_visit_id: number,
  id: number,
): Promise<StoredInterchange | undefined> {
  return (await interchangeById(db, { copy, owner, truck_visit_id, id }))[0];
}

type AtVisit = { readonly copy: number; readonly owner: number; readonly truck_visit_id: number };

const interchangesOfVisit = prepare((db, values: AtVisit) => withNumbers(db, values).orderBy("interchange.id"));

const interchangeById = prepare((db, values: AtVisit & { id: number }) =>
  withNumbers(db, values).where("interchange.id", "=", values.id),
);

function withNumbers(db: Db, { copy, owner, truck_visit_id }: AtVisit) {
  return db
    .selectFrom("interchanges as interchange")
    .leftJoin("containers as container", (join) =>
      join.onRef("container.copy", "=", "interchange.copy").onRef("container.id", "=", "interchange.container_id"),
    )
    .leftJoin("chassis", (join) =>
      join.onRef("chassis.copy", "=", "interchange.copy").onRef("chassis.id", "=", "interchange.chassis_id"),
    )
    .leftJoin("bookings as booking", (join) =>
      join.onRef("booking.copy", "=", "interchange.copy").onRef("booking.id", "=", "interchange.booking_id"),
    )
    .selectAll("interchange")
    .select(["container.number as container_number", "chassis.number as chassis_number", "booking.booking_number"])
    .where("interchange.copy", "=", copy)
    .where("interchange.owner", "=", owner)
    .where("interchange.truck_visit_id", "=", truck_visit_id);
}

/** Finds the interchange that a container is at and that is not completed yet, of whatever truck visit. */
export async function findPendingInterchange(
  { db, copy, owner }: Scope,
  container_id: number,
): Promise<InterchangeRow | undefined> {
  return await db
    .selectFrom("interchanges")
    .selectAll()
    .where("copy", "=", copy)
    .where("owner", "=", owner)
    .where("container_id", "=", container_id)
    .where("completed_at", "is", null)
    .orderBy("id")
    .executeTakeFirst();
}

/** Whether an export release or a delivery order with this number exists. */
export async function hasRelease(
  { db, copy, owner }: Scope,
  kind: ReleaseRow["kind"],
  number: string,
): Promise<boolean> {
  const releases = db.selectFrom("releases").select("number").where("copy", "=", copy).where("owner", "=", owner);
  return (await releases.where("kind", "=", kind).where("number", "=", number).executeTakeFirst()) !== undefined;
}

/** Stores a new interchange. */
export async function insertInterchange({ db }: Scope, interchange: InterchangeRow): Promise<void> {
  await insertRows(db, "interchanges", [interchange]);
}

/** Stores what changes of an interchange. */
export async function saveInterchange(
  { db, copy, owner }: Scope,
  { truck_visit_id, id }: InterchangeRow,
  state: InterchangeState,
): Promise<void> {
  await db
    .updateTable("interchanges")
    .set(state)
    .where("copy", "=", copy)
    .where("owner", "=", owner)
    .where("truck_visit_id", "=", truck_visit_id)
    .where("id", "=", id)
    .execute();
}

/** Removes an interchange. */
export async function removeInterchange(
  { db, copy, owner }: Scope,
  { truck_visit_id, id }: InterchangeRow,
): Promise<void> {
  const ofVisit = db.deleteFrom("interchanges").where("copy", "=", copy).where("owner", "=", owner);
  await ofVisit.where("truck_visit_id", "=", truck_visit_id).where("id", "=", id).execute();
}
