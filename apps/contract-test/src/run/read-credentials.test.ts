import { expect, test } from "vitest";
import { basic, readCredentials, readOther, secretsOf } from "./read-credentials.js";

test("a user's password may hold colons", () => {
  expect(readCredentials({ user: "ann:a:b" })).toEqual({ kind: "user", username: "ann", password: "a:b" });
});

test.each([
  [{}, "A token is missing: pass --token"],
  [{ token: "" }, "A token is missing"],
  [{ token: "abc", user: "a:b" }, "not both"],
  [{ user: "ann" }, "name:password"],
  [{ user: ":secret" }, "name:password"],
  [{ user: "ann:" }, "name:password"],
  [{ token: "two words" }, "copy it again"],
  [{ token: "line\nbreak" }, "copy it again"],
])("%j is refused with a sentence", (text, says) => {
  expect(() => readCredentials(text)).toThrow(says);
});

test("Basic is Base64 of UTF-8", () => {
  expect(basic("jörg", "ß")).toBe("Basic asO2cmc6w58=");
});

test("the password is secret by itself and inside of the header", () => {
  expect(secretsOf({ credentials: { kind: "user", username: "ann", password: "hunter22" } })).toEqual([
    "YW5uOmh1bnRlcjIy",
    "hunter22",
  ]);
});

test("the other tenant's credentials are secret too, and must be another's", () => {
  const own = readCredentials({ token: "own-token" });
  const other = readOther({ token: "other-token" }, own);
  expect(secretsOf({ credentials: own, other })).toEqual(["own-token", "other-token"]);
  expect(() => readOther({ token: "own-token" }, own)).toThrow("those of the run itself");
  expect(readOther({}, own)).toBeUndefined();
});
