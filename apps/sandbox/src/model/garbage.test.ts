import fc from "fast-check";
import { describe, test } from "vitest";
import { MODEL_DATABASES } from "./databases.js";
import { brokenRequests } from "./garbage/broken-requests.js";
import { standUpTo } from "./garbage/stand-up-to.js";
import { assertRuns, onStage, PATIENCE_MS } from "./hold-to-model.js";

const sequence = fc.array(brokenRequests, { minLength: 1, maxLength: 20, size: "max" });

describe.each(MODEL_DATABASES)("on $name", (database) => {
  test(
    "whatever is sent, a caller's mistake is no fault of the sandbox",
    () =>
      onStage(database, async (stage) => {
        await assertRuns(
          database.runs.ofGarbage,
          fc.asyncProperty(sequence, (requests) => standUpTo(stage, requests)),
        );
      }),
    PATIENCE_MS,
  );
});
