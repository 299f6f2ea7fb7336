import { Refusal } from "@quayside/serve";
import { findContainers, findServices } from "../../store/containers.js";
import { takeNumbers } from "../../store/counters.js";
import { fold } from "../../store/fold.js";
import { type Scope, scopeOf } from "../../store/scope.js";
import {
  deleteOrder,
  findOrder,
  hasOrderNumber,
  insertOrder,
  listOrders,
  type StoredItem,
  type StoredOrder,
  updateItems,
  updateOrder,
} from "../../store/service-orders.js";
import type { ContainerRow, ServiceOrderItemRow, ServiceOrderRow } from "../../store/tables.js";
import type { OctopiHandler } from "../context.js";
import { SYSTEM } from "../organisations.js";
import { readTime } from "../times.js";
import { cancelOrder, defaultService, isOpen, pairs, type Service } from "./rules.js";
import { writeOrder } from "./write-order.js";

const DEFAULT_PER = 10;
/** An order of more is a mistake, and would keep everybody else waiting. */
const MAX_ITEMS = 1000;

export const listServiceOrders: OctopiHandler<"listServiceOrders"> = async ({ query }, context) => {
  const { page = 1, per = DEFAULT_PER, order_number, due_at, status, cargo_type, container_id } = query;
  const filter = {
    number_part: order_number,
    due_before: due_at === undefined ? undefined : readTime(due_at),
    status,
    cargo_type,
    container_id,
  };
  const { total, orders } = await listOrders(scopeOf(context), filter, { offset: (page - 1) * per, limit: per });
  const written = orders.map((order) => writeOrder(order, context.owner.timeZone));
  return { status: 200, body: { total_count: total, service_orders: written } };
};

export const getServiceOrder: OctopiHandler<"getServiceOrder"> = async ({ path }, context) => {
  const order = await requireOrder(scopeOf(context), path.order_number);
  return { status: 200, body: writeOrder(order, context.owner.timeZone) };
};

export const createServiceOrder: OctopiHandler<"createServiceOrder"> = async ({ body }, context) => {
  const { order_number, cargo_type, due_at, comment = "", container_ids, service_ids } = body.service_order;
  const scope = scopeOf(context);
  await refuseTaken(scope, order_number);
  if (container_ids.length * service_ids.length > MAX_ITEMS)
    throw new Refusal(422, `More than ${MAX_ITEMS} pairs of a container and a service: make several orders of it.`);
  const cargo = await requireCargo(scope, container_ids, cargo_type);
  const services = await requireServices(scope, service_ids);
  const order: ServiceOrderRow = {
    copy: scope.copy,
    owner: scope.owner,
    id: await takeNumbers(scope.db, scope.copy, "service_order"),
    order_number,
    order_number_folded: fold(order_number),
    due_at: due_at === undefined ? null : readTime(due_at),
    cargo_type,
    status: "pending",
    comment,
    created_at: context.now,
    ordered_by: SYSTEM,
  };
  const wanted = pairs(cargo, services);
  const first = await takeNumbers(scope.db, scope.copy, "service_order_item", wanted.length);
  const rows = wanted.map(({ cargo: { id }, service }, index) => makeItem(order, first + index, id, service));
  await insertOrder(scope, order, rows);
  const items = rows.map((row, index) => onCargo(row, wanted[index]?.cargo));
  return { status: 201, body: writeOrder({ ...order, items }, context.owner.timeZone) };
};

export const updateServiceOrder: OctopiHandler<"updateServiceOrder"> = async ({ path, body }, context) => {
  const scope = scopeOf(context);
  const order = await requireOrder(scope, path.order_number);
  const { order_number, due_at, comment = order.comment } = body.service_order;
  if (order_number !== order.order_number) await refuseTaken(scope, order_number);
  const changed = { ...order, order_number, due_at: due_at === undefined ? order.due_at : readTime(due_at), comment };
  await updateOrder(scope, order, changed);
  return { status: 200, body: writeOrder(changed, context.owner.timeZone) };
};

export const deleteServiceOrder: OctopiHandler<"deleteServiceOrder"> = async ({ path }, context) => {
  const scope = scopeOf(context);
  const order = await requireOrder(scope, path.order_number);
  await deleteOrder(scope, order);
  return { status: 200, body: writeOrder({ ...order, items: [] }, context.owner.timeZone) };
};

export const cancelServiceOrder: OctopiHandler<"cancelServiceOrder"> = async ({ path, body }, context) => {
  const scope = scopeOf(context);
  const order = await requireOrder(scope, path.order_number);
  if (!order.items.some(isOpen))
    throw new Refusal(422, `The service order ${order.order_number} has no open item to cancel.`);
  const cancelled = cancelOrder(order, body.service_order.cancellation_reason, context.now, SYSTEM);
  // An item that stays as it is is the same object.
  await updateItems(
    scope,
    cancelled.items.filter((item, index) => item !== order.items[index]),
  );
  await updateOrder(scope, order, cancelled);
  return { status: 200, body: writeOrder(cancelled, context.owner.timeZone) };
};

async function requireOrder(scope: Scope, numberOrId: string): Promise<StoredOrder> {
  const order = await findOrder(scope, numberOrId);
  if (order === undefined) throw new Refusal(404, `There is no service order ${JSON.stringify(numberOrId)}.`);
  return order;
}

async function refuseTaken(scope: Scope, order_number: string): Promise<void> {
  if (await hasOrderNumber(scope, order_number))
    throw new Refusal(422, `The order number ${JSON.stringify(order_number)} is taken. Choose another one.`);
}

/** In the order of the request; the same piece named twice counts once. */
async function requireCargo(scope: Scope, ids: readonly number[], cargo_type: string): Promise<ContainerRow[]> {
  const found = new Map((await findContainers(scope, ids)).map((container) => [container.id, container]));
  return [...new Set(ids)].map((id) => {
    const container = found.get(id);
    if (container === undefined) throw new Refusal(404, `There is no container or piece of cargo ${id}.`);
    if (container.cargo_type === cargo_type) return container;
    throw new Refusal(422, `${id} is ${container.cargo_type} cargo, and the order is for ${cargo_type} cargo.`);
  });
}

/** In the order of the request. */
async function requireServices(scope: Scope, ids: readonly (number | string)[]): Promise<Service[]> {
  const numbers = ids.filter((id) => typeof id === "number");
  const custom = new Map((await findServices(scope, numbers)).map((service) => [service.id, service.name]));
  return [...new Set(ids)].map((id) => {
    const name = typeof id === "number" ? custom.get(id) : undefined;
    if (name !== undefined) return { service_type: "custom", service_id: String(id), service_name: name };
    const service = typeof id === "string" ? defaultService(id) : undefined;
    if (service !== undefined) return service;
    throw new Refusal(422, `There is no service ${JSON.stringify(id)}.`);
  });
}

function makeItem(order: ServiceOrderRow, id: number, container_id: number, service: Service): ServiceOrderItemRow {
  return {
    copy: order.copy,
    owner: order.owner,
    id,
    order_id: order.id,
    container_id,
    status: "pending",
    ...service,
    cancelled_at: null,
    cancelled_by: null,
    cancellation_reason: null,
    completed_at: null,
    completed_by: null,
  };
}

function onCargo(item: ServiceOrderItemRow, cargo: ContainerRow | undefined): StoredItem {
  const { number = "", description = null, cargo_type = "container" } = cargo ?? {};
  return { ...item, cargo_number: number, cargo_description: description, cargo_type };
}
