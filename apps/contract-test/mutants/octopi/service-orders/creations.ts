import {
  answer,
  bodyOf,
  inOk,
  inRequest,
  type Json,
  onOk,
  onStatus,
  withBody,
  without,
  withoutHeader,
} from "../../change.ts";
import { lettingIn } from "../../credentials.ts";
import { octopi } from "../../define.ts";
import type { Came, Fault, Mutant } from "../../mutant.ts";
import { creatingAllTheSame, leaving, ofOrder, orElse, showing, urlOf } from "./orders.ts";

/** What creating service orders gets wrong. */
export const CREATIONS_OF_SERVICE_ORDERS: readonly Mutant[] = [
  octopi(
    "status",
    "createServiceOrder",
    "a creation is answered 202",
    onOk((came) => ({ ...came, status: 202 })),
  ),
  octopi(
    "status",
    "createServiceOrder",
    "a taken order number breaks the server",
    onStatus(422, (came, call) =>
      call.isValid ? answer(500, { error: "duplicate key value violates unique constraint" }) : came,
    ),
  ),
  octopi(
    "schema",
    "createServiceOrder",
    "a refusal has a list of errors",
    onStatus(422, (came) => withBody(came, { errors: [JSON.parse(came.body).error] })),
  ),
  octopi(
    "content-type",
    "createServiceOrder",
    "a created order comes without a content type",
    onOk((came) => withoutHeader(came, "content-type")),
  ),
  octopi(
    "auth",
    "createServiceOrder",
    "anybody can create an order",
    lettingIn("octopi", (authorization) => authorization === undefined),
  ),
  octopi(
    "refusal",
    "createServiceOrder",
    "an order without a number gets one",
    creatingAllTheSame(422, (order) => ("order_number" in order ? undefined : { ...order, order_number: "AUTO-1" })),
  ),
  octopi(
    "refusal",
    "createServiceOrder",
    "an order for no containers is taken",
    creatingAllTheSame(422, (order) =>
      Array.isArray(order.container_ids) && order.container_ids.length === 0
        ? { ...order, container_ids: [4337700] }
        : undefined,
    ),
  ),
  octopi(
    "refusal",
    "createServiceOrder",
    "an order for a container that nobody knows is taken",
    creatingAllTheSame(404, (order) => ({
      ...order,
      container_ids: [4337700],
    })),
    "getServiceOrder",
  ),
  octopi(
    "refusal",
    "createServiceOrder",
    "a service that nobody knows is left out without a word",
    creatingAllTheSame(422, (order) =>
      Array.isArray(order.service_ids) && order.service_ids.length > 0
        ? { ...order, service_ids: ["cleaning"] }
        : undefined,
    ),
  ),
  octopi(
    "refusal",
    "createServiceOrder",
    "unknown properties of an order are taken",
    creatingAllTheSame(422, (order) =>
      Object.fromEntries(Object.entries(order).filter(([name]) => PROPERTIES.includes(name))),
    ),
  ),
  octopi(
    "duplicates",
    "createServiceOrder",
    "an order number can be taken twice",
    takenTwice(),
    "getServiceOrder",
    "listServiceOrders",
  ),
  octopi(
    "duplicates",
    "createServiceOrder",
    "a created order has each of its items twice",
    inOk((order) => ({
      ...order,
      service_order_items: order.service_order_items.flatMap((item: Json) => [item, item]),
    })),
  ),
  octopi(
    "read-back",
    "createServiceOrder",
    "the comment of a new order is forgotten",
    inRequest(ofOrder((order) => without(order, "comment"))),
  ),
  octopi(
    "read-back",
    "createServiceOrder",
    "the due time of a new order is forgotten",
    inRequest(ofOrder((order) => without(order, "due_at"))),
  ),
  octopi(
    "read-back",
    "createServiceOrder",
    "only the first container of a new order gets items",
    inRequest(
      ofOrder((order) => ({
        ...order,
        container_ids: order.container_ids.slice(0, 1),
      })),
    ),
  ),
  octopi(
    "read-back",
    "createServiceOrder",
    "the terminal's own services are forgotten beside default ones",
    inRequest(
      ofOrder((order) => {
        const words = order.service_ids.filter((id: Json) => typeof id === "string");
        return words.length === 0 ? order : { ...order, service_ids: words };
      }),
    ),
  ),
  octopi(
    "sorting",
    "createServiceOrder",
    "default services come before the terminal's own",
    showing((order) => ({
      ...order,
      service_order_items: order.service_order_items.toSorted((one: Json, other: Json) =>
        one.container_id === other.container_id ? other.service_type.localeCompare(one.service_type) : 0,
      ),
    })),
  ),
  octopi(
    "wrong-transition",
    "createServiceOrder",
    "a new order is in progress",
    leaving("createServiceOrder", (order) => ({
      ...order,
      status: "in_progress",
    })),
  ),
  octopi(
    "status",
    "createServiceOrder",
    "a number that is taken is answered as if it were not found",
    onStatus(422, async (came, call) => {
      const number = call.isValid ? bodyOf(call.sent).service_order.order_number : "";
      const { status } = await call.ask("GET", urlOf(number));
      return status === 200 ? answer(404, { error: "Not found." }) : came;
    }),
    "getServiceOrder",
  ),
  octopi(
    "lost-update",
    "createServiceOrder",
    "a created order is not stored",
    onOk(async (came, { ask }) => {
      await ask("DELETE", urlOf(JSON.parse(came.body).order_number));
      return came;
    }),
    "getServiceOrder",
  ),
];

const PROPERTIES = ["order_number", "cargo_type", "due_at", "comment", "container_ids", "service_ids"];

/** The second order gets a mark behind its number, which no answer shows. */
function takenTwice(): Readonly<Record<string, Fault>> {
  const mark = "~2";
  const unmark = (came: Came): Came => ({ ...came, body: came.body.replaceAll(`${mark}"`, '"') });
  return {
    getServiceOrder: onOk(unmark),
    listServiceOrders: onOk(unmark),
    createServiceOrder: async (call) => {
      const came = await call.pass();
      if (came.status !== 422 || !call.isValid) return came;
      const { service_order } = bodyOf(call.sent);
      const marked = { ...service_order, order_number: service_order.order_number + mark };
      return unmark(await orElse(came, call.pass({ body: JSON.stringify({ service_order: marked }) })));
    },
  };
}
