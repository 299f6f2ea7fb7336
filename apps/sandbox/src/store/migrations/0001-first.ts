import { DATALOY_TABLES } from "./0001-dataloy.js";
import { OCTOPI_TABLES } from "./0001-octopi.js";
import { int, maybe, type SchemaTools, type TableColumns, text } from "./schema-tools.js";

/** The first schema. A migration that was released is never changed: the next change is the next migration. */
export async function first(tools: SchemaTools): Promise<void> {
  await tools.table("settings", { name: text, value: text }, ["name"]);
  await tools.table("copies", COPIES, ["id"]);
  await tools.index("copies_by_name", "copies", ["kind", "name"], "unique");
  for (const [name, { columns, key }] of Object.entries(FIRST_TABLES)) {
    await tools.table(name, { copy: int, ...columns }, ["copy", ...key]);
  }
  for (const [table, columns, unique] of INDEXES) {
    await tools.index([table, "by", ...columns].join("_"), table, ["copy", ...columns], unique);
  }
}

const COPIES = {
  id: int,
  kind: text,
  name: text,
  made_at: int,
  seed_size: int,
  seed_number: int,
  clock_frozen_at: maybe(int),
  clock_offset_ms: int,
  version: int,
  faults: int,
};

/** The tables whose rows belong to a copy. Their types stand in `tables.ts`. */
export const FIRST_TABLES: Readonly<Record<string, TableColumns>> = {
  counters: { key: ["name"], columns: { name: text, next: int } },
  tallies: { key: ["owner", "name"], columns: { owner: int, name: text, count: int } },
  faults: {
    key: ["id"],
    columns: { id: int, api: text, operation_id: text, calls: int, remaining: int, fault: text },
  },
  ...OCTOPI_TABLES,
  ...DATALOY_TABLES,
};

/** Beside the keys: what the lists filter and sort by. All begin with the copy. */
const INDEXES: readonly [table: string, columns: string[], unique?: "unique"][] = [
  ["containers", ["owner", "number"]],
  ["containers", ["chassis_id"]],
  ["service_orders", ["owner", "order_number"], "unique"],
  ["service_orders", ["owner", "status", "id"]],
  ["service_orders", ["owner", "cargo_type", "id"]],
  ["service_orders", ["owner", "due_at"]],
  ["service_order_items", ["container_id", "order_id"]],
  ["service_order_items", ["id"], "unique"],
  ["interchanges", ["container_id"]],
  ["interchanges", ["id"], "unique"],
  ["chassis", ["owner", "number"], "unique"],
  ["bookings", ["owner", "booking_number"], "unique"],
  ["bills_of_lading", ["owner", "number", "manifest_client_identifier"], "unique"],
  ["line_items", ["container_id"]],
  ["entities", ["owner", "type", "code"]],
  ["disbursement_lines", ["service_code", "service_order"]],
  ["disbursements", ["owner", "modified_date"]],
  ["disbursements", ["owner", "order_date"]],
  ["disbursements", ["owner", "status", "key"]],
  ["disbursements", ["owner", "port_call", "key"]],
  ["disbursements", ["owner", "external_reference_no"]],
  ["webhook_deliveries", ["state", "next_attempt_at"]],
];
