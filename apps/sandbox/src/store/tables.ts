import type * as dataloy from "./dataloy-tables.js";
import type * as octopi from "./octopi-tables.js";

export type * from "./dataloy-tables.js";
export type * from "./octopi-tables.js";

/**
 * Every row belongs to one copy of the data: a session's, or a snapshot's. Times are milliseconds since 1970, but for Dataloy's
 * local date-times, which are texts as on the wire. Booleans are 0 and 1, in both databases.
 */
type InCopy = { copy: number };

/** A row that one organisation (Octopi) or tenant (Dataloy) owns. */
export type Owned = InCopy & { owner: number };

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
  containers: octopi.ContainerRow;
  services: octopi.ServiceRow;
  service_orders: octopi.ServiceOrderRow;
  service_order_items: octopi.ServiceOrderItemRow;
  truck_visits: octopi.TruckVisitRow;
  chassis: octopi.ChassisRow;
  bookings: octopi.BookingRow;
  booking_items: octopi.BookingItemRow;
  releases: octopi.ReleaseRow;
  interchanges: octopi.InterchangeRow;
  bills_of_lading: octopi.BillOfLadingRow;
  container_types: octopi.ContainerTypeRow;
  line_items: octopi.LineItemRow;
  holds: octopi.HoldRow;
  bill_of_lading_holds: octopi.BillOfLadingHoldRow;
  hold_events: octopi.HoldEventRow;
  entities: dataloy.EntityRow;
  disbursements: dataloy.DisbursementRow;
  disbursement_lines: dataloy.DisbursementLineRow;
  webhook_subscriptions: dataloy.SubscriptionRow;
  webhook_deliveries: dataloy.DeliveryRow;
  faults: FaultRow;
};

/** All tables. */
export type Tables = CopyTables & { copies: CopyRow; settings: SettingRow };
