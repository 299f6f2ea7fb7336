import { expect, test } from "vitest";
import { exclusively, exclusivelyByName } from "./exclusively.js";

const pause = () => new Promise((wake) => setTimeout(wake, 1));

test("work is done one after the other, in the order in which it came", async () => {
  const take = exclusively();
  const seen: string[] = [];
  const work = (name: string) =>
    take(async () => {
      seen.push(`${name} begins`);
      await pause();
      seen.push(`${name} ends`);
    });
  await Promise.all([work("a"), work("b"), pause().then(() => work("c"))]);
  expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

test("work that fails lets the next one in", async () => {
  const take = exclusively();
  const failed = take(() => Promise.reject(new Error("no")));
  const next = take(async () => "done");
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("done");
});

test("work of another name does not wait", async () => {
  const take = exclusivelyByName();
  let finish = () => {};
  const slow = take(
    "a",
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  const behind = take("a", async () => "behind");
  expect(await take("b", async () => "other")).toBe("other");
  finish();
  await slow;
  expect(await behind).toBe("behind");
});
