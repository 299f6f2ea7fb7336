import type { DisbursementLineRow, DisbursementRow, EntityRow } from "../store/tables.js";
import type { SeedRows } from "./rows-of.js";

type Entity = Omit<EntityRow, "copy">;
type Order = Omit<DisbursementRow, "copy">;
type Line = Omit<DisbursementLineRow, "copy">;

function entity(key: number, type: Entity["type"], code: string | null, name: string | null = null): Entity {
  return { owner: 11, key, type, code, name, class: type === "StatusType" ? "ServiceOrder" : null };
}

const CURRENCIES: readonly [number, string][] = [
  [400008, "EUR"],
  [400132, "USD"],
  [400095, "NOK"],
  [400046, "GBP"],
  [400108, "SGD"],
];
const STATUSES: readonly [number, string, string][] = [
  [1000128, "DFT", "Draft"],
  [1000129, "EST", "Estimate"],
  [1000130, "REV", "Revised"],
  [1000131, "FIN", "Final"],
];
const SERVICE_CODES: readonly [number, string, string][] = [
  [36567906, "TOW", "Towage"],
  [36567907, "TOWX", "Towage, extra"],
  [36567908, "AGE", "Agency fee"],
  [36567909, "PIL", "Pilotage"],
  [36567910, "PRC", "Port charges"],
  [36567911, "LIN", "Line handling"],
];

const ENTITIES: readonly Entity[] = [
  // The port calls of one voyage, in their order.
  ...[36344211, 36344213, 36344215, 36344217, 36344219].map((key) => entity(key, "PortCall", null)),
  entity(20798543, "BusinessPartner", "100131", "Harbour Agency"),
  entity(20798544, "BusinessPartner", "100132", "Fjord Agency"),
  entity(20798545, "BusinessPartner", "100240", "Straits Agency"),
  ...CURRENCIES.map(([key, code]) => entity(key, "Currency", code)),
  ...STATUSES.map(([key, code, name]) => entity(key, "StatusType", code, name)),
  // Of the class for voyages: no status of a service order.
  { ...entity(1000201, "StatusType", "OPR", "Operational"), class: "Voyage" },
  ...SERVICE_CODES.map(([key, code, name]) => entity(key, "ServiceCode", code, name)),
  entity(1201, "User", "demo", "Demo user"),
  entity(1202, "User", "agent", "Agent"),
];

/** The other tenant has the same master data under keys of its own, and one order. */
const OTHER_ENTITIES: readonly Entity[] = [
  ...ENTITIES.filter(({ type }) => type !== "PortCall" && type !== "User" && type !== "BusinessPartner").map((one) => ({
    ...one,
    key: one.key + 100_000_000,
  })),
  entity(136344213, "PortCall", null),
  entity(1301, "User", "demo2", "Other user"),
].map((one) => ({ ...one, owner: 12 }));

const UNSET = { exchange_rate: null, amount_advanced: null, nomination_email: null, email_sent_date: null };

function order(key: number, created: string, more: Partial<Order>): Order {
  return {
    owner: 11,
    key,
    port_call: 36344213,
    business_partner: 20798543,
    external_reference_no: null,
    currency: 400132,
    order_date: created,
    status: 1000129,
    amount_advanced_currency: 400132,
    amount: 0,
    created_by_id: 1201,
    created_date: created,
    changed_by_id: null,
    modified_date: created,
    is_object_active: 1,
    ...UNSET,
    ...more,
  };
}

function line(key: number, service_order: number, service_code: number, more: Partial<Line>): Line {
  return {
    owner: 11,
    key,
    service_order,
    service_code,
    description: null,
    amount_estimate: null,
    amount_revised: 0,
    amount_final: 0,
    is_owners_cost: 0,
    is_charterers_cost: 1,
    external_reference_no: null,
    created_by_id: 1201,
    created_date: "2020-10-01T08:10:12",
    changed_by_id: null,
    modified_date: "2020-10-01T08:10:12",
    is_object_active: 1,
    ...more,
  };
}

const ORDERS: readonly Order[] = [
  order(36647845, "2020-10-01T08:10:12", {
    external_reference_no: "DA1234",
    exchange_rate: 1.2345,
    order_date: "2020-10-01T00:00:00",
    status: 1000131,
    amount_advanced: 10000,
    amount_advanced_currency: 400008,
    email_sent_date: "2020-10-01T09:00:00",
    amount: 11000,
    changed_by_id: 1202,
    modified_date: "2020-11-03T16:45:00",
  }),
  order(36648101, "2020-10-05T14:31:07", {
    port_call: 36344215,
    external_reference_no: "DA1235",
    currency: 400008,
    order_date: "2020-10-05T14:30:00",
    amount_advanced_currency: 400008,
    amount: 7900.5,
  }),
  order(36648150, "2020-10-06T11:00:00", { business_partner: null, order_date: null }),
  order(36648210, "2020-10-20T07:41:46", {
    port_call: 36344217,
    order_date: "2020-10-20T07:41:00",
    exchange_rate: 1,
    status: 1000128,
    amount_advanced_currency: null,
  }),
  // The order of the vendor's update example, whose line has this key.
  order(1116526, "2020-09-01T10:00:00", { external_reference_no: "DA1100", status: 1000130, amount: 10500 }),
  order(136647845, "2020-10-02T09:00:00", {
    owner: 12,
    port_call: 136344213,
    business_partner: null,
    external_reference_no: "OTHER-1",
    currency: 100400132,
    status: 101000129,
    amount_advanced_currency: 100400132,
    amount: 700,
    created_by_id: 1301,
  }),
];

const LINES: readonly Line[] = [
  line(36647846, 36647845, 36567907, {
    amount_estimate: 10000,
    amount_final: 11000,
    changed_by_id: 1202,
    modified_date: "2020-11-03T16:45:00",
  }),
  line(36648102, 36648101, 36567909, { description: "Pilot in and out", amount_estimate: 2150.5 }),
  line(36648103, 36648101, 36567907, { description: "Two tugs in and out", amount_estimate: 4800 }),
  line(36648104, 36648101, 36567908, {
    description: "Agency fee",
    amount_estimate: 950,
    is_owners_cost: 1,
    is_charterers_cost: 0,
    external_reference_no: "DA1235-3",
  }),
  line(1116527, 1116526, 36567906, { amount_estimate: 10000, amount_revised: 10500 }),
  line(136647846, 136647845, 136567909, { owner: 12, amount_estimate: 700, created_by_id: 1301 }),
];

/** The name of the tally of all service orders of a tenant. */
export const DISBURSEMENTS_TALLY = "disbursements";

/** Voyage management: one voyage's port calls, agents, currencies, statuses, service codes, and service orders in every status. */
export const DATALOY: SeedRows = {
  entities: [...ENTITIES, ...OTHER_ENTITIES],
  disbursements: ORDERS,
  disbursement_lines: LINES,
  tallies: [
    { owner: 11, name: DISBURSEMENTS_TALLY, count: 5 },
    { owner: 12, name: DISBURSEMENTS_TALLY, count: 1 },
  ],
};
