import type { ServiceOrder, WebhookNotification } from "@quayside/types/dataloy";
import { takeNumbers } from "../../store/counters.js";
import type { StoredDisbursement } from "../../store/disbursements.js";
import { scopeOf } from "../../store/scope.js";
import type { DeliveryRow, SubscriptionRow } from "../../store/tables.js";
import { findSubscribers, insertDeliveries } from "../../store/webhooks.js";
import type { DataloyContext } from "../context.js";
import { writeEntity } from "../entity.js";
import type { FieldTree } from "../fields.js";
import { writeLocalTime } from "../local-time.js";
import { USUAL_VIEW } from "../service-orders/views.js";
import { writeOrder } from "../service-orders/write-order.js";
import { readChosenFields } from "./subscriptions.js";

/**
 * Has everybody told who subscribed to an event of an order: within the request's transaction the notifications are stored,
 * and once it is committed they go out.
 *
 * @param order - As it is after the event.
 */
export async function notify(
  context: DataloyContext,
  event: SubscriptionRow["event_type"],
  order: StoredDisbursement,
  poke: () => void,
): Promise<void> {
  const scope = scopeOf(context);
  const subscriptions = await findSubscribers(scope, event, order.key);
  if (subscriptions.length === 0) return;
  const first = await takeNumbers(scope.db, scope.copy, "webhook_delivery", subscriptions.length);
  const deliveries: DeliveryRow[] = [];
  for (const [index, subscription] of subscriptions.entries()) {
    const fields: FieldTree = subscription.json === null ? USUAL_VIEW : readChosenFields(subscription.json);
    const resource = await writeOrder(scope, order, fields, context.origin);
    deliveries.push(makeDelivery(context, subscription, first + index, resource));
  }
  await insertDeliveries(scope, deliveries);
  context.afterCommit.push(poke);
}

function makeDelivery(
  { copy, now, origin }: DataloyContext,
  { owner, key, event_type }: SubscriptionRow,
  id: number,
  resource: ServiceOrder,
): DeliveryRow {
  const notification: WebhookNotification = {
    // A session that begins again counts anew, and time goes on.
    id: [copy, now, id].map((number) => number.toString(16)).join(":"),
    eventTime: writeLocalTime(now),
    eventType: event_type,
    objectType: "ServiceOrder",
    dataloyObject: resource.key,
    dataloyObjectSelf: resource.self,
    subscription: writeEntity(origin, "WebhookSubscription", key),
    resource,
  };
  return {
    copy,
    owner,
    id,
    subscription: key,
    service_order: resource.key,
    event_type,
    body: JSON.stringify(notification),
    attempts: 0,
    state: "waiting",
    next_attempt_at: now,
    last_error: null,
    claimed_until: 0,
  };
}
