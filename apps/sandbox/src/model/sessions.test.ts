import fc from "fast-check";
import { describe, test } from "vitest";
import type { Caller, ModelCall } from "./call.js";
import { sessionCalls } from "./control/session-calls.js";
import { yardCalls } from "./control/yard-calls.js";
import { MODEL_DATABASES } from "./databases.js";
import { disbursementCalls } from "./dataloy/service-order-calls.js";
import { holdToModel, PATIENCE_MS } from "./hold-to-model.js";
import { CARGO_LOOKS, DISBURSEMENT_LOOKS, ORDER_LOOKS } from "./last-looks.js";
import { holdCalls } from "./octopi/hold-calls.js";
import { interchangeCalls } from "./octopi/interchange-calls.js";
import { lineItemCalls } from "./octopi/line-item-calls.js";
import { serviceOrderCalls } from "./octopi/service-order-calls.js";

const callsOf = (as: Caller) =>
  fc.oneof(serviceOrderCalls(as), lineItemCalls(as), holdCalls(as), interchangeCalls(as), disbursementCalls(as));
const call = fc.oneof(
  { weight: 6, arbitrary: callsOf("demo") },
  { weight: 1, arbitrary: callsOf("demo2") },
  { weight: 1, arbitrary: yardCalls },
  { weight: 5, arbitrary: sessionCalls },
);
const inSession = fc
  .tuple(call, fc.constantFrom("one", "two"))
  .map(([one, session]): ModelCall => ({ ...one, session }));

const ofTheFirst = [...ORDER_LOOKS, ...CARGO_LOOKS, ...DISBURSEMENT_LOOKS].filter(({ as }) => as !== "demo2");
const LAST_LOOKS = ["one", "two"].flatMap((session) => ofTheFirst.map((look): ModelCall => ({ ...look, session })));

describe.each(MODEL_DATABASES)("on $name", (database) => {
  test(
    "two sessions with snapshots are answered as two worlds and copies of them would",
    () => holdToModel(database, database.runs.ofCalls, inSession, LAST_LOOKS),
    PATIENCE_MS,
  );
});
