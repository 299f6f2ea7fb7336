import type { Move, Resource } from "../resource.js";

/** Octopi's service orders. D-numbers are those of the register of discrepancies. */
export const OCTOPI_SERVICE_ORDERS: Resource = {
  api: "octopi",
  name: "a service order",
  isOfOneShape: true,
  create: {
    operationId: "createServiceOrder",
    member: { order_number: "/order_number" },
    mark: "/service_order/order_number",
    isKey: true,
    sparse: {
      example: "only-what-is-required",
      isMarked: true,
      defaults: {
        "/comment": { value: "" },
        "/due_at": { value: null, inferred: true },
        "/status": { value: "pending" },
      },
    },
    needs: ["container_ids", "service_ids"],
  },
  read: { operationId: "getServiceOrder" },
  list: { operationId: "listServiceOrders", rows: "/service_orders", id: { row: "/id", record: "/id" } },
  remove: "deleteServiceOrder",
  written: [
    {
      by: "createServiceOrder",
      sent: "/service_order/comment",
      read: "/comment",
      values: ["Two doors, one seal", 'Grüße, 港 🚢 "quoted" <b>&amp;</b>', "line one\nline two", ""],
    },
    {
      by: "createServiceOrder",
      sent: "/service_order/due_at",
      read: "/due_at",
      as: "instant",
      // In winter, in summer, at the last second of a day and of a year, and as another zone writes it.
      values: ["2024-01-15T12:30:45Z", "2024-07-15T23:59:59Z", "2024-12-31T23:59:59Z", "2024-03-31T01:30:00+09:00"],
    },
    {
      by: "updateServiceOrder",
      sent: "/service_order/comment",
      read: "/comment",
      values: ["Moved to the covered bay", "Ещё раз – 再び", "x".repeat(2000), ""],
    },
    {
      by: "updateServiceOrder",
      sent: "/service_order/due_at",
      read: "/due_at",
      as: "instant",
      values: [
        "2025-02-28T06:07:08Z",
        "2025-08-01T00:00:00Z",
        "2024-11-03T05:30:00Z",
        "2024-11-03T06:30:00Z",
        "2024-04-31T00:00:00Z",
      ],
    },
  ],
  references: [
    { by: "createServiceOrder", sent: "/service_order/container_ids", unknown: [987_654_321] },
    { by: "createServiceOrder", sent: "/service_order/service_ids", unknown: ["no such service"] },
    { by: "createServiceOrder", sent: "/service_order/service_ids", unknown: [987_654_321] },
  ],
  updates: [
    { operationId: "updateServiceOrder", body: { service_order: { comment: "Only this" } }, changes: ["/comment"] },
    {
      operationId: "updateServiceOrder",
      body: { service_order: { due_at: "2025-05-06T07:08:09Z" } },
      changes: ["/due_at"],
    },
    {
      operationId: "cancelServiceOrder",
      body: { service_order: { cancellation_reason: "The vessel is delayed" } },
      changes: ["/status", "/service_order_items"],
    },
  ],
  zone: { by: "createServiceOrder", sent: "/service_order/due_at", read: "/due_at", like: "/created_at" },
  assigned: [{ read: "/created_at" }],
  rename: {
    operationId: "updateServiceOrder",
    sent: "/service_order/order_number",
    read: "/order_number",
    parameter: "order_number",
  },
  filters: [
    { parameter: "query.order_number", row: "/order_number", keeps: "contains", values: ["O1", "_"] },
    {
      parameter: "query.status",
      row: "/status",
      keeps: "equal",
      values: ["pending", "in_progress", "completed", "partially_completed", "cancelled"],
    },
    {
      parameter: "query.cargo_type",
      row: "/cargo_type",
      keeps: "equal",
      values: ["container", "breakbulk", "vehicle"],
    },
    { parameter: "query.container_id", row: "/service_order_items/#/container_id", keeps: "equal" },
    // D-35: "before" is read as "at or before".
    { parameter: "query.due_at", row: "/due_at", keeps: "at most", inferred: true },
  ],
  sorts: [{ row: "/created_at", direction: "descending", as: "instant" }],
  lifecycle: {
    state: "/status",
    states: {
      pending: "pending",
      "in progress": "in_progress",
      completed: "completed",
      "partially completed": "partially_completed",
      cancelled: "cancelled",
    },
    starts: "pending",
    // People in the yard begin and complete items (D-53); no operation does.
    found: {
      member: { order_number: "/order_number" },
      states: {
        "in progress": { query: { status: "in_progress", per: 100 } },
        completed: { query: { status: "completed", per: 100 } },
        "partially completed": { query: { status: "partially_completed", per: 100 } },
      },
    },
    moves: [
      { by: "cancelServiceOrder", from: "pending", to: "cancelled" },
      cancelOfBegun({ to: "cancelled", says: "while nothing is completed" }, "missing"),
      cancelOfBegun({ to: "partially completed", says: "when an item is completed" }, "there"),
      { by: "cancelServiceOrder", from: "completed", to: "refused", status: 422, inferred: "D-52" },
      { by: "cancelServiceOrder", from: "partially completed", to: "refused", status: 422, inferred: "D-52" },
      { by: "cancelServiceOrder", from: "cancelled", to: "refused", status: 422, inferred: "D-52" },
      { by: "updateServiceOrder", from: "pending", to: "pending" },
      { by: "updateServiceOrder", from: "cancelled", to: "cancelled" },
      { by: "createServiceOrder", from: "pending", to: "refused", says: "with its number again", status: 422 },
      { by: "deleteServiceOrder", from: "pending", to: "gone" },
      { by: "deleteServiceOrder", from: "cancelled", to: "gone", inferred: "D-102" },
      { by: "deleteServiceOrder", from: "gone", to: "refused", status: 404 },
      { by: "updateServiceOrder", from: "gone", to: "refused", status: 404 },
      { by: "cancelServiceOrder", from: "gone", to: "refused", status: 404 },
    ],
  },
  cancels: {
    operationId: "cancelServiceOrder",
    items: "/service_order_items",
    id: "/id",
    status: "/status",
    open: ["pending", "in_progress"],
    becomes: "cancelled",
    alike: ["/cancelled_at", "/cancelled_by", "/cancellation_reason"],
    whole: { state: "/status", item: "completed", is: "partially_completed", otherwise: "cancelled" },
    reason: { sent: "/service_order/cancellation_reason", read: "/cancellation_reason" },
    tryOn: [
      { query: { status: "in_progress", per: 100 } },
      { query: { status: "pending", per: 10 } },
      { query: { status: "cancelled", per: 100 } },
    ],
  },
};

/** What becomes of an order in progress follows from its items. */
function cancelOfBegun(move: Pick<Move, "to" | "says">, is: "there" | "missing"): Move {
  const given = { at: "/service_order_items/#/status", is, value: "completed" };
  return { by: "cancelServiceOrder", from: "in progress", given, inferred: "D-52", ...move };
}
