import { expectTypeOf, test } from "vitest";
import type { OctopiClient, ServiceOrder } from "./octopi.js";

declare const octopi: OctopiClient;
// Nothing that is handed to it is called: the compiler is the judge. What happens is tested against the sandbox, in apps/client-test.
const compiles = (_call: () => unknown): void => undefined;

test("only what has a key of the caller's is created once", () => {
  const order = { order_number: "1", cargo_type: "container" as const, container_ids: [1], service_ids: [1] };
  compiles(async () => {
    const { data, outcome } = await octopi.createServiceOrder.once({ body: { service_order: order } });
    expectTypeOf(data).toEqualTypeOf<ServiceOrder>();
    expectTypeOf(outcome).toEqualTypeOf<"created" | "found" | "repeated">();
    // @ts-expect-error the body is missing
    octopi.createServiceOrder.once();
    // @ts-expect-error a line item has no such key
    octopi.createLineItem.once;
    // @ts-expect-error an update is none
    octopi.updateServiceOrder.once;
  });
});
