import type { Move, Resource, Written } from "../resource.js";

const CONTAINER = { "/purpose": "drop_off_container", "/container_number": "CAIU2340022" };

const COMPLETED = "2024-03-01T10:00:00Z";

/** Octopi's interchanges: what a truck visit drops off and picks up. */
export const OCTOPI_INTERCHANGES: Resource = {
  api: "octopi",
  name: "an interchange",
  isOfOneShape: false,
  create: {
    operationId: "createInterchange",
    member: { id: "/id" },
    // Of a genset, for a container can be at one interchange only.
    example: "drop-off-genset",
    mark: "/genset_number",
    isKey: false,
    needs: ["truck_visit_id"],
  },
  read: { operationId: "getInterchange" },
  list: { operationId: "listInterchanges", rows: "", id: { row: "/interchange_url", record: "/id" } },
  remove: "deleteInterchange",
  lasting: ["/completed_at"],
  written: [
    {
      by: "createInterchange",
      sent: "/container_number",
      read: "/container_number",
      values: ["CAIU2340022"],
      with: CONTAINER,
    },
    {
      by: "createInterchange",
      sent: "/container_status",
      read: "/container_status",
      values: ["full"],
      with: CONTAINER,
    },
    {
      by: "createInterchange",
      sent: "/container_status",
      read: "/container_status",
      values: ["empty"],
      with: CONTAINER,
    },
    { by: "createInterchange", sent: "/chassis_number", read: "/chassis_number", values: ["SEFZ104186"] },
    { by: "createInterchange", sent: "/booking_number", read: "/booking", values: ["10543688"] },
    { by: "updateInterchange", sent: "/chassis_number", read: "/chassis_number", values: ["CH1234", "SEFZ104186"] },
    { by: "updateInterchange", sent: "/genset_number", read: "/genset", values: ["GEN123"] },
    { by: "updateInterchange", sent: "/booking_number", read: "/booking", values: ["10543688", null], inferred: true },
    {
      by: "updateInterchange",
      sent: "/export_release_number",
      read: "/export_release",
      values: ["EXP123", null],
      inferred: true,
    },
    ...["2024-01-15T12:30:45Z", "2024-07-15T23:59:59Z", "2023-06-28T21:12:29+09:00"].map(completion),
    {
      by: "createInterchange",
      sent: "/completed_at",
      read: "/completed_at",
      as: "instant",
      values: ["2024-02-29T04:05:06Z", "2024-08-15T12:00:00-04:00"],
    },
  ],
  references: [],
  updates: [
    {
      operationId: "updateInterchange",
      body: { chassis_number: "CH1234" },
      changes: ["/chassis_number", "/chassis_weight"],
    },
  ],
  assigned: [],
  filters: [],
  sorts: [],
  lifecycle: {
    state: "/completed_at",
    states: { pending: null, completed: COMPLETED },
    starts: "pending",
    moves: [
      completing({ by: "createInterchange", from: "new" }),
      { by: "updateInterchange", from: "pending", to: "pending", body: { chassis_number: "CH1234" } },
      completing({ by: "updateInterchange", from: "pending" }),
      { by: "updateInterchange", from: "completed", to: "refused", body: { chassis_number: "CH1234" }, status: 409 },
      { by: "deleteInterchange", from: "completed", to: "refused", status: 409, inferred: "D-44" },
      { by: "deleteInterchange", from: "pending", to: "gone" },
      { by: "deleteInterchange", from: "gone", to: "refused", status: 404 },
      { by: "updateInterchange", from: "gone", to: "refused", body: { chassis_number: "CH1234" }, status: 404 },
    ],
  },
};

/** Once it is completed nothing of an interchange changes, so each time needs one of its own. */
function completion(time: string): Written {
  return { by: "updateInterchange", sent: "/completed_at", read: "/completed_at", as: "instant", values: [time] };
}

function completing(move: Pick<Move, "by" | "from">): Move {
  return { ...move, to: "completed", body: { completed_at: COMPLETED }, says: "with completed_at" };
}
