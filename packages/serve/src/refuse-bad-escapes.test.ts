import { expect, test } from "vitest";
import { refuseBadEscapes } from "./refuse-bad-escapes.js";

test.each([
  ["/%", /percent escape/],
  ["/%zz", /percent escape/],
  ["/%E0%A4%A", /percent escape/],
  ["/%ff?", /percent escape/],
  ["/a?b=%00", /NUL/],
])("%s is refused", (url, sentence) => {
  expect(() => refuseBadEscapes(url)).toThrow(sentence);
});

test.each([["/"], ["/a%2fb?c=%C3%A9"], ["/%2500"]])("%s is taken", (url) => {
  expect(() => refuseBadEscapes(url)).not.toThrow();
});
