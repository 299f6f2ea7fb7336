import { takeNumbers } from "./counters.js";
import type { Db } from "./open-store.js";
import { prepare } from "./prepare.js";
import { insertRows } from "./rows.js";
import type { Scope } from "./scope.js";
import type { BillOfLadingHoldRow, HoldEventRow, HoldRow } from "./tables.js";

/** When a hold was applied and lifted; all null where it never was. */
export type HoldState = Pick<BillOfLadingHoldRow, "applied_at" | "lifted_at" | "lift_until">;

/** A kind of hold with its state on one bill of lading. */
export type StoredHold = HoldRow & HoldState;

/** An event with the bill of lading that it was about. */
export type StoredHoldEvent = HoldEventRow & {
  readonly bill_of_lading_number: string;
  readonly manifest_client_identifier: string;
};

/** All the kinds of hold that the organisation knows with their state on a bill of lading, by id. */
export async function findHolds({ db, copy, owner }: Scope, bill_of_lading_id: number): Promise<StoredHold[]> {
  return await holdsOfBill(db, { copy, owner, bill_of_lading_id });
}

const holdsOfBill = prepare((db, values: { copy: number; owner: number; bill_of_lading_id: number }) =>
  db
    .selectFrom("holds as hold")
    .leftJoin("bill_of_lading_holds as state", (join) =>
      join
        .onRef("state.copy", "=", "hold.copy")
        .on("state.bill_of_lading_id", "=", values.bill_of_lading_id)
        .onRef("state.hold_id", "=", "hold.id"),
    )
    .selectAll("hold")
    .select(["state.applied_at", "state.lifted_at", "state.lift_until"])
    .where("hold.copy", "=", values.copy)
    .where("hold.owner", "=", values.owner)
    .orderBy("hold.id"),
);

/** The holds on all the bills of lading that a container stands on, in no order. */
export async function findHoldsOnContainer({ db, copy, owner }: Scope, container_id: number): Promise<HoldState[]> {
  return await db
    .selectFrom("line_items as item")
    .innerJoin("bill_of_lading_holds as state", (join) =>
      join
        .onRef("state.copy", "=", "item.copy")
        .onRef("state.bill_of_lading_id", "=", "item.bill_of_lading_id")
        .onRef("state.owner", "=", "item.owner"),
    )
    .select(["state.applied_at", "state.lifted_at", "state.lift_until"])
    .where("item.copy", "=", copy)
    .where("item.owner", "=", owner)
    .where("item.container_id", "=", container_id)
    .execute();
}

/** Stores the state of a hold on a bill of lading, and the event that led to it. */
export async function saveHold(scope: Scope, state: HoldState, event: Omit<HoldEventRow, InScope>): Promise<void> {
  const { db, copy, owner } = scope;
  const { bill_of_lading_id, hold_id } = event;
  await db
    .insertInto("bill_of_lading_holds")
    .values({ copy, owner, bill_of_lading_id, hold_id, ...state })
    .onConflict((conflict) => conflict.columns(["copy", "bill_of_lading_id", "hold_id"]).doUpdateSet(state))
    .execute();
  await insertRows(db, "hold_events", [{ copy, owner, id: await takeNumbers(db, copy, "hold_event"), ...event }]);
}

type InScope = "copy" | "owner" | "id";

/**
 * What happened to the holds of a copy, of all organisations, the oldest first.
 *
 * @param billOfLadingNumber - Keeps the events of bills of lading with this number, under whatever manifest.
 */
export async function listHoldEvents(db: Db, copy: number, billOfLadingNumber?: string): Promise<StoredHoldEvent[]> {
  const events = db
    .selectFrom("hold_events as event")
    .innerJoin("bills_of_lading as bill", (join) =>
      join.onRef("bill.copy", "=", "event.copy").onRef("bill.id", "=", "event.bill_of_lading_id"),
    )
    .selectAll("event")
    .select(["bill.number as bill_of_lading_number", "bill.manifest_client_identifier"])
    .where("event.copy", "=", copy)
    .orderBy("event.id");
  return await (billOfLadingNumber === undefined
    ? events
    : events.where("bill.number", "=", billOfLadingNumber)
  ).execute();
}
