import fc from "fast-check";
import { describe, test } from "vitest";
import type { Caller } from "./call.js";
import { timeCalls } from "./control/yard-calls.js";
import { MODEL_DATABASES } from "./databases.js";
import { holdToModel, PATIENCE_MS } from "./hold-to-model.js";
import { CARGO_LOOKS } from "./last-looks.js";
import { holdCalls } from "./octopi/hold-calls.js";
import { interchangeCalls } from "./octopi/interchange-calls.js";
import { lineItemCalls } from "./octopi/line-item-calls.js";

const callsOf = (as: Caller) =>
  fc.oneof(
    { weight: 4, arbitrary: interchangeCalls(as) },
    { weight: 2, arbitrary: lineItemCalls(as) },
    { weight: 2, arbitrary: holdCalls(as) },
  );
const call = fc.oneof(
  { weight: 6, arbitrary: callsOf("demo") },
  { weight: 3, arbitrary: callsOf("demo2") },
  { weight: 1, arbitrary: timeCalls },
);

describe.each(MODEL_DATABASES)("on $name", (database) => {
  test(
    "line items, holds and interchanges are answered as plain lists of them would",
    () => holdToModel(database, database.runs.ofCalls, call, CARGO_LOOKS),
    PATIENCE_MS,
  );
});
