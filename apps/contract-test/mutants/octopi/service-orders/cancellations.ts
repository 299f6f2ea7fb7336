import { answer, bodyOf, inOk, type Json, onOk, onStatus, without } from "../../change.ts";
import { asTheOther, lettingIn } from "../../credentials.ts";
import { octopi } from "../../define.ts";
import type { Call, Came, Fault, Mutant } from "../../mutant.ts";
import { leaving, readOrder } from "./orders.ts";

/** What cancelling service orders gets wrong. */
export const CANCELLATIONS: readonly Mutant[] = [
  octopi(
    "schema",
    "cancelServiceOrder",
    "a cancelled item does not tell who cancelled it",
    inOk(ofItems((item) => without(item, "cancelled_by"))),
  ),
  octopi("status", "cancelServiceOrder", "a cancellation is answered with a status of its own", async ({ pass }) => ({
    ...(await pass()),
    status: 418,
  })),
  octopi(
    "status",
    "cancelServiceOrder",
    "a cancellation is answered 202",
    onOk((came) => ({ ...came, status: 202 })),
  ),
  octopi(
    "status",
    "cancelServiceOrder",
    "a cancellation of an unknown order breaks the server",
    onStatus(404, () => answer(500, { error: "Something went wrong." })),
  ),
  octopi(
    "auth",
    "cancelServiceOrder",
    "any token of the right form can cancel",
    lettingIn("octopi", (authorization) => /^Token token=./.test(authorization ?? "")),
  ),
  octopi(
    "leak-between-tenants",
    "cancelServiceOrder",
    "an order of another organisation can be cancelled",
    async (call) => {
      const came = await call.pass();
      return came.status === 404 ? await asTheOther("octopi", call) : came;
    },
  ),
  octopi(
    "refusal",
    "cancelServiceOrder",
    "a cancellation needs no reason",
    mending((reason) => reason === undefined),
  ),
  octopi(
    "refusal",
    "cancelServiceOrder",
    "a cancellation takes an empty reason",
    mending((reason) => reason === ""),
  ),
  octopi(
    "refusal",
    "cancelServiceOrder",
    "a cancellation takes a number for a reason",
    mending((reason) => typeof reason === "number"),
  ),
  octopi(
    "wrong-transition",
    "cancelServiceOrder",
    "a cancellation cancels completed items too",
    leaving("cancelServiceOrder", (order, call) => ({
      ...order,
      status: "cancelled",
      service_order_items: order.service_order_items.map((item: Json) =>
        item.status === "completed" ? cancelled(item, order, call) : item,
      ),
    })),
    "listServiceOrders",
  ),
  octopi(
    "wrong-transition",
    "cancelServiceOrder",
    "a cancellation leaves the last item open",
    leaving("cancelServiceOrder", (order) => ({
      ...order,
      service_order_items: order.service_order_items.map((item: Json, index: number) =>
        index === order.service_order_items.length - 1 && item.status === "cancelled" ? reopened(item) : item,
      ),
    })),
  ),
  octopi(
    "wrong-transition",
    "cancelServiceOrder",
    "each item is cancelled at a time of its own",
    leaving("cancelServiceOrder", (order) => ({
      ...order,
      service_order_items: order.service_order_items.map((item: Json, index: number) =>
        item.status === "cancelled" && index > 0 ? { ...item, cancelled_at: oneSecondLater(item.cancelled_at) } : item,
      ),
    })),
  ),
  octopi(
    "wrong-transition",
    "cancelServiceOrder",
    "a cancellation changes items that were cancelled before",
    leaving("cancelServiceOrder", (order, { sent }) => ({
      ...order,
      service_order_items: order.service_order_items.map((item: Json) =>
        item.status === "cancelled"
          ? { ...item, cancellation_reason: bodyOf(sent).service_order.cancellation_reason }
          : item,
      ),
    })),
    "listServiceOrders",
    "getServiceOrder",
  ),
  octopi(
    "wrong-transition",
    "cancelServiceOrder",
    "an order stays pending when all of its items are cancelled",
    leaving("cancelServiceOrder", (order) => ({
      ...order,
      status: order.status === "cancelled" ? "pending" : order.status,
    })),
  ),
  octopi(
    "wrong-transition",
    "cancelServiceOrder",
    "an order with completed items is cancelled as a whole",
    leaving("cancelServiceOrder", (order) => ({
      ...order,
      status: "cancelled",
    })),
    "listServiceOrders",
  ),
  octopi(
    "wrong-transition",
    "cancelServiceOrder",
    "a cancelled order can be cancelled again",
    onStatus(422, async (came, call) => {
      const order = call.isValid ? await readOrder(call) : undefined;
      return order === undefined ? came : answer(200, order);
    }),
  ),
  octopi(
    "wrong-transition",
    "cancelServiceOrder",
    "a completed order can be cancelled, and stays as it is",
    onStatus(422, async (came, call) => {
      const order = call.isValid ? await readOrder(call) : undefined;
      return order?.status === "completed" ? answer(200, order) : came;
    }),
  ),
  octopi(
    "read-back",
    "cancelServiceOrder",
    "the reason of a cancellation is forgotten",
    leaving(
      "cancelServiceOrder",
      ofItems((item) => (item.status === "cancelled" ? { ...item, cancellation_reason: "" } : item)),
    ),
  ),
  octopi(
    "read-back",
    "cancelServiceOrder",
    "a cancellation empties the comment",
    leaving("cancelServiceOrder", (order) => ({
      ...order,
      comment: "",
    })),
    "createServiceOrder",
  ),
  octopi(
    "lost-update",
    "cancelServiceOrder",
    "a cancellation is answered but not stored",
    notStored,
    "getServiceOrder",
  ),
];

function ofItems(change: (item: Json) => Json): (order: Json) => Json {
  return (order) => ({ ...order, service_order_items: order.service_order_items.map(change) });
}

function cancelled(item: Json, order: Json, { sent }: Call): Json {
  const { cancelled_at = order.created_at } =
    order.service_order_items.find((one: Json) => one.status === "cancelled") ?? {};
  const { cancellation_reason } = bodyOf(sent).service_order;
  const rest = without(item, "completed_at", "completed_by");
  return { ...rest, status: "cancelled", cancelled_at, cancelled_by: "System", cancellation_reason };
}

function reopened(item: Json): Json {
  return { ...without(item, "cancelled_at", "cancelled_by", "cancellation_reason"), status: "pending" };
}

/** In the same offset; no clock is changed within that second. */
function oneSecondLater(time: string): string {
  const next = new Date(Date.parse(`${time.slice(0, 19)}Z`) + 1000);
  return next.toISOString().slice(0, 19) + time.slice(19);
}

/** Puts a reason where there is none to its liking. */
function mending(isFor: (reason: unknown) => boolean): Fault {
  return async (call) => {
    const order = bodyOf(call.sent)?.service_order;
    if (call.isValid || typeof order !== "object" || order === null || !isFor(order.cancellation_reason))
      return await call.pass();
    const body = JSON.stringify({ service_order: { ...order, cancellation_reason: "None" } });
    return await call.pass({ body });
  };
}

/** Answers what a cancellation would make of an order. */
async function notStored(call: Call): Promise<Came> {
  const order = call.isValid ? await readOrder(call) : undefined;
  const isOpen = ({ status }: Json) => status === "pending" || status === "in_progress";
  if (order === undefined || !order.service_order_items.some(isOpen)) return await call.pass();
  const items = order.service_order_items.map((item: Json) => (isOpen(item) ? cancelled(item, order, call) : item));
  const isWhole = items.every(({ status }: Json) => status === "cancelled");
  return answer(200, { ...order, status: isWhole ? "cancelled" : "partially_completed", service_order_items: items });
}
