import { answer, bodyOf, everySecond, inOk, inRequest, onOk, onStatus, withBody, without } from "../../change.ts";
import { asTheOther, lettingIn, otherThan } from "../../credentials.ts";
import { octopi } from "../../define.ts";
import type { Call, Came, Fault, Mutant } from "../../mutant.ts";
import { newestOrder, noOrder, ofOrder, reading, readOrder, urlOf } from "./orders.ts";
import { readTime, writeTime, zoneOf } from "./time.ts";

/** What changing and deleting service orders gets wrong. */
export const CHANGES_OF_SERVICE_ORDERS: readonly Mutant[] = [
  octopi(
    "schema",
    "updateServiceOrder",
    "the time of creation is a number",
    inOk((order) => ({
      ...order,
      created_at: Date.parse(order.created_at),
    })),
  ),
  octopi(
    "status",
    "updateServiceOrder",
    "a changed order is answered 204",
    onOk(({ headers }) => ({ status: 204, headers, body: "" })),
  ),
  octopi(
    "auth",
    "updateServiceOrder",
    "whoever sends any Authorization can change an order",
    lettingIn("octopi", (authorization) => authorization !== undefined),
  ),
  octopi("refusal", "updateServiceOrder", "an update needs no order number", async (call) => {
    const order = bodyOf(call.sent)?.service_order;
    if (call.isValid || typeof order !== "object" || order === null || "order_number" in order)
      return await call.pass();
    const body = JSON.stringify({ service_order: { ...order, order_number: call.path.order_number } });
    return await call.pass({ body });
  }),
  octopi("lost-update", "updateServiceOrder", "an update is answered but not stored", notStored, "getServiceOrder"),
  octopi(
    "lost-update",
    "updateServiceOrder",
    "every second update is answered but not stored",
    everySecond(notStored),
    "getServiceOrder",
  ),
  octopi(
    "lost-update",
    "updateServiceOrder",
    "an update without a comment empties it",
    inRequest(
      ofOrder((order) => ({
        comment: "",
        ...order,
      })),
    ),
  ),
  octopi("lost-update", "updateServiceOrder", "an update without a due time empties it", {
    ...reading((order, { memory }) => (memory.get(`emptied ${order.id}`) ? { ...order, due_at: null } : order)),
    updateServiceOrder: inOk((order, { sent, memory }) => {
      const isEmptied = bodyOf(sent)?.service_order?.due_at === undefined;
      memory.set(`emptied ${order.id}`, isEmptied);
      return isEmptied ? { ...order, due_at: null } : order;
    }),
  }),
  octopi("lost-update", "updateServiceOrder", "after a rename the order still answers under its old number", {
    updateServiceOrder: inOk((order, { memory, path }) => {
      if (path.order_number !== order.order_number) memory.set(`alias ${path.order_number}`, order.order_number);
      return order;
    }),
    getServiceOrder: onStatus(404, async (came, call) => {
      const alias = call.memory.get(`alias ${call.path.order_number}`);
      return alias === undefined ? came : await call.pass({ url: urlOf(String(alias)) });
    }),
  }),
  octopi("lost-update", "updateServiceOrder", "after a rename the order is found under its old number only", {
    updateServiceOrder: inOk((order, { memory, path }) => {
      if (path.order_number === order.order_number) return order;
      memory.set(`alias ${path.order_number}`, order.order_number);
      memory.set(`gone ${order.order_number}`, true);
      return order;
    }),
    getServiceOrder: async (call) => {
      const number = call.path.order_number ?? "";
      const alias = call.memory.get(`alias ${number}`);
      if (alias !== undefined) return await call.pass({ url: urlOf(String(alias)) });
      return call.memory.has(`gone ${number}`) ? noOrder(number) : await call.pass();
    },
  }),
  octopi(
    "read-back",
    "updateServiceOrder",
    "an empty comment does not remove the comment",
    inRequest(ofOrder((order) => (order.comment === "" ? without(order, "comment") : order))),
  ),
  octopi(
    "read-back",
    "updateServiceOrder",
    "an update drops the due time",
    inRequest(ofOrder((order) => without(order, "due_at"))),
  ),
  octopi("read-back", "updateServiceOrder", "an order keeps its number whatever it is renamed to", async (call) => {
    const body = bodyOf(call.sent);
    const order = call.isValid ? await readOrder(call) : undefined;
    if (order === undefined) return await call.pass();
    return await call.pass({
      body: JSON.stringify({ service_order: { ...body.service_order, order_number: order.order_number } }),
    });
  }),
  octopi(
    "duplicates",
    "updateServiceOrder",
    "an order can be renamed to a number that is taken",
    async (call) => {
      const came = await call.pass();
      const order = came.status === 422 && call.isValid ? await readOrder(call) : undefined;
      const wanted = bodyOf(call.sent)?.service_order?.order_number;
      return order === undefined ? came : answer(200, { ...order, order_number: wanted });
    },
    "createServiceOrder",
  ),
  octopi(
    "leak-between-tenants",
    "updateServiceOrder",
    "an order of another organisation can be changed",
    theOthersToo(),
  ),
  octopi(
    "leak-between-tenants",
    "deleteServiceOrder",
    "an order of another organisation can be deleted",
    theOthersToo(),
  ),
  octopi(
    "auth",
    "deleteServiceOrder",
    "an order can be deleted without a token",
    lettingIn("octopi", (authorization) => authorization === undefined),
  ),
  octopi(
    "status",
    "deleteServiceOrder",
    "the deletion of nothing is a success",
    onStatus(404, (_, { path }) => answer(200, { ...NOTHING, order_number: path.order_number })),
  ),
  octopi(
    "schema",
    "deleteServiceOrder",
    "the answer to a deletion has no items at all",
    inOk((order) => without(order, "service_order_items")),
  ),
  octopi(
    "deletion",
    "deleteServiceOrder",
    "a deletion is answered, and the order stays",
    async (call) => {
      const order = await readOrder(call);
      return order === undefined ? await call.pass() : answer(200, { ...order, service_order_items: [] });
    },
    "getServiceOrder",
  ),
  octopi(
    "deletion",
    "deleteServiceOrder",
    "the deletion of an order takes the newest one with it",
    onOk(async (came, call) => {
      const newest = await newestOrder(call);
      if (newest !== undefined) await call.ask("DELETE", urlOf(newest.order_number));
      return came;
    }),
    "createServiceOrder",
    "getServiceOrder",
    "listServiceOrders",
  ),
  octopi("deletion", "deleteServiceOrder", "the answer to a deletion still has the items", async (call) => {
    const order = await readOrder(call);
    const came = await call.pass();
    return came.status === 200 && order !== undefined ? withBody(came, order) : came;
  }),
];

const NOTHING = {
  id: 0,
  due_at: null,
  cargo_type: "container",
  status: "pending",
  comment: "",
  created_at: "2024-01-01T00:00:00-05:00",
  ordered_by: "System",
  service_order_items: [],
};

/** Answers what an update would make of an order. */
async function notStored(call: Call): Promise<Came> {
  const order = call.isValid ? await readOrder(call) : undefined;
  if (order === undefined) return await call.pass();
  const { due_at, ...rest } = bodyOf(call.sent).service_order;
  const due = due_at === undefined ? {} : { due_at: writeTime(readTime(due_at), zoneOf(call)) };
  return answer(200, { ...order, ...rest, ...due });
}

/** Does to another organisation's order what was asked for. */
function theOthersToo(): Fault {
  return async (call) => {
    const came = await call.pass();
    if (came.status !== 404) return came;
    const headers = { authorization: otherThan("octopi", call.sent.headers.authorization) };
    const found = await call.ask("GET", urlOf(call.path.order_number ?? ""), undefined, headers);
    return found.status === 200 ? await asTheOther("octopi", call) : came;
  };
}
