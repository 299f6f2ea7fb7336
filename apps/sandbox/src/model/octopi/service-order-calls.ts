import fc from "fast-check";
import type { Caller, ModelCall } from "../call.js";
import { callOf, instant, mostly, pages, rarely } from "../values.js";

/** Numbers for orders, few, so that they meet; some are another order's id, or differ by case or composition alone. */
const NUMBERS = ["N1", "N1", "n1", "26", "41", "%", "\u00c4B", "A\u0308B", "S/O 1.json"];
/** Numbers and ids in a path: of new orders, and of the seed's, in every status. */
const PATHS = {
  demo: [...NUMBERS, "41", "42", "43", "44", "API_TEST_001", "37", "35", "26", "18", "9", "6", "21", "40", "041"],
  demo2: [...NUMBERS, "41", "42", "43", "OSL-0001", "40", "40", "37"],
} as const;
/** What to look for in the numbers. */
const PARTS = ["", "n", "N1", "_", "%", "!", "\u00e4", "a\u0308", "so12024", "1"];
const STATUSES = ["pending", "in_progress", "partially_completed", "completed", "cancelled"];

const CARGO = {
  demo: { container: [4337700, 28776, 1902, 1120004], vehicle: [2400011, 2400012], breakbulk: [3190442, 2388117] },
  demo2: { container: [5001, 5002], vehicle: [5001], breakbulk: [5002] },
};
const SERVICES = { demo: [721, 722, 723], demo2: [801] };
const DEFAULTS = ["cleaning", "reseal", "inspection", "scanning"];
/** What is of another kind, what only one organisation has, and what nobody has. */
const ODD_CARGO = [999, 0, -5, 5001, 1903, 2400011];
const ODD_SERVICES = [999, 0, 721, 801, "721", "polishing", ""];

/** Calls about service orders, of one organisation. */
export function serviceOrderCalls(as: Caller): fc.Arbitrary<ModelCall> {
  const path = fc.record({ order_number: fc.constantFrom(...PATHS[as]) });
  const call = (operation: string, parts: object) => callOf("octopi", operation, { as: fc.constant(as), ...parts });
  const wrapped = (service_order: fc.Arbitrary<object>) => ({ body: fc.record({ service_order }) });
  return fc.oneof(
    { weight: 4, arbitrary: call("createServiceOrder", wrapped(newOrder(as))) },
    { weight: 2, arbitrary: call("getServiceOrder", { path }) },
    { weight: 3, arbitrary: call("updateServiceOrder", { path, ...wrapped(changes) }) },
    { weight: 2, arbitrary: call("cancelServiceOrder", { path, ...wrapped(cancellation) }) },
    { weight: 1, arbitrary: call("deleteServiceOrder", { path }) },
    { weight: 3, arbitrary: call("listServiceOrders", { query }) },
  );
}

const order_number = fc.constantFrom(...NUMBERS);
const comment = fc.constantFrom("", "Wash it", "\u{1f6a2} %", "a\r\nb");
const changes = fc.record({ order_number, due_at: instant, comment }, { requiredKeys: ["order_number"] });
const cancellation = fc.record({ cancellation_reason: fc.constantFrom("The vessel is delayed", "\u2028") });

function newOrder(as: Caller): fc.Arbitrary<object> {
  const ofKind = (kind: "container" | "vehicle" | "breakbulk") =>
    fc.record(
      {
        order_number,
        cargo_type: fc.constant(kind),
        container_ids: someOf(CARGO[as][kind], ODD_CARGO),
        service_ids: someOf([...SERVICES[as], ...DEFAULTS], ODD_SERVICES),
        due_at: instant,
        comment,
      },
      { requiredKeys: ["order_number", "cargo_type", "container_ids", "service_ids"] },
    );
  const containers = { weight: 4, arbitrary: ofKind("container") };
  return fc.oneof(containers, ofKind("vehicle"), ofKind("breakbulk"));
}

/** One to three of the usual values, now and then with an odd one among them. */
function someOf<Value>(usual: readonly Value[], odd: readonly Value[]) {
  return fc.array(mostly(fc.constantFrom(...usual), fc.constantFrom(...odd)), { minLength: 1, maxLength: 3 });
}

const query = fc.record({
  order_number: rarely(fc.constantFrom(...PARTS)),
  due_at: rarely(instant),
  status: rarely(fc.constantFrom(...STATUSES)),
  cargo_type: rarely(fc.constantFrom("container", "vehicle", "breakbulk")),
  container_id: rarely(fc.constantFrom(4337700, 28776, 1902, 3190442, 2400011, 5001, 999)),
  ...pages,
});
