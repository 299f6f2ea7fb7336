import { expect, test } from "vitest";
import { CannotRun } from "../cannot-run.js";
import { readTarget } from "./read-target.js";

test("an origin is taken with or without a slash at its end", () => {
  expect(readTarget("http://127.0.0.1:4010/")).toBe("http://127.0.0.1:4010");
  expect(readTarget("https://tenant.example")).toBe("https://tenant.example");
});

test.each([
  ["127.0.0.1", "is not a URL"],
  ["", "is not a URL"],
  ["localhost:4010", "is not an http or https URL"],
  ["http://host/api/v1", "has a path"],
  ["http://host/?a=b", "has a path"],
  ["http://host/#top", "has a path"],
])("%s is refused: it %s", (text, why) => {
  expect(() => readTarget(text)).toThrow(CannotRun);
  expect(() => readTarget(text)).toThrow(why);
});

test("a password in the address is refused and not repeated", () => {
  expect(() => readTarget("http://user:hunter22@host")).toThrow(/^(?!.*hunter22).*holds credentials/);
});
