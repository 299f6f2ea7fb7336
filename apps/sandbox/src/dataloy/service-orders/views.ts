import type { FieldTree } from "../fields.js";

/** What a single order shows without `fields`: its own values in full, its sub-objects in short (D-83). */
export const USUAL_VIEW = view(
  "portCall",
  "serviceOrderLines",
  "businessPartner",
  "externalReferenceNo",
  "exchangeRate",
  "currency",
  "orderDate",
  "status",
  "amountAdvanced",
  "amountAdvancedCurrency",
  "nominationEmail",
  "emailSentDate",
  "portAgentType",
  "amount",
  "createdById",
  "createdDate",
  "changedById",
  "modifiedDate",
  "isObjectActive",
  "remarks",
);

/** What a list shows of each order without `fields` (D-69). */
export const SHORT_VIEW = view("externalReferenceNo", "orderDate", "status");

function view(...names: string[]): FieldTree {
  return Object.fromEntries(names.map((name) => [name, "*"]));
}

/** Whether a tree wants the lines of an order. */
export function wantsLines(fields: FieldTree): boolean {
  return Object.hasOwn(fields, "serviceOrderLines");
}

/** Whether a tree wants more of a reference than key and address. */
export function wantsCodes(fields: FieldTree): boolean {
  return Object.entries(fields).some(
    ([name, inner]) => inner !== "*" && (name !== "serviceOrderLines" || wantsCodes(inner)),
  );
}
