import { expectTypeOf, test } from "vitest";
import { type DataloyClient, or, sortBy, where } from "./dataloy.js";
import type { OctopiClient, ServiceOrder } from "./octopi.js";

declare const octopi: OctopiClient;
declare const dataloy: DataloyClient;
const compiles = (_call: () => unknown): void => undefined;

test("fields narrow what is given", () => {
  compiles(async () => {
    const order = await dataloy.getServiceOrder({
      path: { key: 1 },
      fields: {
        status: { statusTypeCode: true },
        amount: true,
        serviceOrderLines: { amountFinal: true },
        portCall: true,
      },
    });
    expectTypeOf(order.key).toEqualTypeOf<number>();
    expectTypeOf(order.status?.statusTypeCode).toEqualTypeOf<string | undefined>();
    expectTypeOf(order.serviceOrderLines?.[0]?.amountFinal).toEqualTypeOf<number | null | undefined>();
    expectTypeOf(order.portCall?.key).toEqualTypeOf<number | undefined>();
    // @ts-expect-error the exchange rate was not asked for
    order.exchangeRate;
    // @ts-expect-error of the status only the code was asked for
    order.status?.statusTypeDesc;
    // @ts-expect-error
    order.serviceOrderLines?.[0]?.amountEstimate;
    const whole = await dataloy.getServiceOrder({ path: { key: 1 } });
    expectTypeOf(whole.exchangeRate).toEqualTypeOf<number | null | undefined>();
    const [row] = await dataloy.listServiceOrders({ fields: { orderDate: true } });
    // @ts-expect-error
    row?.amount;
    for await (const one of dataloy.listServiceOrders.each({ fields: { orderDate: true } })) {
      expectTypeOf(one.orderDate).toEqualTypeOf<string | null | undefined>();
      // @ts-expect-error
      one.amount;
    }
    for await (const one of dataloy.listServiceOrders.each())
      expectTypeOf(one.amount).toEqualTypeOf<number | null | undefined>();
    for await (const one of octopi.listServiceOrders.each({ query: { status: "pending" } }))
      expectTypeOf(one).toEqualTypeOf<ServiceOrder>();
    for await (const one of octopi.listLineItems.each({ path: { bill_of_lading_id: 1 } }))
      expectTypeOf(one.quantity).toEqualTypeOf<number>();
    // @ts-expect-error a single order has no pages
    octopi.getServiceOrder.each;
    // @ts-expect-error interchanges come at once
    octopi.listInterchanges.each;
    // @ts-expect-error a line item has no key of the caller's
    octopi.createLineItem.once;
  });
  // @ts-expect-error no such field
  compiles(() => dataloy.getServiceOrder({ path: { key: 1 }, fields: { statsu: true } }));
  // @ts-expect-error no such field beside a right one
  compiles(() => dataloy.getServiceOrder({ path: { key: 1 }, fields: { amount: true, status: { nope: true } } }));
  // @ts-expect-error false is no wish
  compiles(() => dataloy.getServiceOrder({ path: { key: 1 }, fields: { amount: false } }));
  // @ts-expect-error the path is missing
  compiles(() => dataloy.getServiceOrder({ fields: { amount: true } }));
});

test("where", () => {
  compiles(() =>
    dataloy.listServiceOrders({
      query: {
        filter: [
          where.status.statusTypeCode.eq("FIN"),
          where.amountAdvanced.gt(1),
          where.serviceOrderLines.amountFinal.lt(2),
          where.businessPartner.left.businessPartnerCode.ne("1"),
          where.orderDate.gte("2020-10-01T00:00:00"),
          where.portCall.isNull(),
        ],
        sort: sortBy.modifiedDate.desc(),
      },
    }),
  );
  compiles(() => dataloy.listServiceOrders({ query: { filter: or(where.key.eq(1), where.key.in(1, 2)) } }));
  // @ts-expect-error no such property
  compiles(() => where.colour.eq("red"));
  // @ts-expect-error an amount is a number
  compiles(() => where.amountAdvanced.eq("1"));
  // @ts-expect-error texts have no order
  compiles(() => where.externalReferenceNo.gt("a"));
  // @ts-expect-error self cannot be filtered
  compiles(() => where.self.eq("a"));
  // @ts-expect-error in needs a value
  compiles(() => where.key.in());
  // @ts-expect-error the status is an object
  compiles(() => where.status.eq("FIN"));
});

test("actions", () => {
  compiles(async () => {
    const { bill_of_lading } = await octopi.listHolds({
      path: { manifest_client_identifier: "1", bill_of_lading_number: "2" },
    });
    const [hold] = bill_of_lading.unlifted_holds;
    const [other] = bill_of_lading.applicable_holds;
    if (!hold || !other) return;
    await octopi.follow(hold.actions.lift, { body: { hold: { reference_number: "1" } } });
    await octopi.follow(other.actions.apply);
    // @ts-expect-error lifting needs its justification
    await octopi.follow(hold.actions.lift);
    // @ts-expect-error applying has no body
    await octopi.follow(other.actions.apply, { body: { hold: { reference_number: "1" } } });
    const page = await octopi.listLineItems({ path: { bill_of_lading_id: 1 } });
    if (page.actions?.next_page) expectTypeOf(await octopi.follow(page.actions.next_page)).toHaveProperty("line_items");
  });
});
