import type { HoldEvent } from "@quayside/types/sandbox";
import { BILLS } from "../../seed/bills.js";

/** What happened to holds before a session begins, as the control API shows it. */
export function seededHoldEvents(): HoldEvent[] {
  return (BILLS.hold_events ?? []).map(({ owner: _, bill_of_lading_id, at, lift_until, ...event }) => {
    const bill = (BILLS.bills_of_lading ?? []).find(({ id }) => id === bill_of_lading_id);
    return {
      ...event,
      bill_of_lading_number: bill?.number ?? "",
      manifest_client_identifier: bill?.manifest_client_identifier ?? "",
      at: new Date(at).toISOString(),
      lift_until: lift_until === null ? null : new Date(lift_until).toISOString(),
    };
  });
}
