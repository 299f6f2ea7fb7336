import { expect, test } from "vitest";
import { BUDGETS } from "./budgets.ts";
import { bundle } from "./bundle.ts";

test.for(Object.values(BUDGETS))("$what takes at most $bytes bytes", async ({ source, bytes }) => {
  expect((await bundle(source)).bytes).toBeLessThanOrEqual(bytes);
});

test("who uses one API gets nothing of the other", async () => {
  const octopi = (await bundle(BUDGETS.octopi.source)).text;
  const dataloy = (await bundle(BUDGETS.dataloy.source)).text;
  expect([octopi.includes("/api/v1/"), octopi.includes("/ws/rest/")]).toEqual([true, false]);
  expect([dataloy.includes("/api/v1/"), dataloy.includes("/ws/rest/")]).toEqual([false, true]);
});
