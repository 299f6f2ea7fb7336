import { expect, test } from "vitest";
import { openPace } from "./pace.js";

/** A clock that only moves when somebody sleeps. */
function slowTime() {
  let now = 1000;
  const time = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  return { time, now: () => now - 1000, pass: (ms: number) => (now += ms) };
}

test("without a rate nobody waits", async () => {
  const { time, now } = slowTime();
  const pace = openPace(undefined, time);
  for (let turn = 0; turn < 100; turn += 1) await pace.turn(undefined);
  expect(now()).toBe(0);
});

test("at ten a second each waits for a tenth after the one before", async () => {
  const { time, now } = slowTime();
  const pace = openPace(10, time);
  const times: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    await pace.turn(undefined);
    times.push(now());
  }
  expect(times).toEqual([0, 100, 200, 300]);
});

test("a rest allows no burst", async () => {
  const { time, now, pass } = slowTime();
  const pace = openPace(10, time);
  await pace.turn(undefined);
  pass(10_000);
  await pace.turn(undefined);
  await pace.turn(undefined);
  expect(now()).toBe(10_100);
});

test("a pause holds back everybody, also who waits already, and the longer one counts", async () => {
  const { time, now } = slowTime();
  const pace = openPace(10, time);
  await pace.turn(undefined);
  const waiting = pace.turn(undefined);
  pace.pause(5000);
  pace.pause(1000);
  await waiting;
  expect(now()).toBeGreaterThanOrEqual(5000);
});

test("who is told to stop waits no longer", async () => {
  const { time } = slowTime();
  const pace = openPace(1, time);
  await pace.turn(undefined);
  const stop = new AbortController();
  stop.abort();
  await expect(pace.turn(stop.signal)).resolves.toBeUndefined();
});
