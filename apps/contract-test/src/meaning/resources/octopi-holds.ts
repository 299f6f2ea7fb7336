import type { Resource } from "../resource.js";

/** Octopi's holds on a bill of lading. No operation makes or removes one; the journey applies and lifts them. */
export const OCTOPI_HOLDS: Resource = {
  api: "octopi",
  name: "a hold",
  isOfOneShape: false,
  list: { operationId: "listHolds", rows: "/bill_of_lading/applicable_holds", id: { row: "/id", record: "/id" } },
  written: [],
  references: [],
  updates: [],
  assigned: [],
  filters: [],
  sorts: [],
};
