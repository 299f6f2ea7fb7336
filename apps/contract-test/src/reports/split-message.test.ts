import { RULES } from "@quayside/contract";
import { expect, test } from "vitest";
import { ERROR_RULES, FAILURE_RULES, type Rule } from "../finding.js";
import { expectedByRule, explainRule, gravityOf } from "./explain-rule.js";
import { splitMessage } from "./split-message.js";

test.each([
  ["0 is not allowed; the spec has >= 1", "0 is not allowed", ">= 1"],
  ["id is missing; the spec requires it", "id is missing", "the spec requires it"],
  ['"; the spec has x" is not allowed; the spec has a date', '"; the spec has x" is not allowed', "a date"],
  ["418 is not declared; the spec has ", "418 is not declared", ""],
])("%j has two halves", (message, came, expected) => {
  expect(splitMessage({ rule: "wrong-value", message })).toEqual({ came, expected });
});

test("where a message has one half, the rule has the other", () => {
  const message = "200 to a request that is broken: without a token";
  expect(splitMessage({ rule: "invalid-request-accepted", message })).toEqual({
    came: message,
    expected: "a refusal with a documented 4xx",
  });
});

test("each rule is explained, in a line without a full stop, and a rule that nobody knows as well", () => {
  const rules = [...Object.keys(RULES), ...FAILURE_RULES, ...ERROR_RULES] as Rule[];
  const sentences = rules.flatMap((rule) => [explainRule(rule), expectedByRule(rule)]);
  expect(sentences.filter((one) => !/^[\w@].*[^.]$/.test(one))).toEqual([]);
  expect(new Set(rules.map(explainRule)).size).toBe(rules.length);
  expect(explainRule("toString" as Rule)).toBe("a difference of the kind toString");
  expect(expectedByRule("toString" as Rule)).toBe("what the spec has");
});

test("what lets strangers in is graver than a failing server, and that graver than a wrong value", () => {
  const rules: Rule[] = ["wrong-value", "server-error", "tenant-leak", "invalid-request-accepted", "toString" as Rule];
  const sorted = rules.toSorted((a, b) => gravityOf(a) - gravityOf(b));
  expect(sorted).toEqual(["tenant-leak", "server-error", "invalid-request-accepted", "wrong-value", "toString"]);
});
