import type { operations } from "@quayside/types/octopi";
import { expectTypeOf, test } from "vitest";
import type { Call, Handlers, Reply } from "./handler.js";

type Two = Pick<operations, "getServiceOrder" | "deleteLineItem">;
const deleteLineItem: Handlers<Two, unknown>["deleteLineItem"] = async () => ({ status: 204 });
const getServiceOrder: Handlers<Two, unknown>["getServiceOrder"] = async () => {
  throw new Error("It is never called.");
};

test("a handler that is missing, or one too many, does not compile", () => {
  // @ts-expect-error getServiceOrder is missing
  const missing: Handlers<Two, unknown> = { deleteLineItem };
  // @ts-expect-error there is no operation of this name
  const extra: Handlers<Two, unknown> = { deleteLineItem, getServiceOrder, getEverything: getServiceOrder };
  const right: Handlers<Two, unknown> = { deleteLineItem, getServiceOrder };
  void [missing, extra, right];
});

test("an answer with a status or a body that is not documented does not compile", () => {
  // @ts-expect-error a creation alone is answered 201
  const status: Reply<operations["getServiceOrder"]> = { status: 201, body: {} };
  // @ts-expect-error an order has more than an id
  const body: Reply<operations["getServiceOrder"]> = { status: 200, body: { id: 1 } };
  void [status, body];
});

test("a call has its parameters and its body as the spec has them", () => {
  expectTypeOf<Call<operations["getServiceOrder"]>["path"]>().toEqualTypeOf<Readonly<{ order_number: string }>>();
  expectTypeOf<Call<operations["deleteLineItem"]>["body"]>().toEqualTypeOf<undefined>();
});
