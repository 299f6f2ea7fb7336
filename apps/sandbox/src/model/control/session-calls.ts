import fc from "fast-check";
import type { ModelCall } from "../call.js";
import { callOf } from "../values.js";

const path = fc.record({ snapshot_name: fc.constantFrom("a", "a", "a", "a", "B.1_-") });

const now = fc.constantFrom(
  "2024-03-10T07:00:00Z",
  "1969-12-31T23:59:59Z",
  "9998-01-01T00:00:00Z",
  "2023-07-01T00:00:00.25+02:00",
);
const frozen = fc.boolean();
const time = fc.oneof(fc.record({ now }), fc.record({ frozen }), fc.record({ now, frozen }));
const seed = fc.record(
  { size: fc.constant(0), number: fc.constantFrom(0, 1, 7, 4_294_967_295) },
  { requiredKeys: ["size"] },
);

/** Calls about a whole session: its snapshots, its clock, its seed. */
export const sessionCalls: fc.Arbitrary<ModelCall> = fc.oneof(
  { weight: 6, arbitrary: callOf("sandbox", "takeSnapshot", { path }) },
  { weight: 6, arbitrary: callOf("sandbox", "restoreSnapshot", { path }) },
  { weight: 2, arbitrary: callOf("sandbox", "listSnapshots") },
  { weight: 2, arbitrary: callOf("sandbox", "deleteSnapshot", { path }) },
  { weight: 2, arbitrary: callOf("sandbox", "getSession") },
  { weight: 2, arbitrary: callOf("sandbox", "resetSession") },
  { weight: 1, arbitrary: callOf("sandbox", "loadSeed", { body: seed }) },
  { weight: 1, arbitrary: callOf("sandbox", "deleteSession") },
  { weight: 1, arbitrary: callOf("sandbox", "getClock") },
  { weight: 3, arbitrary: callOf("sandbox", "setClock", { body: time }) },
  { weight: 1, arbitrary: callOf("sandbox", "resetClock") },
);
