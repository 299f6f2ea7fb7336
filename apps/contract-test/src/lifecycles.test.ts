import { expect, test } from "vitest";
import { openApi } from "./api.js";
import { GONE, lifecycles, NEW } from "./lifecycles.js";
import { RESOURCES } from "./meaning/resources.js";

const all = lifecycles();

test("every resource has states", () => {
  const without = RESOURCES.filter(({ api, name }) => !all.some((one) => one.api === api && one.name === name));
  expect(without).toEqual([]);
});

test("the items of an order have states of their own, and what is done stays so", () => {
  const items = all.find(({ name }) => name === "an item of a service order")?.lifecycle;
  expect(items?.moves.map(({ from, to }) => `${from} → ${to}`)).toEqual([
    "pending → cancelled",
    "in progress → cancelled",
    "completed → completed",
    "cancelled → cancelled",
  ]);
});

test.each(all)("$api, $name: every operation exists, every state is one that it knows", ({ api, ...resource }) => {
  const { create, read, lifecycle } = resource;
  const known = openApi(api).operations.map(({ operationId }) => operationId);
  const named = [...(create === undefined ? [] : [create]), read, ...lifecycle.moves.map(({ by }) => by)];
  expect(named.filter((id) => !known.includes(id))).toEqual([]);
  const states = [...Object.keys(lifecycle.states), NEW, GONE, "refused"];
  expect(lifecycle.moves.flatMap(({ from, to }) => [from, to]).filter((one) => !states.includes(one))).toEqual([]);
});

test.each(all)("$api, $name: a refusal says its status, and nothing else does", ({ lifecycle: { moves } }) => {
  expect(moves.filter(({ to, status }) => (to === "refused") !== (status !== undefined))).toEqual([]);
});
