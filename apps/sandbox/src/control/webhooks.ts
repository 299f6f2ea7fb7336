import { Refusal } from "@quayside/serve";
import type { WebhookDelivery, WebhookSubscription } from "@quayside/types/sandbox";
import { mentionedIn } from "../dataloy/references.js";
import { TENANTS, type Tenant } from "../dataloy/tenants.js";
import { readSubscription, writeSubscription } from "../dataloy/webhooks/subscriptions.js";
import { takeNumbers } from "../store/counters.js";
import { findEntities } from "../store/entities.js";
import { scopeOf } from "../store/scope.js";
import type { DeliveryRow, SubscriptionRow } from "../store/tables.js";
import {
  deleteSubscription,
  findSubscription,
  insertSubscription,
  listDeliveries,
  listSubscriptions,
} from "../store/webhooks.js";
import type { ControlContext, ControlHandler } from "./context.js";
import { writeUtcOrNull } from "./write-session.js";

/** So that one change of an order does not have to be told to a crowd. */
const MAX_SUBSCRIPTIONS = 100;

export const createWebhookSubscription: ControlHandler<"createWebhookSubscription"> = async ({ body }, context) => {
  const scope = scopeOf(context);
  if ((await listSubscriptions(scope)).length >= MAX_SUBSCRIPTIONS)
    throw new Refusal(400, `There are ${MAX_SUBSCRIPTIONS} subscriptions. Delete one first.`);
  const entities = await findEntities(scope, mentionedIn([body.user]));
  const key = await takeNumbers(scope.db, scope.copy, "dataloy");
  const row = readSubscription(body, { copy: scope.copy, key, tenant: requireTenant(context), entities });
  await insertSubscription(scope, row);
  return { status: 201, body: await write(context, row) };
};

export const listWebhookSubscriptions: ControlHandler<"listWebhookSubscriptions"> = async (_, context) => {
  const rows = await listSubscriptions(scopeOf(context));
  return { status: 200, body: await Promise.all(rows.map((row) => write(context, row))) };
};

export const getWebhookSubscription: ControlHandler<"getWebhookSubscription"> = async ({ path }, context) => {
  const row = await findSubscription(scopeOf(context), path.key);
  if (row === undefined) throw unknown(path.key);
  return { status: 200, body: await write(context, row) };
};

export const deleteWebhookSubscription: ControlHandler<"deleteWebhookSubscription"> = async ({ path }, context) => {
  if (await deleteSubscription(scopeOf(context), path.key)) return { status: 204 };
  throw unknown(path.key);
};

/** What became of the notifications of all tenants. */
export const listWebhookDeliveries: ControlHandler<"listWebhookDeliveries"> = async (_, { db, copy }) => {
  return { status: 200, body: { webhook_deliveries: (await listDeliveries({ db, copy })).map(writeDelivery) } };
};

function unknown(key: number): Refusal {
  return new Refusal(404, `WebhookSubscription with key ${key} was not found.`);
}

function requireTenant({ owner }: ControlContext): Tenant {
  const tenant = TENANTS.find(({ id }) => id === owner.id);
  if (tenant === undefined) throw new Error("A subscription is made by a tenant.");
  return tenant;
}

async function write(context: ControlContext, row: SubscriptionRow): Promise<WebhookSubscription> {
  return writeSubscription(row, context.origin, await findEntities(scopeOf(context), { keys: [row.user_key] }));
}

function writeDelivery(row: DeliveryRow): WebhookDelivery {
  const { id, subscription, service_order, event_type, attempts, state, last_error } = row;
  const next_attempt_at = writeUtcOrNull(row.next_attempt_at);
  const body: WebhookDelivery["body"] = JSON.parse(row.body);
  return { id, subscription, event_type, service_order, attempts, state, next_attempt_at, last_error, body };
}
