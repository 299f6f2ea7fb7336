import { expect, test } from "vitest";
import { applied, isInForce, lifted } from "./rules.js";

const NEVER = { applied_at: null, lifted_at: null, lift_until: null };
const NOW = 1000;

test("a hold that was never applied is not in force", () => {
  expect(isInForce(NEVER, NOW)).toBe(false);
});

test("a hold is in force from the moment it is applied", () => {
  expect(isInForce(applied(NOW), NOW)).toBe(true);
});

test("a hold that was lifted for good is never in force again", () => {
  expect(isInForce(lifted(applied(1), 2, null), Number.MAX_SAFE_INTEGER)).toBe(false);
});

test("a hold that was lifted until a time is not in force before it", () => {
  expect(isInForce(lifted(applied(1), 2, NOW), NOW - 1)).toBe(false);
});

test("a hold that was lifted until a time is in force at that time", () => {
  expect(isInForce(lifted(applied(1), 2, NOW), NOW)).toBe(true);
});

test("applying a lifted hold puts it into force at once", () => {
  expect(isInForce(applied(NOW), NOW)).toBe(true);
  expect(applied(NOW)).toEqual({ applied_at: NOW, lifted_at: null, lift_until: null });
});

test("lifting keeps when the hold was applied", () => {
  expect(lifted(applied(1), 2, 3)).toEqual({ applied_at: 1, lifted_at: 2, lift_until: 3 });
});

test("a hold that came back into force can be lifted for good", () => {
  const back = lifted(applied(1), 2, 3);
  expect(isInForce(lifted(back, 4, null), NOW)).toBe(false);
});
