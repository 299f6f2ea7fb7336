import type { DisbursementLineRow, DisbursementRow } from "../../store/tables.js";
import type { EntityType } from "../entity-types.js";

/** What a value is; a text or a date is stored as a text, a boolean as 0 or 1. */
export type Kind = "integer" | "number" | "text" | "date" | "boolean";

/** A property that a list can be filtered and sorted by: a value, or a reference, whose value is its key. */
export type Property<Column> =
  | { readonly column: Column; readonly kind: Kind }
  | { readonly column: Column; readonly refersTo: EntityType | "ServiceOrder" };

/** The lines of an order, to which its path leads. */
export const LINES = "serviceOrderLines";

/** What no list can be filtered by: the vendor names the first two, and the sandbox has nothing for the third. */
export const UNFILTERABLE: ReadonlySet<string> = new Set(["self", "remarks", "portAgentType"]);

type Properties<Row> = ReadonlyMap<string, Property<keyof Row>>;

/** What every object has. */
const OF_ANY: readonly [string, Property<keyof DisbursementRow & keyof DisbursementLineRow>][] = [
  ["key", { column: "key", kind: "integer" }],
  ["createdById", { column: "created_by_id", kind: "integer" }],
  ["createdDate", { column: "created_date", kind: "date" }],
  ["changedById", { column: "changed_by_id", kind: "integer" }],
  ["modifiedDate", { column: "modified_date", kind: "date" }],
  ["isObjectActive", { column: "is_object_active", kind: "boolean" }],
];

/** An order's properties, but for its lines. */
export const ORDER_PROPERTIES: Properties<DisbursementRow> = new Map<string, Property<keyof DisbursementRow>>([
  ...OF_ANY,
  ["portCall", { column: "port_call", refersTo: "PortCall" }],
  ["businessPartner", { column: "business_partner", refersTo: "BusinessPartner" }],
  ["externalReferenceNo", { column: "external_reference_no", kind: "text" }],
  ["exchangeRate", { column: "exchange_rate", kind: "number" }],
  ["currency", { column: "currency", refersTo: "Currency" }],
  ["orderDate", { column: "order_date", kind: "date" }],
  ["status", { column: "status", refersTo: "StatusType" }],
  ["amountAdvanced", { column: "amount_advanced", kind: "number" }],
  ["amountAdvancedCurrency", { column: "amount_advanced_currency", refersTo: "Currency" }],
  ["nominationEmail", { column: "nomination_email", kind: "text" }],
  ["emailSentDate", { column: "email_sent_date", kind: "date" }],
  ["amount", { column: "amount", kind: "number" }],
]);

/** A line's properties. */
export const LINE_PROPERTIES: Properties<DisbursementLineRow> = new Map<string, Property<keyof DisbursementLineRow>>([
  ...OF_ANY,
  ["serviceOrder", { column: "service_order", refersTo: "ServiceOrder" }],
  ["serviceCode", { column: "service_code", refersTo: "ServiceCode" }],
  ["description", { column: "description", kind: "text" }],
  ["amountEstimate", { column: "amount_estimate", kind: "number" }],
  ["amountRevised", { column: "amount_revised", kind: "number" }],
  ["amountFinal", { column: "amount_final", kind: "number" }],
  ["isOwnersCost", { column: "is_owners_cost", kind: "boolean" }],
  ["isCharterersCost", { column: "is_charterers_cost", kind: "boolean" }],
  ["externalReferenceNo", { column: "external_reference_no", kind: "text" }],
]);
