import { type Expression, sql } from "kysely";
import { lockCopy } from "./copies.js";
import type { Db, Store } from "./open-store.js";
import type { CopyRow, DeliveryRow, SubscriptionRow } from "./tables.js";
import { giveUpDeliveries } from "./webhooks.js";

/** Names a delivery: its number within a session. */
export type DeliveryName = { readonly session: string; readonly id: number };

/** A delivery that is being tried, and the claim on it. */
export type ClaimedDelivery = DeliveryName &
  Pick<DeliveryRow, "body" | "attempts" | "claimed_until"> & { readonly url: string };

/** What is to be kept of an attempt: an error, or null when the delivery was accepted. */
export type AttemptResult = { readonly error: string | null; readonly time: number; readonly localTime: string };

const ATTEMPTS = 5;
const PAUSE_MS = 60_000;

/** Deliveries of sessions that are due by their session's clock, and that nobody is trying, the oldest first. */
export async function findDueDeliveries(db: Db, realTime: number, limit: number): Promise<DeliveryName[]> {
  return await waitingDeliveries(db)
    .select(["copies.name as session", "delivery.id"])
    .where("delivery.claimed_until", "<=", realTime)
    .where("delivery.next_attempt_at", "<=", timeOfCopy(realTime))
    .orderBy("delivery.next_attempt_at")
    .orderBy("delivery.id")
    .limit(limit)
    .execute();
}

/** Whether any delivery of a session waits, due or not. */
export async function hasWaitingDeliveries(db: Db): Promise<boolean> {
  return (await waitingDeliveries(db).select("delivery.id").limit(1).executeTakeFirst()) !== undefined;
}

function waitingDeliveries(db: Db) {
  return db
    .selectFrom("copies")
    .innerJoin("webhook_deliveries as delivery", "delivery.copy", "copies.id")
    .where("copies.kind", "=", "session")
    .where("delivery.state", "=", "waiting");
}

/** As `timeOf` has it. */
function timeOfCopy(realTime: number): Expression<number> {
  return sql`coalesce(copies.clock_frozen_at, copies.clock_offset_ms + ${realTime})`;
}

/**
 * Claims a delivery, so that no other process tries it meanwhile.
 *
 * @param claimMs - After how long the claim ends by itself: whoever holds it may be gone by then.
 * @returns undefined when it was claimed or done already, or nobody wants it any more.
 */
export async function claimDelivery(
  store: Store,
  { session, id }: DeliveryName,
  clock: () => number,
  claimMs: number,
): Promise<ClaimedDelivery | undefined> {
  return await store.write(async (db) => {
    const copy = await lockCopy(db, "session", session);
    if (copy === undefined) return undefined;
    // Now, and not before the wait for the lock.
    const realTime = clock();
    const [claimed] = await db
      .updateTable("webhook_deliveries")
      .set({ claimed_until: realTime + claimMs })
      .where("copy", "=", copy.id)
      .where("id", "=", id)
      .where("state", "=", "waiting")
      .where("claimed_until", "<=", realTime)
      .returning(["subscription", "body", "attempts", "claimed_until"])
      .execute();
    if (claimed === undefined) return undefined;
    const subscription = await findSubscription(db, copy.id, claimed.subscription);
    if (subscription?.is_active === 1) return { ...claimed, session, id, url: subscription.url };
    await giveUpDeliveries({ db, copy: copy.id }, claimed.subscription, "The subscription is not in force.");
    return undefined;
  });
}

/**
 * Keeps what came of an attempt. One that failed is made again after a minute of the session's time; after the fifth the
 * subscription is switched off, unless it is to stay. Nothing is kept once the claim is lost.
 *
 * @param readResult - Gets the session as it is now.
 */
export async function keepResult(
  store: Store,
  claimed: ClaimedDelivery,
  readResult: (session: CopyRow) => AttemptResult,
): Promise<void> {
  await store.write(async (db) => {
    const copy = await lockCopy(db, "session", claimed.session);
    if (copy === undefined) return;
    const result = readResult(copy);
    const delivery = await db
      .updateTable("webhook_deliveries")
      .set({ ...stateAfter(claimed.attempts + 1, result), last_error: result.error, claimed_until: 0 })
      .where("copy", "=", copy.id)
      .where("id", "=", claimed.id)
      .where("state", "=", "waiting")
      .where("claimed_until", "=", claimed.claimed_until)
      .returning(["state", "subscription"])
      .executeTakeFirst();
    if (delivery?.state === "failed") await switchOff(db, copy.id, delivery.subscription, result.localTime);
  });
}

function stateAfter(attempts: number, { error, time }: AttemptResult) {
  if (error === null) return { attempts, state: "delivered", next_attempt_at: null } as const;
  if (attempts >= ATTEMPTS) return { attempts, state: "failed", next_attempt_at: null } as const;
  return { attempts, state: "waiting", next_attempt_at: time + PAUSE_MS } as const;
}

async function switchOff(db: Db, copy: number, key: number, unsubscription_date: string): Promise<void> {
  const subscription = await findSubscription(db, copy, key);
  if (subscription === undefined || subscription.do_not_unsubscribe === 1) return;
  await db
    .updateTable("webhook_subscriptions")
    .set({ is_active: 0, unsubscription_date })
    .where("copy", "=", copy)
    .where("key", "=", key)
    .execute();
  await giveUpDeliveries({ db, copy }, key, "The subscription was switched off.");
}

async function findSubscription(db: Db, copy: number, key: number): Promise<SubscriptionRow | undefined> {
  const subscriptions = db.selectFrom("webhook_subscriptions").selectAll().where("copy", "=", copy);
  return await subscriptions.where("key", "=", key).executeTakeFirst();
}
