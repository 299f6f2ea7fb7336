import fc from "fast-check";
import { callOf, mostly, perhaps } from "../values.js";

/** Items of new orders, and of orders of the seed; 73 is the other organisation's. */
const ITEMS = [74, 75, 76, 77, 78, 79, 80, 81, 1, 48, 49, 50, 71, 73, 999];

const path = fc.record({ id: fc.constantFrom(...ITEMS) });
const how = perhaps({
  completed_by: fc.constantFrom("Yard Supervisor", "", null),
  completed_at: mostly(
    fc.constantFrom("2024-01-29T10:00:00Z", "2024-07-01T00:00:00.5+02:00", null),
    fc.constantFrom("0000-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "2016-12-31T23:59:60Z"),
  ),
});

/** Time that goes by. */
export const timeCalls = callOf("sandbox", "advanceClock", {
  body: fc.record({ seconds: fc.constantFrom(0.5, 1, 3600, 86_400, 100 * 86_400) }),
});

/** What people in the yard do, and time that goes by. */
export const yardCalls = fc.oneof(
  callOf("sandbox", "startServiceOrderItem", { path }),
  callOf("sandbox", "completeServiceOrderItem", { path, body: how }),
  callOf("sandbox", "completeServiceOrderItem", { path }),
  timeCalls,
);
