/**
 * Every row belongs to one copy of the data: a session's, or a snapshot's. Times are milliseconds since 1970, but for Dataloy's
 * local date-times, which are texts as on the wire. Booleans are 0 and 1, in both databases.
 */
type InCopy = { copy: number };

/** A row that one organisation (Octopi) or tenant (Dataloy) owns. */
type Owned = InCopy & { owner: number };

/** A copy of the data. Whoever writes to it holds a lock on this row until the end of the transaction. */
export type CopyRow = {
  id: number;
  kind: "session" | "snapshot";
  /** A session's name; a snapshot's is `<session>/<snapshot>`. */
  name: string;
  made_at: number;
  seed_size: number;
  seed_number: number;
  /** The time at which the clock stands; null while it runs. */
  clock_frozen_at: number | null;
  /** Added to the real time while the clock runs. */
  clock_offset_ms: number;
  /** Counts the transactions that wrote to it. */
  version: number;
  /** How many scripted calls are left, so that a request without any asks no further. */
  faults: number;
};

/** The next number of a sequence. */
export type CounterRow = InCopy & { name: string; next: number };

/** How many rows there are of a kind, kept up to date so that a list need not count them. */
export type TallyRow = Owned & { name: string; count: number };

export type ContainerRow = Owned & {
  id: number;
  number: string;
  /** What the piece of cargo is; null for a container. */
  description: string | null;
  cargo_type: "container" | "vehicle" | "breakbulk";
  type_label: string | null;
  status: "full" | "empty" | null;
  weight: number | null;
  weight_unit: string | null;
  has_damages: number;
  is_reefer: number;
  is_flatrack: number;
  /** The chassis that it stands on. */
  chassis_id: number | null;
};

export type ServiceRow = Owned & { id: number; name: string };

export type ServiceOrderRow = Owned & {
  id: number;
  order_number: string;
  /** For the search, in lower case. */
  order_number_folded: string;
  due_at: number | null;
  cargo_type: "container" | "vehicle" | "breakbulk";
  status: "pending" | "in_progress" | "partially_completed" | "completed" | "cancelled";
  comment: string;
  created_at: number;
  ordered_by: string;
};

export type ServiceOrderItemRow = Owned & {
  id: number;
  order_id: number;
  container_id: number;
  status: "pending" | "in_progress" | "completed" | "cancelled";
  service_type: "default" | "custom";
  /** A number in digits for a custom service. */
  service_id: string;
  service_name: string;
  cancelled_at: number | null;
  cancelled_by: string | null;
  cancellation_reason: string | null;
  completed_at: number | null;
  completed_by: string | null;
};

export type TruckVisitRow = Owned & { id: number; gated_out_at: number | null };

export type ChassisRow = Owned & { id: number; number: string };

export type BookingRow = Owned & {
  id: number;
  booking_number: string;
  is_runner: number;
  trucking_company_id: number | null;
  trucking_company_name: string | null;
  shipper_name: string | null;
  voyage_number: string | null;
  ship_name: string | null;
  port_of_discharge: string | null;
  port_of_loading: string | null;
  port_of_delivery: string | null;
};

export type BookingItemRow = Owned & {
  id: number;
  booking_id: number;
  /** Place in the booking's list, from 0. */
  position: number;
  line_item_number: number;
  quantity: number;
  description: string;
  container_id: number | null;
  container_type_label: string;
};

/** A number that an interchange may name and about which nothing else is known. */
export type ReleaseRow = Owned & { kind: "export_release" | "delivery_order"; number: string };

export type InterchangeRow = Owned & {
  id: number;
  truck_visit_id: number;
  type: "interchange_in" | "interchange_out";
  subject: "container" | "chassis" | "genset";
  container_id: number | null;
  container_status: "full" | "empty" | null;
  chassis_id: number | null;
  genset_number: string | null;
  booking_id: number | null;
  export_release_number: string | null;
  bill_of_lading_number: string | null;
  delivery_order_number: string | null;
  completed_at: number | null;
  temperature_letter_port_of_discharge: string | null;
  temperature_letter_vgm: number | null;
  /** The fields of the flat shape that nothing here writes (seals, weights, readings of a reefer), as a JSON object. */
  readings: string;
};

export type BillOfLadingRow = Owned & { id: number; number: string; manifest_client_identifier: string };

export type ContainerTypeRow = Owned & { label: string };

export type LineItemRow = Owned & {
  id: number;
  bill_of_lading_id: number;
  container_id: number;
  quantity: number;
  container_type_label: string | null;
  container_weight: number | null;
  container_weight_unit: string | null;
  /** A JSON array of label and value. */
  flex_fields: string;
};

/** A kind of hold that an organisation knows. */
export type HoldRow = Owned & { id: number; name: string; description: string };

/** A hold on a bill of lading. It is in force from `applied_at` on, unless it was lifted after that and stays so. */
export type BillOfLadingHoldRow = Owned & {
  bill_of_lading_id: number;
  hold_id: number;
  /** Null while it was never applied. */
  applied_at: number | null;
  lifted_at: number | null;
  /** When a lifted hold is in force again; null for never. */
  lift_until: number | null;
};

export type HoldEventRow = Owned & {
  id: number;
  bill_of_lading_id: number;
  hold_id: number;
  event: "applied" | "lifted";
  at: number;
  by: string;
  reference_number: string | null;
  lift_until: number | null;
};

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

export type FaultRow = InCopy & {
  id: number;
  api: "octopi" | "dataloy";
  operation_id: string;
  calls: number;
  remaining: number;
  /** What happens, as the control API takes it, in JSON. */
  fault: string;
};

/** Facts about the database as a whole. */
export type SettingRow = { name: string; value: string };

/** The tables whose rows belong to a copy, by name. */
export type CopyTables = {
  counters: CounterRow;
  tallies: TallyRow;
  containers: ContainerRow;
  services: ServiceRow;
  service_orders: ServiceOrderRow;
  service_order_items: ServiceOrderItemRow;
  truck_visits: TruckVisitRow;
  chassis: ChassisRow;
  bookings: BookingRow;
  booking_items: BookingItemRow;
  releases: ReleaseRow;
  interchanges: InterchangeRow;
  bills_of_lading: BillOfLadingRow;
  container_types: ContainerTypeRow;
  line_items: LineItemRow;
  holds: HoldRow;
  bill_of_lading_holds: BillOfLadingHoldRow;
  hold_events: HoldEventRow;
  entities: EntityRow;
  disbursements: DisbursementRow;
  disbursement_lines: DisbursementLineRow;
  webhook_subscriptions: SubscriptionRow;
  webhook_deliveries: DeliveryRow;
  faults: FaultRow;
};

/** All tables. */
export type Tables = CopyTables & { copies: CopyRow; settings: SettingRow };
