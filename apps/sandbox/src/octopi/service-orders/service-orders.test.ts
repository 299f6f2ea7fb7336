import { describe, expect, test } from "vitest";
import { DATABASES } from "../../testing/databases.js";
import { openSandbox } from "../../testing/open-sandbox.js";

const ORDERS = "/api/v1/service_orders";
const documented = {
  service_order: {
    order_number: "API_TEST_002",
    cargo_type: "container",
    due_at: "2024-05-20T00:00:00Z",
    comment: "New SO",
    container_ids: [4337700],
    service_ids: ["cleaning", 721],
  },
};

describe.each(DATABASES)("on $name", ({ make }) => {
  test("the documented creation is answered as documented", async () => {
    const database = await make();
    const { ask } = await openSandbox({ database: database.url });
    const { status, body } = await ask("POST", ORDERS, documented);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: 41,
      order_number: "API_TEST_002",
      due_at: "2024-05-19T20:00:00-04:00",
      cargo_type: "container",
      status: "pending",
      comment: "New SO",
      created_at: "2024-01-29T05:33:55-05:00",
      ordered_by: "System",
      service_order_items: [
        {
          id: 74,
          container_id: 4337700,
          status: "pending",
          container_number: "0317933",
          service_type: "custom",
          service_id: 721,
          service_name: "Repainting",
        },
        {
          id: 75,
          container_id: 4337700,
          status: "pending",
          container_number: "0317933",
          service_type: "default",
          service_id: "cleaning",
          service_name: "Cleaning (Default)",
        },
      ],
    });
  });
});
