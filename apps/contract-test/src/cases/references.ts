import type { ApiName } from "../api.js";

/** A parameter, or a property of a body wherever it stands, whose values name something that must be there. */
export type Reference = {
  readonly in: "path" | "query" | "header" | "body";
  readonly name: string;
  /** What it names, where its own name does not tell. */
  readonly why?: string;
};

/**
 * Values of one or several places that go together. Places are written `path.id`, `query.page` and `/lines/#/key`; of a row,
 * undefined leaves its place out. What is in a row may be sent; nothing else is sent in these places.
 */
export type Combination = {
  readonly operations: readonly string[];
  readonly places: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly why: string;
};

/** What the parts of a body must keep among each other, though no schema says it. */
export type Bond = {
  readonly operations: readonly string[];
  /** A pointer to an object or a list, with `#` for an element; empty for the body. */
  readonly place: string;
  readonly why: string;
} & ({ readonly members: readonly string[] } | { readonly unique: string });

const inPath = (name: string, why?: string): Reference => ({ in: "path", name, ...(why && { why }) });
const inBody = (name: string, why?: string): Reference => ({ in: "body", name, ...(why && { why }) });

/**
 * Where only documented values are sent: any other one names nothing, and is rightly refused. Null is sent where the schema
 * allows it.
 */
export const REFERENCES: Readonly<Record<ApiName, readonly Reference[]>> = {
  octopi: [
    inPath("order_number"),
    inPath("truck_visit_id"),
    inPath("id", "an interchange, a line item"),
    inPath("bill_of_lading_id"),
    inPath("manifest_client_identifier"),
    inPath("bill_of_lading_number"),
    inPath("hold_id"),
    inBody("container_ids"),
    inBody("service_ids"),
    inBody("container_id"),
    inBody("container_type_label", "one of the organisation's types"),
    inBody("container_number"),
    inBody("booking_number"),
    inBody("chassis_number"),
    inBody("genset_number"),
    inBody("export_release_number"),
    inBody("bill_of_lading_number"),
    inBody("delivery_order_number"),
    inBody("temperature_letter_port_of_discharge", "a port by its UN/LOCODE"),
  ],
  dataloy: [
    inPath("key"),
    { in: "query", name: "filter", why: "properties of an order" },
    { in: "query", name: "sort", why: "a property of an order" },
    { in: "header", name: "fields", why: "properties of an order" },
    inBody("portCall"),
    inBody("businessPartner"),
    inBody("currency"),
    inBody("status"),
    inBody("amountAdvancedCurrency"),
    inBody("serviceCode"),
    inBody("key", "a line of the order"),
  ],
};

/** Values that depend on each other, or of which the documented ones do not all fit the documented record. */
export const COMBINATIONS: Readonly<Record<ApiName, readonly Combination[]>> = {
  octopi: [
    {
      operations: ["createServiceOrder"],
      places: ["/service_order/cargo_type", "/service_order/container_ids"],
      // No example of the spec has a vehicle; the sandbox has this one.
      rows: [
        ["container", [4337700]],
        ["container", [28776]],
        ["breakbulk", [3190442]],
        ["vehicle", [2400011]],
      ],
      why: "an order is for cargo of one type",
    },
    {
      operations: ["createInterchange"],
      places: ["/purpose", "/container_number", "/chassis_number", "/genset_number"],
      rows: [
        ["drop_off_container", "CAIU2340022", undefined, undefined],
        ["drop_off_container", "CAIU2340022", "SEFZ104186", undefined],
        ["drop_off_container", "CAIU2340022", "SEFZ104186", "GEN123"],
        // The container of the documented pick-up is held, and must not leave.
        ["pick_up_container", "SMLU7903607", undefined, undefined],
        ["drop_off_chassis", undefined, "SEFZ104186", undefined],
        ["pick_up_chassis", undefined, "SEFZ104186", undefined],
        ["drop_off_genset", undefined, undefined, "GEN123"],
        ["pick_up_genset", undefined, undefined, "GEN123"],
      ],
      why: "an interchange needs the number of what it is about",
    },
    {
      operations: ["getInterchange", "deleteInterchange"],
      places: ["path.truck_visit_id", "path.id"],
      rows: [
        [1876441, 2205893],
        [123, 353388],
      ],
      why: "an interchange belongs to a visit",
    },
    {
      operations: ["updateInterchange"],
      places: ["path.truck_visit_id", "path.id"],
      rows: [[1876441, 2205893]],
      why: "what may be changed depends on what the interchange is about; this one is about a container",
    },
    {
      operations: ["updateInterchange"],
      places: ["/container_number"],
      rows: [[undefined], ["CON123456"], ["CAIU2340022"]],
      why: "an interchange about a container does not go without its number, so null is refused",
    },
    {
      operations: ["liftHold"],
      places: ["path.hold_id"],
      rows: [[36]],
      why: "only a hold in force can be lifted",
    },
  ],
  dataloy: [
    {
      operations: ["listServiceOrders"],
      places: ["query.filter"],
      rows: [
        [undefined],
        [["status.statusTypeCode(EQ)FIN"]],
        [["status.statusTypeCode(NE)FIN"]],
        [["status.statusTypeCode(IN)(EST,REV)"]],
        [["modifiedDate(GT)2020-10-01T00:00:00"]],
        [["modifiedDate(GTE)2020-10-01T00:00:00", "modifiedDate(LT)2020-11-01T00:00:00"]],
        [["orderDate(LTE)2020-10-05T14:30:00"]],
        [["externalReferenceNo(NULL)"]],
        [["portCall.key(EQ)36344213", "(OR)", "portCall.key(EQ)36344215"]],
        [["businessPartner+.businessPartnerCode(NE)100131"]],
      ],
      why: "properties of an order, with each operator once",
    },
    {
      operations: ["listServiceOrders"],
      places: ["query.sort"],
      rows: [[undefined], ["orderDate(AS)"], ["orderDate(DS)"], ["externalReferenceNo(ASI)"], ["status.key(DSI)"]],
      why: "properties of an order, in each direction once",
    },
    {
      operations: ["createServiceOrder"],
      places: ["/serviceOrderLines/#/serviceOrder"],
      rows: [[undefined]],
      why: "the order is not there yet, so no line can name it",
    },
    {
      operations: ["updateServiceOrder"],
      places: ["/serviceOrderLines/#/serviceOrder"],
      rows: [[36647845], [{ key: 36647845 }], [undefined]],
      why: "a line names the order that it stands on",
    },
    {
      operations: ["updateServiceOrder"],
      places: ["/serviceOrderLines/#/key"],
      rows: [[36647846]],
      why: "the documented order has one line; the other documented keys are of another order",
    },
  ],
};

/** What must be kept inside of a body. */
export const BONDS: Readonly<Record<ApiName, readonly Bond[]>> = {
  octopi: [
    {
      operations: ["createLineItem", "updateLineItem"],
      place: "/line_item/flex_fields/#",
      members: ["label", "value"],
      why: "what a field without one of the two does is not documented",
    },
  ],
  dataloy: [
    {
      operations: ["updateServiceOrder"],
      place: "/serviceOrderLines",
      unique: "key",
      why: "a line is changed once",
    },
  ],
};
