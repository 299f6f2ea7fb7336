import fc from "fast-check";
import { describe, test } from "vitest";
import { timeCalls } from "./control/yard-calls.js";
import { MODEL_DATABASES } from "./databases.js";
import { disbursementCalls } from "./dataloy/service-order-calls.js";
import { holdToModel, PATIENCE_MS } from "./hold-to-model.js";
import { DISBURSEMENT_LOOKS } from "./last-looks.js";

const call = fc.oneof(
  { weight: 6, arbitrary: disbursementCalls("demo") },
  { weight: 3, arbitrary: disbursementCalls("demo2") },
  { weight: 1, arbitrary: timeCalls },
);

describe.each(MODEL_DATABASES)("on $name", (database) => {
  test(
    "Dataloy's service orders are answered as a plain list of them would",
    () => holdToModel(database, database.runs.ofCalls, call, DISBURSEMENT_LOOKS),
    PATIENCE_MS,
  );
});
