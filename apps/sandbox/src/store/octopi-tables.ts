import type { Owned } from "./tables.js";

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
