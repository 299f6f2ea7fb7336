import { prepare } from "./prepare.js";
import { insertRows } from "./rows.js";
import type { Scope } from "./scope.js";
import type { DeliveryRow, SubscriptionRow } from "./tables.js";

/** Stores a new subscription. */
export async function insertSubscription({ db }: Scope, subscription: SubscriptionRow): Promise<void> {
  await insertRows(db, "webhook_subscriptions", [subscription]);
}

/** The tenant's subscriptions by key, those that are switched off included. */
export async function listSubscriptions(scope: Scope): Promise<SubscriptionRow[]> {
  return await subscriptionsOf(scope).orderBy("key").execute();
}

/** Finds a subscription by its key. */
export async function findSubscription(scope: Scope, key: number): Promise<SubscriptionRow | undefined> {
  return await subscriptionsOf(scope).where("key", "=", key).executeTakeFirst();
}

function subscriptionsOf({ db, copy, owner }: Scope) {
  return db.selectFrom("webhook_subscriptions").selectAll().where("copy", "=", copy).where("owner", "=", owner);
}

/**
 * Removes a subscription; what was not delivered yet is not tried again.
 *
 * @returns Whether there was one.
 */
export async function deleteSubscription(scope: Scope, key: number): Promise<boolean> {
  const { db, copy, owner } = scope;
  const gone = db.deleteFrom("webhook_subscriptions").where("copy", "=", copy).where("owner", "=", owner);
  const { numDeletedRows } = await gone.where("key", "=", key).executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  await giveUpDeliveries(scope, key, "The subscription was deleted.");
  return true;
}

/** Gives up what waits to be delivered for a subscription. */
export async function giveUpDeliveries(
  { db, copy }: Pick<Scope, "db" | "copy">,
  subscription: number,
  last_error: string,
): Promise<void> {
  await db
    .updateTable("webhook_deliveries")
    .set({ state: "failed", next_attempt_at: null, last_error })
    .where("copy", "=", copy)
    .where("state", "=", "waiting")
    .where("subscription", "=", subscription)
    .execute();
}

/** The subscriptions in force that are to hear of an event of an order, by key. */
export async function findSubscribers(
  { db, copy, owner }: Scope,
  event_type: SubscriptionRow["event_type"],
  order: number,
): Promise<SubscriptionRow[]> {
  return await subscribers(db, { copy, owner, event_type, order });
}

type Event = { copy: number; owner: number; event_type: SubscriptionRow["event_type"]; order: number };

const subscribers = prepare((db, { copy, owner, event_type, order }: Event) =>
  db
    .selectFrom("webhook_subscriptions")
    .selectAll()
    .where("copy", "=", copy)
    .where("owner", "=", owner)
    .where("event_type", "=", event_type)
    .where("is_active", "=", 1)
    .where((build) => build.or([build("dataloy_object", "is", null), build("dataloy_object", "=", order)]))
    .orderBy("key"),
);

/** Stores notifications that are to be delivered. */
export async function insertDeliveries({ db }: Scope, deliveries: readonly DeliveryRow[]): Promise<void> {
  await insertRows(db, "webhook_deliveries", deliveries);
}

/** All notifications of a session and what became of them, the oldest first. */
export async function listDeliveries({ db, copy }: Pick<Scope, "db" | "copy">): Promise<DeliveryRow[]> {
  return await db.selectFrom("webhook_deliveries").selectAll().where("copy", "=", copy).orderBy("id").execute();
}
