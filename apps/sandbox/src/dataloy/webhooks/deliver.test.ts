import { describe, expect, test } from "vitest";
import { clockAt, REAL_CLOCK } from "../../clock.js";
import { updateCopy } from "../../store/copies.js";
import { openStore } from "../../store/open-store.js";
import { insertDeliveries } from "../../store/webhooks.js";
import { SHARED_DATABASES } from "../../testing/databases.js";
import { PLACE } from "../dataloy.test.fixture.js";
import {
  awaited,
  deliveriesIn,
  delivery,
  MINUTE_MS,
  NOW,
  open,
  poke,
  type Receiver,
  setUp,
  subscriptionIn,
} from "./deliver.test.fixture.js";

const accept: Receiver = () => new Response(null, { status: 204 });
const refuse: Receiver = () => new Response(null, { status: 500 });

test("what is due is sent to the subscriber", async () => {
  const { received, make } = await setUp(accept);
  await poke(make());
  expect(received).toEqual(['{"id":"1"}']);
});

test("what was accepted is delivered, and not sent again", async () => {
  const { store, received, time, make } = await setUp(accept);
  const deliverer = make();
  await poke(deliverer);
  time.now += MINUTE_MS;
  await poke(deliverer);
  expect(received.length).toBe(1);
  expect(await deliveriesIn(store)).toMatchObject([
    { state: "delivered", attempts: 1, next_attempt_at: null, last_error: null },
  ]);
});

test("what was not accepted waits for a minute", async () => {
  const { store, received, time, make } = await setUp(refuse);
  const deliverer = make();
  await poke(deliverer);
  time.now += MINUTE_MS - 1;
  await poke(deliverer);
  expect(received.length).toBe(1);
  const next_attempt_at = NOW + MINUTE_MS;
  const last_error = "The receiver answered 500.";
  expect(await deliveriesIn(store)).toMatchObject([{ state: "waiting", attempts: 1, next_attempt_at, last_error }]);
});

test("after a minute it is tried again", async () => {
  const { received, time, make } = await setUp(refuse);
  const deliverer = make();
  await poke(deliverer);
  time.now += MINUTE_MS;
  await poke(deliverer);
  expect(received.length).toBe(2);
});

test("the minute is one of the session's clock", async () => {
  const { store, received, make } = await setUp(refuse);
  const deliverer = make();
  await poke(deliverer);
  await store.write((db) => updateCopy(db, PLACE.copy, clockAt(NOW + MINUTE_MS, true, NOW)));
  await poke(deliverer);
  expect(received.length).toBe(2);
});

test("while the session's clock stands before its time, nothing is sent", async () => {
  const { store, received, make } = await setUp(accept);
  await store.write((db) => updateCopy(db, PLACE.copy, clockAt(NOW - 1, true, NOW)));
  await poke(make());
  expect(received).toEqual([]);
});

/** Tries until it is given up, a minute apart. */
async function tryFiveTimes({ time, make }: Awaited<ReturnType<typeof setUp>>): Promise<void> {
  const deliverer = make();
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await poke(deliverer);
    time.now += MINUTE_MS;
  }
}

test("after five attempts it is given up", async () => {
  const parts = await setUp(refuse);
  await tryFiveTimes(parts);
  expect(parts.received.length).toBe(5);
  expect(await deliveriesIn(parts.store)).toMatchObject([{ state: "failed", attempts: 5, next_attempt_at: null }]);
});

test("the subscription is then switched off", async () => {
  const parts = await setUp(refuse);
  await tryFiveTimes(parts);
  expect(await subscriptionIn(parts.store)).toMatchObject({ is_active: 0, unsubscription_date: "2024-01-29T10:37:55" });
});

test("a subscription that is to stay is not", async () => {
  const parts = await setUp(refuse, { do_not_unsubscribe: 1 });
  await tryFiveTimes(parts);
  expect(await subscriptionIn(parts.store)).toMatchObject({ is_active: 1, unsubscription_date: null });
});

test("what waits for a subscription that is off is given up", async () => {
  const { store, received, make } = await setUp(accept, { is_active: 0 });
  await poke(make());
  expect(received).toEqual([]);
  expect(await deliveriesIn(store)).toMatchObject([
    { state: "failed", last_error: "The subscription is not in force." },
  ]);
});

test("what waits in a snapshot stays there", async () => {
  const { store, received, make } = await setUp(accept);
  await store.write((db) => updateCopy(db, PLACE.copy, { kind: "snapshot" }));
  await poke(make());
  expect(received).toEqual([]);
});

describe.each(SHARED_DATABASES)("on $name", ({ make: makeDatabase }) => {
  test("two processes send each delivery once", async () => {
    const database = await makeDatabase();
    open.push({ close: database.remove });
    const ids = Array.from({ length: 30 }, (_, index) => index + 1);
    const { received, make } = await setUp(accept, { database: database.url, ids });
    const other = await openStore(database.url);
    open.push(other);
    await poke(make(), make(other));
    expect(received.toSorted()).toEqual(ids.map((id) => `{"id":"${id}"}`).toSorted());
  });
});

test("a receiver that is slow holds up nobody else", async () => {
  const slow = awaited();
  const { store, make } = await setUp((body) => (body.includes("1") ? slow.response : new Response()), { ids: [1, 2] });
  const deliverer = make();
  deliverer.poke();
  await expect
    .poll(async () => (await deliveriesIn(store)).map(({ state }) => state))
    .toEqual(["waiting", "delivered"]);
  slow.answer();
});

test("more than can be sent at once are all sent", async () => {
  const ids = Array.from({ length: 50 }, (_, index) => index + 1);
  const { received, make } = await setUp(accept, { ids });
  await poke(make());
  expect(received.length).toBe(50);
});

test("what a process left half done is sent once its claim has ended", async () => {
  const { store, received, time, make } = await setUp(accept);
  await store.write((db) =>
    db
      .updateTable("webhook_deliveries")
      .set({ claimed_until: NOW + 30_000 })
      .execute(),
  );
  const deliverer = make();
  await poke(deliverer);
  expect(received).toEqual([]);
  time.now += 30_000;
  await poke(deliverer);
  expect(received.length).toBe(1);
});

test("closing cuts off what is under way, and does not count it", async () => {
  const { store, make } = await setUp(() => new Promise<Response>(() => {}));
  const hanging = make();
  hanging.poke();
  await expect.poll(async () => (await deliveriesIn(store)).map((one) => one.claimed_until > 0)).toEqual([true]);
  await hanging.close();
  expect(await deliveriesIn(store)).toMatchObject([{ state: "waiting", attempts: 0 }]);
});

test("a session that began again gets no result of the time before", async () => {
  const slow = awaited();
  const { store, make } = await setUp(() => slow.response);
  const deliverer = make();
  deliverer.poke();
  await expect.poll(async () => (await deliveriesIn(store)).map((one) => one.claimed_until > 0)).toEqual([true]);
  await store.write(async (db) => {
    await db.deleteFrom("webhook_deliveries").execute();
    await insertDeliveries({ db, ...PLACE }, [{ ...delivery(1), next_attempt_at: NOW + MINUTE_MS }]);
    await updateCopy(db, PLACE.copy, REAL_CLOCK);
  });
  slow.answer();
  await deliverer.settled();
  expect(await deliveriesIn(store)).toMatchObject([{ state: "waiting", attempts: 0 }]);
});
