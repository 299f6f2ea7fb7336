import { expect, test } from "vitest";
import { cutText, isPlain, plainLine, plainText, wellFormed } from "./plain-text.js";

test("control characters, marks that turn a line around and halves of pairs are escaped, all else stays", () => {
  expect(plainText("\u001b[2J\u0000\r\n\u009b\u202ex\u2028\ud800")).toBe(
    "\\u001b[2J\\u0000\\u000d\\u000a\\u009b\\u202ex\\u2028\\ud800",
  );
  expect(plainText("é 日本 \u{1f6a2} ]]> '\"\\")).toBe("é 日本 \u{1f6a2} ]]> '\"\\");
  expect(isPlain("é \u{1f6a2}")).toBe(true);
  expect(isPlain("\u{1f6a2}".slice(1))).toBe(false);
});

test("a part of a line is cut, and no command to a CI system", () => {
  expect(plainLine("x".repeat(1_000_000))).toBe(`${"x".repeat(1000)}…`);
  expect(plainLine("  ::error::a ::b ##[error] ##vso[task] ##teamcity[x] ## [a]")).toBe(
    "\\u003a:error::a ::b #\\u0023[error] #\\u0023vso[task] #\\u0023teamcity[x] ## [a]",
  );
});

test("no character is cut in two", () => {
  expect(cutText("ab\u{1f6a2}", 3)).toBe("ab…");
  expect(cutText("ab\u{1f6a2}", 4)).toBe("ab\u{1f6a2}");
});

test("half a pair becomes a character that can be written", () => {
  expect(wellFormed("a\ud800b\udc00\u{1f6a2}")).toBe("a\ufffdb\ufffd\u{1f6a2}");
});
