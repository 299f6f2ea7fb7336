import { expect, test } from "vitest";
import { openSandbox } from "../testing/open-sandbox.js";

const { ask } = await openSandbox();
const COMPLETE = "/_sandbox/service_order_items/71/complete";

test.each(["0000-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "2016-12-31T23:59:60Z"])(
  "an item is not completed at %s, which no answer could show",
  async (completed_at) => {
    expect((await ask("POST", COMPLETE, { completed_at })).status).toBe(400);
    expect((await ask("GET", "/api/v1/service_orders.json")).status).toBe(200);
  },
);
