import { answer, bodyOf, inOk, isOk, type Json, without } from "../../change.ts";
import type { Call, Came, Fault } from "../../mutant.ts";

const COLLECTION = "/api/v1/service_orders.json";

/** Where an order is. */
export function urlOf(numberOrId: string): string {
  return `/api/v1/service_orders/${encodeURIComponent(numberOrId)}.json`;
}

/** Reads the order that a call is about; undefined where there is none. */
export async function readOrder(call: Call, numberOrId = call.path.order_number ?? ""): Promise<Json | undefined> {
  const came = await call.ask("GET", urlOf(numberOrId));
  return came.status === 200 ? JSON.parse(came.body) : undefined;
}

/** Every answer that shows orders shows them changed. */
export function showing(change: (order: Json, call: Call) => Json): Readonly<Record<string, Fault>> {
  const one = inOk(change);
  return {
    createServiceOrder: one,
    updateServiceOrder: one,
    cancelServiceOrder: one,
    deleteServiceOrder: one,
    ...reading(change),
  };
}

/** Reading shows orders changed. */
export function reading(change: (order: Json, call: Call) => Json): Readonly<Record<string, Fault>> {
  return {
    getServiceOrder: inOk(change),
    listServiceOrders: inOk((page, call) => ({
      ...page,
      service_orders: page.service_orders.map((order: Json) => change(order, call)),
    })),
  };
}

/**
 * A write leaves an order other than it should be, and reading shows it so.
 *
 * @param change - What it answers in place of the order; the properties that differ are kept in mind.
 */
export function leaving(
  operationId: string,
  change: (order: Json, call: Call) => Json,
): Readonly<Record<string, Fault>> {
  return {
    ...reading((order, { memory }) => ({ ...order, ...(memory.get(`order ${order.id}`) ?? {}) })),
    [operationId]: inOk((order, call) => {
      const changed = change(order, call);
      const same = Object.keys(order).filter((name) => JSON.stringify(order[name]) === JSON.stringify(changed[name]));
      call.memory.set(`order ${order.id}`, without(changed, ...same));
      return changed;
    }),
  };
}

/** Creates an order all the same where the request was refused, with something put right in it. */
export function creatingAllTheSame(status: number, mend: (order: Json) => Json | undefined): Fault {
  return async (call) => {
    const came = await call.pass();
    const order = came.status === status ? bodyOf(call.sent)?.service_order : undefined;
    const mended = typeof order === "object" && order !== null ? mend(order) : undefined;
    if (mended === undefined) return came;
    const body = JSON.stringify({ service_order: mended });
    return await orElse(
      came,
      call.pass({ headers: { ...call.sent.headers, "content-type": "application/json" }, body }),
    );
  };
}

/** The second answer, unless it is a refusal too. */
export async function orElse(came: Came, second: Promise<Came>): Promise<Came> {
  const other = await second;
  return isOk(other) ? other : came;
}

/** The newest order of all. */
export async function newestOrder({ ask }: Call): Promise<Json | undefined> {
  const came = await ask("GET", `${COLLECTION}?per=1`);
  return came.status === 200 ? JSON.parse(came.body).service_orders[0] : undefined;
}

/** What is said of an order that is not there. */
export function noOrder(number: string): Came {
  return answer(404, { error: `There is no service order ${JSON.stringify(number)}.` });
}

/** Changes the order in the body of a request. */
export function ofOrder(change: (order: Json) => Json): (body: Json) => Json {
  return (body) => ({ service_order: change(body.service_order) });
}
