import { afterEach, expect } from "vitest";
import type { Store } from "../../store/open-store.js";
import type { DeliveryRow, SubscriptionRow } from "../../store/tables.js";
import { findSubscription, insertDeliveries, insertSubscription, listDeliveries } from "../../store/webhooks.js";
import { openFilled, PLACE } from "../dataloy.test.fixture.js";
import { Deliverer } from "./deliver.js";

/** What the clock of these tests shows first. */
export const NOW = Date.parse("2024-01-29T10:33:55Z");
export const MINUTE_MS = 60_000;

/** A subscription in force, to changes of every order. */
export const SUBSCRIPTION: SubscriptionRow = {
  ...PLACE,
  key: 500,
  user_key: 1201,
  url: "https://agent.example/dataloy",
  event_type: "U",
  dataloy_object: null,
  json: null,
  do_not_unsubscribe: 0,
  is_active: 1,
  unsubscription_date: null,
};

/** A notification that is due. */
export function delivery(id: number): DeliveryRow {
  return {
    ...PLACE,
    id,
    subscription: 500,
    service_order: 100,
    event_type: "U",
    body: `{"id":"${id}"}`,
    attempts: 0,
    state: "waiting",
    next_attempt_at: NOW,
    last_error: null,
    claimed_until: 0,
  };
}

/** What is to be closed after the test, the last one first. */
export const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

/** Answers a notification. */
export type Receiver = (body: string) => Promise<Response> | Response;

/** A store with deliveries, and a way to make deliverers, all with one receiver and one clock. */
export async function setUp(
  receive: Receiver,
  {
    database = ":memory:",
    ids = [1],
    ...subscription
  }: Partial<SubscriptionRow> & { database?: string; ids?: number[] } = {},
) {
  const store = await openFilled([], database);
  open.push(store);
  await store.write(async (db) => {
    await insertSubscription({ db, ...PLACE }, { ...SUBSCRIPTION, ...subscription });
    await insertDeliveries({ db, ...PLACE }, ids.map(delivery));
  });
  const received: string[] = [];
  const time = { now: NOW };
  const fetch = async (_: unknown, { body, signal }: RequestInit = {}) => {
    received.push(String(body));
    return await Promise.race([receive(String(body)), rejectionBy(signal)]);
  };
  const onFault = (fault: unknown) => expect(fault).toBeUndefined();
  const make = (on = store) => {
    const deliverer = new Deliverer({ store: on, fetch, clock: () => time.now, onFault });
    open.push(deliverer);
    return deliverer;
  };
  return { store, received, time, make };
}

function rejectionBy(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
}

/** An answer that is given when the test says so. */
export function awaited() {
  let answer = () => {};
  const response = new Promise<Response>((resolve) => {
    answer = () => resolve(new Response());
  });
  return { response, answer: () => answer() };
}

/** Has deliverers look, and waits until nothing is under way. */
export async function poke(...deliverers: Deliverer[]): Promise<void> {
  for (const one of deliverers) one.poke();
  for (const one of deliverers) await one.settled();
}

/** All deliveries, as they are stored. */
export async function deliveriesIn(store: Store): Promise<DeliveryRow[]> {
  return await store.read((db) => listDeliveries({ db, ...PLACE }));
}

/** The subscription, as it is stored. */
export async function subscriptionIn(store: Store): Promise<SubscriptionRow | undefined> {
  return await store.read((db) => findSubscription({ db, ...PLACE }, 500));
}
