import type { ApplicableHold, Hold, ListHoldsResponse, UnliftedHold } from "@quayside/types/octopi";
import type { StoredHold } from "../../store/holds.js";
import type { BillOfLadingRow } from "../../store/tables.js";
import { isInForce } from "./rules.js";

/**
 * Writes a bill of lading with its holds: each one in one of two lists (D-56), in the order given.
 *
 * @param origin - What the URLs of the actions begin with.
 */
export function writeHolds(
  bill: BillOfLadingRow,
  holds: readonly StoredHold[],
  now: number,
  origin: string,
): ListHoldsResponse {
  const { number, manifest_client_identifier } = bill;
  const inForce = holds.filter((hold) => isInForce(hold, now));
  const others = holds.filter((hold) => !isInForce(hold, now));
  return {
    bill_of_lading: {
      number,
      manifest: { client_identifier: manifest_client_identifier },
      unlifted_holds: inForce.map((hold) => writeUnlifted(hold, urlOf(bill, hold, origin))),
      applicable_holds: others.map((hold) => writeApplicable(hold, urlOf(bill, hold, origin))),
    },
  };
}

function urlOf({ manifest_client_identifier, number }: BillOfLadingRow, { id }: StoredHold, origin: string): string {
  const manifest = `${origin}/api/v1/manifests/${encodeURIComponent(manifest_client_identifier)}`;
  return `${manifest}/bill_of_ladings/${encodeURIComponent(number)}/holds/${id}.json`;
}

function writeUnlifted(hold: StoredHold, url: string): UnliftedHold {
  return { ...writeHold(hold), actions: { lift: { method: "DELETE", url } } };
}

function writeApplicable(hold: StoredHold, url: string): ApplicableHold {
  return { ...writeHold(hold), actions: { apply: { method: "PUT", url } } };
}

function writeHold({ id, name, description }: StoredHold): Hold {
  return { id, name, description };
}
