import type { Move, Resource } from "../resource.js";

const LIFT = { hold: { reference_number: "RCPT-2019-10-0044" } };

/** Octopi's holds on a bill of lading. No operation makes or removes one: those that are there are applied and lifted. */
export const OCTOPI_HOLDS: Resource = {
  api: "octopi",
  name: "a hold",
  isOfOneShape: false,
  list: {
    operationId: "listHolds",
    rows: "/bill_of_lading/applicable_holds",
    also: ["/bill_of_lading/unlifted_holds"],
    id: { row: "/id", record: "/id" },
  },
  written: [],
  references: [],
  updates: [],
  assigned: [],
  filters: [],
  sorts: [],
  lifecycle: {
    state: "/actions/lift/method",
    states: { applicable: undefined, "in force": "DELETE" },
    found: { member: { hold_id: "/id" }, states: { applicable: {}, "in force": {} } },
    moves: [
      { by: "applyHold", from: "applicable", to: "in force" },
      { by: "applyHold", from: "in force", to: "refused", status: 404, inferred: "D-110" },
      { by: "liftHold", from: "in force", to: "applicable", body: LIFT },
      liftUntil("2099-01-31", { to: "applicable", says: "until a day to come" }),
      liftUntil("2019-10-10T00:00:00Z", { to: "in force", says: "until a time that is over", inferred: "D-111" }),
      { by: "liftHold", from: "applicable", to: "refused", body: LIFT, status: 404, inferred: "D-110" },
    ],
  },
};

function liftUntil(lift_until: string, move: Pick<Move, "to" | "says" | "inferred">): Move {
  return { by: "liftHold", from: "in force", body: { hold: { ...LIFT.hold, lift_until } }, ...move };
}
