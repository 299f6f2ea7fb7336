import fc from "fast-check";
import { describe, test } from "vitest";
import { yardCalls } from "./control/yard-calls.js";
import { MODEL_DATABASES } from "./databases.js";
import { holdToModel, PATIENCE_MS } from "./hold-to-model.js";
import { ORDER_LOOKS } from "./last-looks.js";
import { serviceOrderCalls } from "./octopi/service-order-calls.js";

const call = fc.oneof(
  { weight: 4, arbitrary: serviceOrderCalls("demo") },
  { weight: 2, arbitrary: serviceOrderCalls("demo2") },
  { weight: 2, arbitrary: yardCalls },
);

describe.each(MODEL_DATABASES)("on $name", (database) => {
  test(
    "service orders are answered as a plain list of them would",
    () => holdToModel(database, database.runs.ofCalls, call, ORDER_LOOKS),
    PATIENCE_MS,
  );
});
