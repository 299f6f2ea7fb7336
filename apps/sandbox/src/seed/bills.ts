import type { LineItemRow } from "../store/tables.js";
import { at, type SeedRows } from "./rows-of.js";

type LineItem = Omit<LineItemRow, "copy">;

const CUSTOMS_ENTRY = JSON.stringify([{ label: "Customs entry", value: "TE-679876665" }]);
const TYPES = ["20DV", "40DV", "40HC"];

function lineItem(id: number, container_id: number, more: Partial<LineItem> = {}): LineItem {
  return {
    owner: 1,
    id,
    bill_of_lading_id: 1001,
    container_id,
    quantity: 1,
    container_type_label: "40DV",
    container_weight: 4000,
    container_weight_unit: "kg",
    flex_fields: "[]",
    ...more,
  };
}

/** Twelve lines on the bill of lading, so that it has a second page; one of its containers can be picked up at the gate. */
const LINE_ITEMS: readonly LineItem[] = [
  lineItem(38, 123456789, { flex_fields: CUSTOMS_ENTRY }),
  ...Array.from({ length: 10 }, (_, index) =>
    lineItem(1211 + index, 1902 + index, {
      container_type_label: TYPES[index % 3] ?? null,
      container_weight: 4000 + index * 250,
      flex_fields: index === 0 ? CUSTOMS_ENTRY : "[]",
    }),
  ),
  lineItem(1221, 1101190, { container_type_label: "20CT", container_weight: null, container_weight_unit: null }),
];

const APPLIED = at("2019-09-30T13:00:00Z");
const LIFTED = at("2019-10-01T13:00:00Z");

/** Bills of lading with their line items and holds. */
export const BILLS: SeedRows = {
  bills_of_lading: [
    { owner: 1, id: 1001, number: "TSCW12924362", manifest_client_identifier: "2018010126" },
    { owner: 1, id: 1002, number: "BILL_OF_LADING_NUMBER", manifest_client_identifier: "MANIFEST_CLIENT_IDENTIFIER" },
    { owner: 1, id: 1003, number: "TSCW/2024 7", manifest_client_identifier: "2018010126" },
    { owner: 2, id: 1101, number: "OSLB0001", manifest_client_identifier: "OSL-24-01" },
  ],
  line_items: [...LINE_ITEMS, lineItem(1222, 1120005, { bill_of_lading_id: 1003, container_type_label: "40FR" })],
  holds: [
    {
      owner: 1,
      id: 36,
      name: "Freight Charges",
      description: "Charges under FAS terms are to be paid before delivery. Liner cargo is exempt. ",
    },
    { owner: 1, id: 34, name: "Agent Hold", description: "" },
    { owner: 1, id: 54, name: "Transshipment Hold", description: "Calendar days" },
    { owner: 2, id: 60, name: "Customs Hold", description: "Released by customs only" },
  ],
  bill_of_lading_holds: [
    { owner: 1, bill_of_lading_id: 1001, hold_id: 36, applied_at: APPLIED, lifted_at: null, lift_until: null },
    { owner: 1, bill_of_lading_id: 1002, hold_id: 36, applied_at: APPLIED, lifted_at: null, lift_until: null },
    { owner: 1, bill_of_lading_id: 1003, hold_id: 34, applied_at: APPLIED, lifted_at: LIFTED, lift_until: null },
  ],
  hold_events: [
    ...[1001, 1002].map((bill, index) => event(index + 1, bill, 36, "applied", APPLIED, null)),
    event(3, 1003, 34, "applied", APPLIED, null),
    event(4, 1003, 34, "lifted", LIFTED, "RCPT-2019-10-0001"),
  ],
};

function event(
  id: number,
  bill: number,
  hold_id: number,
  what: "applied" | "lifted",
  time: number,
  reference: string | null,
) {
  const rest = { at: time, by: "System", reference_number: reference, lift_until: null };
  return { owner: 1, id, bill_of_lading_id: bill, hold_id, event: what, ...rest };
}
