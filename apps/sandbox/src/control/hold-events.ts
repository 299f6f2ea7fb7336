import type { HoldEvent } from "@quayside/types/sandbox";
import { listHoldEvents as listStored, type StoredHoldEvent } from "../store/holds.js";
import type { ControlHandler } from "./context.js";
import { writeUtc, writeUtcOrNull } from "./write-session.js";

/** What Octopi keeps for audits and has no endpoint for. */
export const listHoldEvents: ControlHandler<"listHoldEvents"> = async ({ query }, { db, copy }) => {
  const events = await listStored(db, copy, query.bill_of_lading_number);
  return { status: 200, body: { hold_events: events.map(writeEvent) } };
};

function writeEvent({ id, hold_id, event, at, by, reference_number, lift_until, ...bill }: StoredHoldEvent): HoldEvent {
  const { bill_of_lading_number, manifest_client_identifier } = bill;
  const when = { at: writeUtc(at), lift_until: writeUtcOrNull(lift_until) };
  return { id, bill_of_lading_number, manifest_client_identifier, hold_id, event, by, reference_number, ...when };
}
