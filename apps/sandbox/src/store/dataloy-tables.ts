import type { Owned } from "./tables.js";

/** An object that service orders refer to: a port call, a business partner, a currency, … */
export type EntityRow = Owned & {
  key: number;
  type: "PortCall" | "BusinessPartner" | "Currency" | "StatusType" | "ServiceCode" | "User";
  /** Null for a port call, which has none. */
  code: string | null;
  name: string | null;
  /** A status's class; only `ServiceOrder` fits a service order. */
  class: string | null;
};

type History = {
  created_by_id: number | null;
  created_date: string;
  changed_by_id: number | null;
  modified_date: string;
  is_object_active: number;
};

/** A service order of Dataloy, which is a disbursement account; Octopi has service orders of its own. */
export type DisbursementRow = Owned &
  History & {
    key: number;
    port_call: number;
    business_partner: number | null;
    external_reference_no: string | null;
    exchange_rate: number | null;
    currency: number;
    order_date: string | null;
    status: number;
    amount_advanced: number | null;
    amount_advanced_currency: number | null;
    nomination_email: string | null;
    email_sent_date: string | null;
    /** Sum of the lines' amounts in the present stage. */
    amount: number;
  };

export type DisbursementLineRow = Owned &
  History & {
    key: number;
    service_order: number;
    service_code: number;
    description: string | null;
    amount_estimate: number | null;
    amount_revised: number | null;
    amount_final: number | null;
    is_owners_cost: number | null;
    is_charterers_cost: number | null;
    external_reference_no: string | null;
  };

export type SubscriptionRow = Owned & {
  key: number;
  user_key: number;
  url: string;
  event_type: "C" | "U";
  /** Only this service order; null for all. */
  dataloy_object: number | null;
  /** A `fields` tree in Base64, as it was given. */
  json: string | null;
  do_not_unsubscribe: number;
  is_active: number;
  unsubscription_date: string | null;
};

export type DeliveryRow = Owned & {
  id: number;
  subscription: number;
  service_order: number;
  event_type: "C" | "U";
  /** The notification, as JSON. */
  body: string;
  attempts: number;
  state: "waiting" | "delivered" | "failed";
  /** By the session's clock; null once it is over. */
  next_attempt_at: number | null;
  last_error: string | null;
  /** By the real clock: until then one process tries to deliver it, and no other. */
  claimed_until: number;
};
