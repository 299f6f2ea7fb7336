import type { Journey } from "../src/run/journey.js";

/** The life of a service order: made, found, changed, renamed, cancelled, removed. */
export const serviceOrderLife: Journey = {
  api: "octopi",
  name: "the life of a service order",
  operationIds: [
    "createServiceOrder",
    "getServiceOrder",
    "listServiceOrders",
    "updateServiceOrder",
    "cancelServiceOrder",
    "deleteServiceOrder",
  ],
  reach: "own",
  needs: ["container_ids", "service_ids"],
  async walk({ octopi, fresh, given, is, refuses }) {
    const order_number = fresh();
    const container_ids = given("container_ids", [4337700, 28776]);
    const service_ids = given<(string | number)[]>("service_ids", ["cleaning", 721]);
    const due_at = "2024-07-20T12:00:00Z";
    const order = {
      order_number,
      cargo_type: "container" as const,
      container_ids,
      service_ids,
      due_at,
      comment: "First",
    };

    const created = await octopi.createServiceOrder({ body: { service_order: order } });
    is("createServiceOrder /status", created.status, "pending");
    is("createServiceOrder /comment", created.comment, "First");
    is("createServiceOrder /due_at", instant(created.due_at), instant(due_at));
    is(
      "createServiceOrder /service_order_items",
      created.service_order_items.length,
      container_ids.length * service_ids.length,
    );
    is(
      "createServiceOrder /service_order_items/#/status",
      [...new Set(created.service_order_items.map((one) => one.status))],
      ["pending"],
    );
    // The terminal's own services come before the default ones (D-57).
    const kinds = created.service_order_items.slice(0, service_ids.length).map((one) => one.service_type);
    is("createServiceOrder /service_order_items/#/service_type", kinds, [...kinds].sort());

    is("getServiceOrder", await octopi.getServiceOrder({ path: { order_number } }), created);
    is(
      "getServiceOrder path.order_number",
      await octopi.getServiceOrder({ path: { order_number: String(created.id) } }),
      created,
    );
    const found = await octopi.listServiceOrders({ query: { order_number } });
    is("listServiceOrders /total_count", found.total_count, 1);
    is("listServiceOrders /service_orders", found.service_orders, [created]);

    const changed = await octopi.updateServiceOrder({
      path: { order_number },
      body: { service_order: { order_number, comment: "Second" } },
    });
    is("updateServiceOrder", changed, { ...created, comment: "Second" });
    const name = fresh();
    const renamed = await octopi.updateServiceOrder({
      path: { order_number },
      body: { service_order: { order_number: name } },
    });
    is("updateServiceOrder /order_number", renamed, { ...changed, order_number: name });
    const path = { order_number: name };
    await refuses(octopi.getServiceOrder({ path: { order_number } }), "getServiceOrder 404", 404);

    const cancelled = await octopi.cancelServiceOrder({
      path,
      body: { service_order: { cancellation_reason: "The vessel is delayed" } },
    });
    is("cancelServiceOrder /status", cancelled.status, "cancelled");
    const reasons = cancelled.service_order_items.map((one) =>
      "cancellation_reason" in one ? one.cancellation_reason : undefined,
    );
    is(
      "cancelServiceOrder /service_order_items/#/cancellation_reason",
      [...new Set(reasons)],
      ["The vessel is delayed"],
    );
    is("getServiceOrder", await octopi.getServiceOrder({ path }), cancelled);
    const again = { path, body: { service_order: { cancellation_reason: "Once more" } } };
    await refuses(octopi.cancelServiceOrder(again), "cancelServiceOrder 422", 422);

    const removed = await octopi.deleteServiceOrder({ path });
    is("deleteServiceOrder /service_order_items", removed.service_order_items, []);
    await refuses(octopi.getServiceOrder({ path }), "getServiceOrder 404", 404);
    await refuses(octopi.deleteServiceOrder({ path }), "deleteServiceOrder 404", 404);
    is("listServiceOrders", (await octopi.listServiceOrders({ query: { order_number: name } })).total_count, 0);
  },
};

function instant(text: string | null): number {
  return Date.parse(text ?? "");
}
