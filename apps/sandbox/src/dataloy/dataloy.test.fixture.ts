import { REAL_CLOCK } from "../clock.js";
import { insertDisbursement, type StoredDisbursement } from "../store/disbursements.js";
import type { Entities } from "../store/entities.js";
import { openStore, type Store } from "../store/open-store.js";
import { insertRows } from "../store/rows.js";
import type { DisbursementLineRow, DisbursementRow, EntityRow } from "../store/tables.js";

/** Where the rows of these tests lie: in the first copy of a new database. */
export const PLACE = { copy: 1, owner: 11 };

/** When they were made, and when a test changes them. */
export const BEFORE = "2020-10-01T08:10:12";
export const LATER = "2020-10-12T10:02:41";

const HISTORY = {
  created_by_id: 1201,
  created_date: BEFORE,
  changed_by_id: null,
  modified_date: BEFORE,
  is_object_active: 1,
};

/** An object that orders refer to. A status is one of service orders, unless it says otherwise. */
export function entity(
  key: number,
  type: EntityRow["type"],
  code: string | null,
  more: Partial<EntityRow> = {},
): EntityRow {
  return { ...PLACE, key, type, code, name: null, class: type === "StatusType" ? "ServiceOrder" : null, ...more };
}

/** The objects of these tests, by key. */
export const ENTITIES: Entities = new Map(
  [
    entity(1, "PortCall", null),
    entity(2, "PortCall", null),
    entity(10, "BusinessPartner", "100131", { name: "Harbour Agency" }),
    entity(11, "BusinessPartner", "abc", { name: "Fjord Agency" }),
    entity(20, "Currency", "USD"),
    entity(21, "Currency", "EUR"),
    entity(30, "StatusType", "EST", { name: "Estimate" }),
    entity(31, "StatusType", "REV", { name: "Revised" }),
    entity(32, "StatusType", "FIN", { name: "Final" }),
    entity(33, "StatusType", "OPR", { class: "Voyage" }),
    entity(40, "ServiceCode", "TOW"),
    entity(41, "ServiceCode", "PIL"),
    entity(1201, "User", "demo"),
  ].map((one) => [one.key, one]),
);

/** A stored order: an estimate without optional values. Its lines are numbered from its key on. */
export function order(
  key: number,
  values: Partial<DisbursementRow> = {},
  lines: readonly Partial<DisbursementLineRow>[] = [],
): StoredDisbursement {
  return {
    ...PLACE,
    key,
    port_call: 1,
    business_partner: null,
    external_reference_no: null,
    exchange_rate: null,
    currency: 20,
    order_date: null,
    status: 30,
    amount_advanced: null,
    amount_advanced_currency: 20,
    nomination_email: null,
    email_sent_date: null,
    amount: 0,
    ...HISTORY,
    ...values,
    lines: lines.map((more, index) => line(key + 1 + index, key, more)),
  };
}

/** A stored line. */
export function line(
  key: number,
  service_order: number,
  values: Partial<DisbursementLineRow> = {},
): DisbursementLineRow {
  return {
    ...PLACE,
    key,
    service_order,
    service_code: 40,
    description: null,
    amount_estimate: null,
    amount_revised: 0,
    amount_final: 0,
    is_owners_cost: null,
    is_charterers_cost: null,
    external_reference_no: null,
    ...HISTORY,
    ...values,
  };
}

/** A new database with a session, in which the objects and some orders are. */
export async function openFilled(orders: readonly StoredDisbursement[], database = ":memory:"): Promise<Store> {
  const store = await openStore(database);
  await store.write(async (db) => {
    const session = {
      id: PLACE.copy,
      kind: "session",
      name: "default",
      made_at: 0,
      seed_size: 0,
      seed_number: 0,
      version: 0,
      faults: 0,
    } as const;
    await db
      .insertInto("copies")
      .values({ ...session, ...REAL_CLOCK })
      .execute();
    await insertRows(db, "entities", [...ENTITIES.values()]);
    for (const one of orders) await insertDisbursement({ db, ...PLACE }, one);
  });
  return store;
}
