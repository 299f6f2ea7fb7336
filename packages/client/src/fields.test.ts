import { expect, expectTypeOf, test } from "vitest";
import type { DataloyClient } from "./dataloy.js";
import { writeFields } from "./fields.js";

declare const dataloy: DataloyClient;
// Nothing that is handed to it is called: the compiler is the judge.
const compiles = (_call: () => unknown): void => undefined;
const path = { key: 1 };

test("fields become the header that Dataloy reads, beside others", () => {
  const fields = { status: { statusTypeCode: true }, amount: true };
  expect(writeFields({ path, fields, header: { noCount: "YES" } })).toEqual({
    path,
    header: { noCount: "YES", fields: '{"status":{"statusTypeCode":"*"},"amount":"*"}' },
  });
  expect(writeFields({ path })).toEqual({ path });
});

test("the header is ASCII whatever the names are", () => {
  expect(writeFields({ fields: { "größe\ud83d\ude00": true } }).header?.fields).toBe(
    '{"gr\\u00f6\\u00dfe\\ud83d\\ude00":"*"}',
  );
});

test("what was asked for is there, and nothing else but key and self", () => {
  const fields = {
    status: { statusTypeCode: true },
    serviceOrderLines: { amountFinal: true },
    portCall: true,
    amount: true,
  } as const;
  compiles(async () => {
    const order = await dataloy.getServiceOrder({ path, fields });
    expectTypeOf(order.key).toEqualTypeOf<number>();
    expectTypeOf(order.amount).toEqualTypeOf<number | null | undefined>();
    expectTypeOf(order.status?.statusTypeCode).toEqualTypeOf<string | undefined>();
    expectTypeOf(order.serviceOrderLines?.[0]?.amountFinal).toEqualTypeOf<number | null | undefined>();
    expectTypeOf(order.portCall).toEqualTypeOf<{ key: number; self: string } | undefined>();
    // @ts-expect-error the exchange rate was not asked for
    order.exchangeRate;
    // @ts-expect-error of the status only the code was asked for
    order.status?.statusTypeDesc;
    // @ts-expect-error of the lines only the final amount was asked for
    order.serviceOrderLines?.[0]?.amountEstimate;
  });
});

test("lists and their rows are narrowed too; without fields everything is there", () => {
  compiles(async () => {
    const [row] = await dataloy.listServiceOrders({ fields: { orderDate: true } });
    expectTypeOf(row?.orderDate).toEqualTypeOf<string | null | undefined>();
    // @ts-expect-error the amount was not asked for
    row?.amount;
    for await (const one of dataloy.listServiceOrders.each({ fields: { orderDate: true } })) {
      // @ts-expect-error the amount was not asked for
      one.amount;
    }
    for await (const one of dataloy.listServiceOrders.each())
      expectTypeOf(one.amount).toEqualTypeOf<number | null | undefined>();
  });
});

test("only fields that there are can be asked for", () => {
  // @ts-expect-error there is no such field
  compiles(() => dataloy.getServiceOrder({ path, fields: { statsu: true } }));
  // @ts-expect-error there is no such field of a status
  compiles(() => dataloy.getServiceOrder({ path, fields: { amount: true, status: { nope: true } } }));
  // @ts-expect-error what is not wanted is left out
  compiles(() => dataloy.getServiceOrder({ path, fields: { amount: false } }));
  // @ts-expect-error nor is an object that is not wanted
  compiles(() => dataloy.getServiceOrder({ path, fields: { status: false } }));
  // @ts-expect-error a text is no tree
  compiles(() => dataloy.getServiceOrder({ path, fields: { status: "*" } }));
  // @ts-expect-error a list is no tree
  compiles(() => dataloy.getServiceOrder({ path, fields: [] }));
  // @ts-expect-error an amount has no fields
  compiles(() => dataloy.getServiceOrder({ path, fields: { amount: { value: true } } }));
  // @ts-expect-error the key is missing
  compiles(() => dataloy.getServiceOrder({ fields: { amount: true } }));
  // @ts-expect-error an update takes no fields
  compiles(() => dataloy.updateServiceOrder({ path, body: {}, fields: { amount: true } }));
});
