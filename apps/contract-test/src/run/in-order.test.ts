import { expect, test } from "vitest";
import { inOrder } from "./in-order.js";

test("results come in the items' order, whichever is ready first", async () => {
  const releases: (() => void)[] = [];
  const work = (item: string) => new Promise<string>((resolve) => releases.push(() => resolve(item)));
  const results = inOrder(["a", "b", "c"], 3, work);
  const first = results.next();
  for (const release of [...releases].reverse()) release();
  expect([(await first).value, (await results.next()).value, (await results.next()).value]).toEqual(["a", "b", "c"]);
});

test("no more are under way than the limit allows, and as many as it allows", async () => {
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  for await (const _ of inOrder([1, 2, 3, 4, 5, 6, 7], 3, work));
  expect(most).toBe(3);
});

test("nothing gives nothing", async () => {
  expect(await inOrder([], 3, async () => 1).next()).toEqual({ done: true, value: undefined });
});
