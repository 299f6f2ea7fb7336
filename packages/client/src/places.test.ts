import { expect, test } from "vitest";
import { places } from "./places.js";

const { signal } = new AbortController();
const soon = () => new Promise((resolve) => setTimeout(resolve));

test("who comes when all places are taken waits, in the order of coming", async () => {
  const enter = places(2);
  const leave = [await enter(signal), await enter(signal)];
  const came: string[] = [];
  const wait = (name: string) => enter(signal).then((free) => [came.push(name), leave.push(free)]);
  const waiting = [wait("a"), wait("b")];
  await soon();
  expect(came).toEqual([]);
  leave[0]?.();
  await waiting[0];
  expect(came).toEqual(["a"]);
  leave[1]?.();
  await waiting[1];
  expect(came).toEqual(["a", "b"]);
});

test("a place that was left to somebody who waits is not taken by who comes at that moment", async () => {
  const enter = places(1);
  const leave = await enter(signal);
  let second = false;
  const waiting = enter(signal).then((free) => {
    second = true;
    return free;
  });
  leave();
  let third = false;
  const late = enter(signal).then(() => {
    third = true;
  });
  const free = await waiting;
  await soon();
  expect([second, third]).toEqual([true, false]);
  free();
  await late;
});

test("who leaves the queue is passed over", async () => {
  const enter = places(1);
  const leave = await enter(signal);
  const controller = new AbortController();
  const reason = new Error("left");
  const gone = enter(controller.signal);
  const next = enter(signal);
  controller.abort(reason);
  await expect(gone).rejects.toBe(reason);
  leave();
  expect(await next).toBeTypeOf("function");
});
