import { describe, expect, test } from "vitest";
import {
  cancelOrder,
  completeItem,
  defaultService,
  type Item,
  pairs,
  type Service,
  startItem,
  statusOf,
} from "./rules.js";

const NOW = Date.parse("2024-01-29T10:50:02Z");

function item(status: Item["status"], changes: Partial<Item> = {}): Item {
  return {
    copy: 1,
    owner: 1,
    id: 1,
    order_id: 1,
    container_id: 1,
    status,
    service_type: "default",
    service_id: "cleaning",
    service_name: "Cleaning (Default)",
    cancelled_at: null,
    cancelled_by: null,
    cancellation_reason: null,
    completed_at: null,
    completed_by: null,
    ...changes,
  };
}

function order(...items: Item[]) {
  return {
    copy: 1,
    owner: 1,
    id: 1,
    order_number: "A",
    order_number_folded: "a",
    due_at: null,
    cargo_type: "container" as const,
    status: statusOf(items, "pending"),
    comment: "",
    created_at: 0,
    ordered_by: "System",
    items,
  };
}

const own: Service = { service_type: "custom", service_id: "721", service_name: "Repainting" };
const cleaning: Service = { service_type: "default", service_id: "cleaning", service_name: "Cleaning (Default)" };

describe("items of a new order", () => {
  test("go container by container, own services before default ones", () => {
    const made = pairs(["a", "b"], [cleaning, own]).map(({ cargo, service }) => `${cargo} ${service.service_id}`);
    expect(made).toEqual(["a 721", "a cleaning", "b 721", "b cleaning"]);
  });

  test.each(["cleaning", "reseal", "inspection", "scanning"])(
    "%s is a default service, with a name in title case",
    (id) => {
      expect(defaultService(id)?.service_name).toBe(`${id[0]?.toUpperCase()}${id.slice(1)} (Default)`);
    },
  );

  test.each(["painting", "Cleaning", "", "constructor"])("%j is no default service", (id) => {
    expect(defaultService(id)).toBeUndefined();
  });
});

describe("an order's status", () => {
  test.each([
    [["pending", "pending"], "pending"],
    [["pending", "in_progress"], "in_progress"],
    [["pending", "completed"], "in_progress"],
    [["pending", "cancelled"], "pending"],
    [["completed", "completed"], "completed"],
    [["completed", "cancelled"], "partially_completed"],
    [["cancelled", "cancelled"], "cancelled"],
  ] as const)("with items %j is %s", (statuses, status) => {
    expect(
      statusOf(
        statuses.map((one) => item(one)),
        "pending",
      ),
    ).toBe(status);
  });

  test("stays cancelled, whatever is added", () => {
    expect(statusOf([item("cancelled"), item("pending")], "cancelled")).toBe("cancelled");
  });
});

describe("cancelling", () => {
  test("leaves completed items as they are", () => {
    const before = order(item("completed"), item("pending"), item("in_progress"));
    expect(cancelOrder(before, "late", NOW, "System").items.map(({ status }) => status)).toEqual([
      "completed",
      "cancelled",
      "cancelled",
    ]);
  });

  test("gives all open items one time, one reason and one name", () => {
    const { items } = cancelOrder(order(item("pending"), item("in_progress")), "late", NOW, "System");
    for (const one of items)
      expect(one).toMatchObject({ cancelled_at: NOW, cancelled_by: "System", cancellation_reason: "late" });
  });

  test("leaves the time and reason of what was cancelled before", () => {
    const earlier = item("cancelled", { cancelled_at: 1, cancellation_reason: "twice" });
    expect(cancelOrder(order(earlier, item("pending")), "late", NOW, "System").items[0]).toBe(earlier);
  });

  test("makes an order with completed items partially completed", () => {
    expect(cancelOrder(order(item("completed"), item("pending")), "late", NOW, "System").status).toBe(
      "partially_completed",
    );
  });

  test("makes an order without completed items cancelled", () => {
    expect(cancelOrder(order(item("pending")), "late", NOW, "System").status).toBe("cancelled");
  });
});

describe("work in the yard", () => {
  test("starts a pending item", () => {
    expect(startItem(item("pending")).status).toBe("in_progress");
  });

  test.each(["in_progress", "completed", "cancelled"] as const)("does not start an item that is %s", (status) => {
    expect(() => startItem(item(status))).toThrow(`The item 1 is ${status}`);
  });

  test.each(["pending", "in_progress"] as const)("completes an item that is %s, with time and name", (status) => {
    expect(completeItem(item(status), NOW, "Ann")).toMatchObject({
      status: "completed",
      completed_at: NOW,
      completed_by: "Ann",
    });
  });

  test.each(["completed", "cancelled"] as const)("does not complete an item that is %s", (status) => {
    expect(() => completeItem(item(status), NOW, null)).toThrow(`The item 1 is ${status} already.`);
  });
});
