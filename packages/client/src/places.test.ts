import { expect, test } from "vitest";
import { openPlaces } from "./places.js";

const { signal } = new AbortController();
const soon = () => new Promise((resolve) => setTimeout(resolve));

test("who comes when all places are taken waits, in the order of coming", async () => {
  const { enter, wait, leave } = openPlaces(2);
  expect([enter(), enter(), enter()]).toEqual([true, true, false]);
  const came: string[] = [];
  const waiting = ["a", "b"].map((name) => wait(signal).then(() => came.push(name)));
  await soon();
  expect(came).toEqual([]);
  leave();
  await waiting[0];
  expect(came).toEqual(["a"]);
  leave();
  await waiting[1];
  expect(came).toEqual(["a", "b"]);
});

test("a place that is left to somebody who waits is not taken by who comes at that moment", async () => {
  const { enter, wait, leave } = openPlaces(1);
  enter();
  const waiting = wait(signal);
  leave();
  expect(enter()).toBe(false);
  await waiting;
  leave();
  expect(enter()).toBe(true);
});

test("who leaves the queue is passed over", async () => {
  const { enter, wait, leave } = openPlaces(1);
  enter();
  const controller = new AbortController();
  const came: string[] = [];
  const gone = wait(controller.signal).then(() => came.push("gone"));
  const next = wait(signal).then(() => came.push("next"));
  controller.abort();
  leave();
  await Promise.race([gone, next]);
  expect(came).toEqual(["next"]);
});

test("without a bound nobody waits", () => {
  const { enter } = openPlaces(Infinity);
  expect(Array.from({ length: 1000 }, enter)).not.toContain(false);
});
