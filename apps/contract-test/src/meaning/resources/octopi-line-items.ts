import type { Resource } from "../resource.js";

/** Octopi's line items of a bill of lading. They are read as rows of their list: no operation reads one. */
export const OCTOPI_LINE_ITEMS: Resource = {
  api: "octopi",
  name: "a line item",
  isOfOneShape: true,
  create: {
    operationId: "createLineItem",
    member: { id: "/id" },
    mark: "/line_item/flex_fields/0/value",
    isKey: false,
    needs: ["bill_of_lading_id", "container_id", "container_type_label", "label"],
    sparse: {
      example: "container-only",
      isMarked: false,
      defaults: {
        "/quantity": { value: 1 },
        "/cargo_type": { value: "container" },
        "/flex_fields": { value: [] },
        "/container_type_label": { isSet: true, inferred: true },
      },
    },
  },
  list: { operationId: "listLineItems", rows: "/line_items", id: { row: "/id", record: "/id" } },
  remove: "deleteLineItem",
  written: [
    {
      by: "createLineItem",
      sent: "/line_item/container_weight",
      read: "/container_weight",
      values: [4000, 12345.678, 0.5],
    },
    {
      by: "createLineItem",
      sent: "/line_item/container_weight_unit",
      read: "/container_weight_unit",
      values: ["kg", "lb"],
    },
    { by: "createLineItem", sent: "/line_item/container_type_label", read: "/container_type_label", values: ["40DV"] },
    {
      by: "createLineItem",
      sent: "/line_item/flex_fields/0/value",
      read: "/flex_fields/0/value",
      values: ['TE-1 "é"'],
    },
    { by: "updateLineItem", sent: "/line_item/container_weight", read: "/container_weight", values: [4200.25, 30481] },
    {
      by: "updateLineItem",
      sent: "/line_item/container_weight_unit",
      read: "/container_weight_unit",
      values: ["lb", "kg"],
    },
    { by: "updateLineItem", sent: "/line_item/container_type_label", read: "/container_type_label", values: ["40DV"] },
    {
      by: "updateLineItem",
      sent: "/line_item/flex_fields",
      read: "/flex_fields",
      values: [[{ label: "Customs entry", value: "TE-2" }]],
    },
  ],
  references: [
    { by: "createLineItem", sent: "/line_item/container_id", unknown: 987_654_321 },
    { by: "updateLineItem", sent: "/line_item/container_id", unknown: 987_654_321 },
  ],
  updates: [
    {
      operationId: "updateLineItem",
      body: { line_item: { container_weight: 4321.5 } },
      changes: ["/container_weight"],
    },
    {
      operationId: "updateLineItem",
      body: { line_item: { container_weight_unit: "lb" } },
      changes: ["/container_weight_unit"],
    },
  ],
  assigned: [],
  filters: [],
  sorts: [{ row: "/id", direction: "ascending", inferred: true }],
  lifecycle: {
    state: "/cargo_type",
    states: { listed: "container" },
    starts: "listed",
    moves: [
      { by: "updateLineItem", from: "listed", to: "listed" },
      { by: "deleteLineItem", from: "listed", to: "gone" },
      { by: "deleteLineItem", from: "gone", to: "refused", status: 404 },
      { by: "updateLineItem", from: "gone", to: "refused", status: 404 },
    ],
  },
};
