import { test } from "vitest";
import { MODEL_DATABASES } from "./databases.js";
import { onStage } from "./hold-to-model.js";
import { play } from "./play.js";

// Sequences that failed once, as they were printed. A new one is added here, with what it showed as its name.

test.each(MODEL_DATABASES)(
  "on $name, an item that was completed at no possible time does not break the list",
  (database) =>
    onStage(database, (stage) =>
      play(stage, [
        {
          api: "sandbox",
          operation: "completeServiceOrderItem",
          path: { id: 71 },
          body: { completed_at: "0000-01-01T00:00:00Z" },
        },
        { api: "octopi", operation: "listServiceOrders" },
      ]),
    ),
);
