import { int, maybe, real, type TableColumns, text } from "./schema-tools.js";

const HISTORY = {
  created_by_id: maybe(int),
  created_date: text,
  changed_by_id: maybe(int),
  modified_date: text,
  is_object_active: int,
};

/** Dataloy's tables, whose types stand in `dataloy-tables.ts`. */
export const DATALOY_TABLES: Readonly<Record<string, TableColumns>> = {
  entities: {
    key: ["key"],
    columns: { owner: int, key: int, type: text, code: maybe(text), name: maybe(text), class: maybe(text) },
  },
  disbursements: {
    key: ["owner", "key"],
    columns: {
      owner: int,
      key: int,
      port_call: int,
      business_partner: maybe(int),
      external_reference_no: maybe(text),
      exchange_rate: maybe(real),
      currency: int,
      order_date: maybe(text),
      status: int,
      amount_advanced: maybe(real),
      amount_advanced_currency: maybe(int),
      nomination_email: maybe(text),
      email_sent_date: maybe(text),
      amount: real,
      ...HISTORY,
    },
  },
  disbursement_lines: {
    key: ["service_order", "key"],
    columns: {
      owner: int,
      key: int,
      service_order: int,
      service_code: int,
      description: maybe(text),
      amount_estimate: maybe(real),
      amount_revised: maybe(real),
      amount_final: maybe(real),
      is_owners_cost: maybe(int),
      is_charterers_cost: maybe(int),
      external_reference_no: maybe(text),
      ...HISTORY,
    },
  },
  webhook_subscriptions: {
    key: ["key"],
    columns: {
      owner: int,
      key: int,
      user_key: int,
      url: text,
      event_type: text,
      dataloy_object: maybe(int),
      json: maybe(text),
      do_not_unsubscribe: int,
      is_active: int,
      unsubscription_date: maybe(text),
    },
  },
  webhook_deliveries: {
    key: ["id"],
    columns: {
      owner: int,
      id: int,
      subscription: int,
      service_order: int,
      event_type: text,
      body: text,
      attempts: int,
      state: text,
      next_attempt_at: maybe(int),
      last_error: maybe(text),
      claimed_until: int,
    },
  },
};
