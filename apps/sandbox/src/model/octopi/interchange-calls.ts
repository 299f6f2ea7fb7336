import fc from "fast-check";
import type { Caller, ModelCall } from "../call.js";
import { callOf, instant, mostly, perhaps, rarely } from "../values.js";

/** One that is used much, so that paths meet what was created. Of the odd ones, one has left, and one is the other organisation's. */
const VISITS = { demo: [1876441, 1876441, 1876441, 123], demo2: [9001] };
const ODD_VISITS = [1876440, 9001, 4567, 8];
/** Interchanges of the seed with their visits. */
const SEEDED: Readonly<Record<Caller, readonly [visit: number, id: number][]>> = {
  demo: [
    [1876441, 2205893],
    [1876441, 2205894],
    [34234, 123],
    [123, 12345],
    [123, 353388],
    [123, 353389],
  ],
  demo2: [[9001, 354000]],
};
const NEW = [2205895, 2205895, 2205896, 2205897];

/** Numbers that are known to one organisation or both, ones that are new, and an empty one. */
const CONTAINERS = [
  "CONZ1234674",
  "CONZ1234680",
  "TGHU2210045",
  "TTNU8145870",
  "BSIU2346474",
  "OSLU1000028",
  "NEW1",
  "NEW2",
];
const CHASSIS = ["TESTCH-201", "TESTCH-202", "SEFZ104186", "OSLC0001", "NEW1"];
const BOOKINGS = ["10543688", "BOOKING12APR", "BOOK1234"];
const PURPOSES = ["drop_off", "pick_up"].flatMap((way) =>
  ["container", "container", "chassis", "genset"].map((what) => `${way}_${what}`),
);

/** Calls about interchanges, of one organisation. */
export function interchangeCalls(as: Caller): fc.Arbitrary<ModelCall> {
  const truck_visit_id = mostly(fc.constantFrom(...VISITS[as]), fc.constantFrom(...ODD_VISITS));
  const atVisit = { path: fc.record({ truck_visit_id }) };
  const seeded = fc.constantFrom(...SEEDED[as]).map(([visit, id]) => ({ truck_visit_id: visit, id }));
  const created = fc.record({ truck_visit_id, id: fc.constantFrom(...NEW) });
  const path = fc.oneof(seeded, created);
  const call = (operation: string, parts: object) => callOf("octopi", operation, { as: fc.constant(as), ...parts });
  return fc.oneof(
    { weight: 2, arbitrary: call("listInterchanges", atVisit) },
    { weight: 2, arbitrary: call("getInterchange", { path }) },
    {
      weight: 8,
      arbitrary: call("createInterchange", {
        ...atVisit,
        body: fc.oneof({ weight: 3, arbitrary: newInterchange }, departure, { weight: 4, arbitrary: shuttle }),
      }),
    },
    { weight: 5, arbitrary: call("updateInterchange", { path, body: fc.oneof(changes, removals) }) },
    { weight: 2, arbitrary: call("deleteInterchange", { path }) },
  );
}

const number = (known: readonly string[]) => mostly(fc.constantFrom(...known), fc.constantFrom("NOPE", ""));

const OWN = {
  container_number: number(CONTAINERS),
  chassis_number: number(CHASSIS),
  genset_number: number(["GEN123"]),
};
const OTHERS = {
  booking_number: number(BOOKINGS),
  export_release_number: number(["EXP1", "EXP123"]),
  bill_of_lading_number: number(["TSCW12924362", "TSCW/2024 7", "OSLB0001"]),
  delivery_order_number: number(["DO-20118", "DO-20119"]),
};

type Values = Readonly<Record<string, fc.Arbitrary<unknown>>>;

function eachRarely(values: Values): fc.Arbitrary<object> {
  return fc.record(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rarely(value)])));
}

const changes = fc
  .tuple(perhaps(OWN), eachRarely({ ...OTHERS, completed_at: instant }))
  .map(([own, others]) => ({ ...own, ...others }));
const removals = eachRarely(
  Object.fromEntries(Object.keys({ ...OWN, ...OTHERS }).map((name) => [name, fc.constant(null)])),
);

/** What the interchange is about most often has a number. */
const newInterchange = fc
  .record({
    purpose: fc.constantFrom(...PURPOSES),
    own: fc.record(OWN, { requiredKeys: ["container_number"] }),
    others: eachRarely({ ...OTHERS, completed_at: instant, temperature_letter_vgm: fc.constant(2345) }),
    container_status: fc.constantFrom("full", "empty", undefined),
  })
  .map(({ purpose, own, others, container_status }) => ({ purpose, ...own, ...others, container_status }));

/** A container leaves, unless a hold keeps it. */
const departure = fc.record({
  purpose: fc.constant("pick_up_container"),
  container_number: fc.constantFrom("BSIU2346474", "TTNU8145870", "OSLU1000028"),
  completed_at: instant,
});

/** Two containers come again and again, on one chassis or on none. */
const shuttle = fc.record({
  purpose: fc.constant("drop_off_container"),
  container_number: fc.constantFrom("NEW1", "NEW2"),
  chassis_number: fc.constantFrom("TESTCH-201", "TESTCH-201", undefined),
  completed_at: fc.option(fc.constant("2024-01-29T10:33:55Z"), { nil: undefined, freq: 4 }),
});
