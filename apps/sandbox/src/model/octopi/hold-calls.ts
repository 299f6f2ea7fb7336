import fc from "fast-check";
import type { Caller, ModelCall } from "../call.js";
import { callOf, mostly } from "../values.js";

type BillName = readonly [manifest: string, number: string];

const BILLS: Readonly<Record<Caller, readonly BillName[]>> = {
  demo: [
    ["2018010126", "TSCW12924362"],
    ["2018010126", "TSCW/2024 7"],
    ["MANIFEST_CLIENT_IDENTIFIER", "BILL_OF_LADING_NUMBER"],
  ],
  demo2: [["OSL-24-01", "OSLB0001"]],
};
/** One that is not on that manifest, and one of the other organisation. */
const ODD_BILLS: readonly BillName[] = [
  ["2018010126", "BILL_OF_LADING_NUMBER"],
  ["OSL-24-01", "OSLB0001"],
  ["2018010126", "TSCW12924362"],
];
const HOLDS = { demo: [34, 36, 36, 36, 54], demo2: [60] };

/** Calls about holds, of one organisation. */
export function holdCalls(as: Caller): fc.Arbitrary<ModelCall> {
  const bill = mostly(fc.constantFrom(...BILLS[as]), fc.constantFrom(...ODD_BILLS));
  const hold_id = mostly(fc.constantFrom(...HOLDS[as]), fc.constantFrom(36, 60, 7));
  const path = fc.tuple(bill, hold_id).map(([name, id]) => ({ ...pathOf(name), hold_id: id }));
  const call = (operation: string, parts: object) => callOf("octopi", operation, { as: fc.constant(as), ...parts });
  const query = fc.oneof(
    fc.constant({}),
    bill.map(([, number]) => ({ bill_of_lading_number: number })),
  );
  return fc.oneof(
    { weight: 2, arbitrary: call("listHolds", { path: bill.map(pathOf) }) },
    { weight: 2, arbitrary: call("applyHold", { path }) },
    { weight: 3, arbitrary: call("liftHold", { path, body: fc.record({ hold: lifting }) }) },
    { weight: 1, arbitrary: callOf("sandbox", "listHoldEvents", { query }) },
  );
}

function pathOf([manifest_client_identifier, bill_of_lading_number]: BillName) {
  return { manifest_client_identifier, bill_of_lading_number };
}

/** Until days and instants around the time of the tests, which moves on by hours, days and months. */
const lifting = fc.record(
  {
    reference_number: fc.constantFrom("RCPT-1", "\u00fc"),
    lift_until: mostly(
      fc.constantFrom(
        "2024-01-29",
        "2024-01-30",
        "2024-03-31",
        "2024-01-29T10:33:55Z",
        "2024-01-29T10:33:55.500Z",
        "2024-01-29T12:00:00+01:00",
      ),
      fc.constantFrom("0001-01-01", "9999-12-31T23:59:59Z"),
    ),
  },
  { requiredKeys: ["reference_number"] },
);
