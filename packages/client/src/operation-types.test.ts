import { expectTypeOf, test } from "vitest";
import type { CreateServiceOrderRequest, DataloyClient } from "./dataloy.js";
import type { CancelledServiceOrderItem, OctopiClient, ServiceOrder } from "./octopi.js";
import type { OperationMethod } from "./operation-types.js";

// Nothing here is called: the compiler is the judge, and a `@ts-expect-error` without an error fails the build.
declare const octopi: OctopiClient;
declare const dataloy: DataloyClient;
const compiles = (_call: () => unknown): void => undefined;

const path = { order_number: "SO/1" };
const cancellation = { service_order: { cancellation_reason: "The vessel is late" } };

test("a path value is needed, and has the type of the spec", () => {
  compiles(() => octopi.getServiceOrder({ path }));
  compiles(() => octopi.getInterchange({ path: { truck_visit_id: 1, id: 2 } }));
  // @ts-expect-error the argument is missing
  compiles(() => octopi.getServiceOrder());
  // @ts-expect-error the path is missing
  compiles(() => octopi.getServiceOrder({}));
  // @ts-expect-error the order number is missing
  compiles(() => octopi.getServiceOrder({ path: {} }));
  // @ts-expect-error the order number is a string
  compiles(() => octopi.getServiceOrder({ path: { order_number: 41 } }));
  // @ts-expect-error the order number may be undefined
  compiles(() => octopi.getServiceOrder({ path: { order_number: undefined } }));
  // @ts-expect-error the interchange's id is a number
  compiles(() => octopi.getInterchange({ path: { truck_visit_id: 1, id: "2" } }));
});

test("nothing that the spec does not know is accepted", () => {
  // @ts-expect-error getServiceOrder takes no query
  compiles(() => octopi.getServiceOrder({ path, query: {} }));
  // @ts-expect-error getServiceOrder takes no body
  compiles(() => octopi.getServiceOrder({ path, body: cancellation }));
  // @ts-expect-error there is no such filter
  compiles(() => octopi.listServiceOrders({ query: { colour: "red" } }));
  // @ts-expect-error the filter's value is not one of the statuses
  compiles(() => octopi.listServiceOrders({ query: { status: "done" } }));
  // @ts-expect-error there is no such path value
  compiles(() => octopi.getServiceOrder({ path: { order_number: "SO/1", id: 1 } }));
  // @ts-expect-error there is no such option
  compiles(() => octopi.getServiceOrder({ path }, { timeout: 5 }));
  // @ts-expect-error there is no such operation
  compiles(() => octopi.getServiceOrders());
});

test("an operation that needs nothing may be called with nothing", () => {
  compiles(() => octopi.listServiceOrders());
  compiles(() => octopi.listServiceOrders({}));
  compiles(() => octopi.listServiceOrders(undefined, { timeoutMs: 1 }));
  compiles(() =>
    octopi.listServiceOrders({ query: { status: "pending", page: 2 } }, { signal: new AbortController().signal }),
  );
});

test("a body is needed where the spec needs one, and is that operation's own", () => {
  compiles(() => octopi.cancelServiceOrder({ path, body: cancellation }));
  // @ts-expect-error the body is missing
  compiles(() => octopi.cancelServiceOrder({ path }));
  // @ts-expect-error the body of another operation
  compiles(() => octopi.updateServiceOrder({ path, body: cancellation }));
  // @ts-expect-error there is no such property
  compiles(() => octopi.cancelServiceOrder({ path, body: { service_order: { cancellation_reason: "x", by: "me" } } }));
  const hold = { manifest_client_identifier: "M", bill_of_lading_number: "B", hold_id: 1 };
  compiles(() => octopi.liftHold({ path: hold, body: { hold: { reference_number: "R-1" } } }));
  // @ts-expect-error lifting a hold needs its justification
  compiles(() => octopi.liftHold({ path: hold }));
});

test("a Dataloy reference is written as a key, a code or an object", () => {
  const order: CreateServiceOrderRequest = {
    portCall: 36344213,
    currency: "USD",
    status: { key: 1000131 },
    amountAdvancedCurrency: "EUR",
    serviceOrderLines: [{ serviceCode: "TOW", amountEstimate: 10000 }],
  };
  compiles(() => dataloy.createServiceOrder({ body: order }));
  compiles(() => dataloy.updateServiceOrder({ path: { key: 1 }, body: { status: "FIN" } }));
  const { currency: _, ...withoutCurrency } = order;
  // @ts-expect-error the currency is missing
  compiles(() => dataloy.createServiceOrder({ body: withoutCurrency }));
  // @ts-expect-error the port call has no code
  compiles(() => dataloy.createServiceOrder({ body: { ...order, portCall: "Rotterdam" } }));
  // @ts-expect-error there is no such property
  compiles(() => dataloy.updateServiceOrder({ path: { key: 1 }, body: { colour: "red" } }));
  // @ts-expect-error the key is a number
  compiles(() => dataloy.getServiceOrder({ path: { key: "1" } }));
  // @ts-expect-error there is no such header parameter
  compiles(() => dataloy.getServiceOrder({ path: { key: 1 }, header: { noCount: "YES" } }));
});

test("a call gives the data, an item's fields by its status", async () => {
  expectTypeOf<Awaited<ReturnType<OctopiClient["getServiceOrder"]>>>().toEqualTypeOf<ServiceOrder>();
  compiles(async () => {
    const order = await octopi.getServiceOrder({ path });
    for (const item of order.service_order_items) {
      // @ts-expect-error only a cancelled item says when
      item.cancelled_at;
      if (item.status === "cancelled") expectTypeOf(item.cancelled_at).toEqualTypeOf<string>();
      if (item.status === "cancelled") expectTypeOf(item).toExtend<CancelledServiceOrderItem>();
      // @ts-expect-error a pending item was not cancelled
      if (item.status === "pending") item.cancelled_at;
    }
  });
});

test("a reply's status narrows its body", () => {
  compiles(async () => {
    const reply = await octopi.getServiceOrder.reply({ path });
    expectTypeOf(reply.response).toEqualTypeOf<Response>();
    expectTypeOf(reply.status).toEqualTypeOf<200 | 401 | 404 | 422 | 500>();
    // @ts-expect-error the body may be that of a failure
    reply.body.order_number;
    if (reply.status === 200) expectTypeOf(reply.body).toEqualTypeOf<ServiceOrder>();
    if (reply.status === 404) expectTypeOf(reply.body.error).toEqualTypeOf<string>();
    // @ts-expect-error a 404 has no order
    if (reply.status === 404) reply.body.order_number;
    // @ts-expect-error a 401 may be plain text
    if (reply.status === 401) reply.body.error;
    if (reply.status === 401 && typeof reply.body !== "string") expectTypeOf(reply.body.error).toEqualTypeOf<string>();
    // @ts-expect-error 418 is not documented
    if (reply.status === 418) return;
  });
});

type Empty = { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never };
type NoContent = { responses: { 204: { headers: object; content?: never } } };

test("an operation that takes nothing takes no argument, and no content is undefined", () => {
  const ping = undefined as unknown as OperationMethod<Empty & NoContent>;
  compiles(() => ping());
  compiles(() => ping(undefined, { timeoutMs: 1 }));
  // @ts-expect-error ping takes nothing
  compiles(() => ping({ query: {} }));
  expectTypeOf<Awaited<ReturnType<typeof ping>>>().toEqualTypeOf<undefined>();
});

test("an optional body may be left out", () => {
  type Optional = Omit<Empty, "requestBody"> & {
    requestBody?: { content: { "application/json": { a: 1 } } };
  } & NoContent;
  const save = undefined as unknown as OperationMethod<Optional>;
  compiles(() => save());
  compiles(() => save({ body: { a: 1 } }));
  // @ts-expect-error the body has another type
  compiles(() => save({ body: { a: 2 } }));
});
