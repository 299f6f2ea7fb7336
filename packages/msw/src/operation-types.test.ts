import { test } from "vitest";
import * as dataloy from "./dataloy.js";
import * as octopi from "./octopi.js";

// Nothing here is called: the compiler is the judge, and a `@ts-expect-error` without an error fails the build.
const compiles = (_call: () => unknown): void => undefined;
const order = octopi.getServiceOrder.example("pending").body;
const said = (message: string) => ({ status: 404, body: { error: message } }) as const;
const error = { error: "No such order." };

test("a reply has a documented status and its body", () => {
  compiles(() => octopi.getServiceOrder({ status: 200, body: order }));
  compiles(() => octopi.getServiceOrder({ status: 404, body: error }));
  compiles(() => octopi.getServiceOrder({ status: 401, body: "HTTP Token: Access denied.\n" }));
  // @ts-expect-error the status is not documented
  compiles(() => octopi.getServiceOrder({ status: 418, body: error }));
  // @ts-expect-error the body of a 200 is an order
  compiles(() => octopi.getServiceOrder({ status: 200, body: error }));
  // @ts-expect-error the body of a 404 is an error
  compiles(() => octopi.getServiceOrder({ status: 404, body: order }));
  // @ts-expect-error the order lacks what an order has
  compiles(() => octopi.getServiceOrder({ status: 200, body: { id: 1 } }));
  // @ts-expect-error the order's status is none
  compiles(() => octopi.getServiceOrder({ status: 200, body: { ...order, status: "done" } }));
  // @ts-expect-error the body is missing
  compiles(() => octopi.getServiceOrder({ status: 200 }));
  // @ts-expect-error the body of a 404 is not text
  compiles(() => octopi.getServiceOrder({ status: 404, body: "No such order." }));
});

test("an answer without content has no body", () => {
  compiles(() => octopi.deleteLineItem({ status: 204 }));
  // @ts-expect-error a 204 has no body
  compiles(() => octopi.deleteLineItem({ status: 204, body: {} }));
});

test("there are the spec's operations and no others", () => {
  // @ts-expect-error there is no such operation
  compiles(() => octopi.getServiceOrders());
  // @ts-expect-error Dataloy cannot cancel
  compiles(() => dataloy.cancelServiceOrder());
});

test("an example's name is one of the operation's", () => {
  compiles(() => octopi.getServiceOrder("cancelled"));
  compiles(() => octopi.getServiceOrder("not-found"));
  // @ts-expect-error there is no such example
  compiles(() => octopi.getServiceOrder("canceled"));
  // @ts-expect-error the example is another operation's
  compiles(() => octopi.getServiceOrder("all-cancelled"));
  // @ts-expect-error there is no such example
  compiles(() => octopi.getServiceOrder.example("canceled"));
});

test("an example's body is that of its status", () => {
  const message: string | undefined = octopi.getServiceOrder.example("not-found").body.error;
  const status: 404 = octopi.getServiceOrder.example("not-found").status;
  compiles(() => [message, status]);
  // @ts-expect-error an error has no items
  compiles(() => octopi.getServiceOrder.example("not-found").body.service_order_items);
});

test("a function is given its operation's request", () => {
  compiles(() => octopi.getServiceOrder(({ path }) => (path.order_number === "SO/1" ? "cancelled" : "not-found")));
  compiles(() => octopi.cancelServiceOrder(({ body }) => said(body.service_order.cancellation_reason)));
  compiles(() => octopi.getInterchange(async ({ path }) => said(path.id.trim())));
  // @ts-expect-error there is no such path value
  compiles(() => octopi.getServiceOrder(({ path }) => said(path.id)));
  // @ts-expect-error a list has no path values
  compiles(() => octopi.listServiceOrders(({ path }) => said(path.order_number)));
  // @ts-expect-error the body has no such property
  compiles(() => octopi.cancelServiceOrder(({ body }) => said(body.service_order.reason)));
  // @ts-expect-error reading an order takes no body
  compiles(() => octopi.getServiceOrder(({ body }) => said(body.service_order)));
});

test("a function gives what may be answered", () => {
  // @ts-expect-error the status is not documented
  compiles(() => octopi.getServiceOrder(() => ({ status: 418, body: error })));
  // @ts-expect-error the body of a 200 is an order
  compiles(() => octopi.getServiceOrder(async () => ({ status: 200, body: error })));
  // @ts-expect-error there is no such example
  compiles(() => octopi.getServiceOrder(() => "canceled"));
});
