import fc from "fast-check";
import type { Caller, ModelCall } from "../call.js";
import { callOf, mostly, pages, perhaps } from "../values.js";

const BILLS = { demo: [1001, 1003, 1003], demo2: [1101] };
/** Line items of the seed with their bills of lading. */
const SEEDED: Readonly<Record<Caller, readonly [bill: number, id: number][]>> = {
  demo: [
    [1001, 38],
    [1001, 1221],
    [1003, 1222],
    [1003, 38],
  ],
  demo2: [[1001, 38]],
};
const NEW = [1223, 1224, 1225];
/** Containers of the gate's calls among them, so that holds of the bill of lading reach them; and one that is registered there. */
const CONTAINERS = {
  demo: [1902, 123456789, 1120001, 1120003, 1120004, 1120004, 1101190, 12346],
  demo2: [5001, 5002, 5002],
};
/** New ones of the gate, a vehicle, one of the other organisation, and none. */
const ODD_CONTAINERS = [130_000_001, 130_000_002, 2400011, 5001, 28776, 999];
const TYPES = { demo: ["40DV", "40HC"], demo2: ["20DV", "40HC"] };

/** Calls about line items, of one organisation. */
export function lineItemCalls(as: Caller): fc.Arbitrary<ModelCall> {
  const bill_of_lading_id = mostly(fc.constantFrom(...BILLS[as]), fc.constantFrom(1002, 1101, 7));
  const seeded = fc.constantFrom(...SEEDED[as]).map(([bill, id]) => ({ bill_of_lading_id: bill, id }));
  const path = fc.oneof(seeded, fc.record({ bill_of_lading_id, id: fc.constantFrom(...NEW) }));
  const call = (operation: string, parts: object) => callOf("octopi", operation, { as: fc.constant(as), ...parts });
  const onBill = { path: fc.record({ bill_of_lading_id }) };
  const wrapped = (line_item: fc.Arbitrary<object>) => ({ body: fc.record({ line_item }) });
  return fc.oneof(
    call("listLineItems", { ...onBill, query: fc.record(pages) }),
    call("createLineItem", { ...onBill, ...wrapped(valuesOf(as, ["container_id"])) }),
    call("updateLineItem", { path, ...wrapped(valuesOf(as, [])) }),
    call("deleteLineItem", { path }),
  );
}

function valuesOf(as: Caller, requiredKeys: "container_id"[]): fc.Arbitrary<object> {
  const values = {
    container_id: fc.oneof(fc.constantFrom(...CONTAINERS[as]), fc.constantFrom(...CONTAINERS[as], ...ODD_CONTAINERS)),
    container_type_label: mostly(fc.constantFrom(...TYPES[as]), fc.constantFrom("40RF", "")),
    container_weight: fc.constantFrom(0, -1, 4000.5, 1e-7),
    container_weight_unit: fc.constantFrom("kg", "lb"),
    flex_fields: fc.array(flexField, { maxLength: 3 }),
  };
  return fc.record(values, { requiredKeys });
}

const label = fc.constantFrom("Customs entry", "__proto__", "");
const value = fc.constantFrom("TE-1", "");
const flexField = mostly(fc.record({ label, value }), perhaps({ label, value }));
