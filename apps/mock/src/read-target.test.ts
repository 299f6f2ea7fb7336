import { expect, test } from "vitest";
import { readTarget } from "./read-target.js";

test.each([
  ["/a/b.json?c=d", "http://mock.test:1/a/b.json?c=d"],
  ["http://elsewhere.test/a", "http://mock.test:1/a"],
  ["HTTPS://elsewhere.test?x", "http://mock.test:1/?x"],
  ["//host/a", "http://mock.test:1//host/a"],
  ["/a//b", "http://mock.test:1/a//b"],
  ["/a/...json", "http://mock.test:1/a/...json"],
  ["/a?b=../c", "http://mock.test:1/a?b=../c"],
  ["/a%2f..%2fb", "http://mock.test:1/a%2f..%2fb"],
  ["/a?u=http://x/..", "http://mock.test:1/a?u=http://x/.."],
])("%s stays as it was sent", (target, href) => {
  expect(readTarget(target, "mock.test:1").href).toBe(href);
});

test.each([
  ["/a/../b"],
  ["/a/./b"],
  ["/a/.."],
  ["/a/%2e%2E/b"],
  ["/.%2e"],
  ["/a\\..\\b"],
  ["/a#b"],
  ["/a b"],
  ["/é"],
  ["*"],
  ["a"],
  ["host:443"],
])("%s is refused: its URL would be another", (target) => {
  expect(() => readTarget(target, "mock.test")).toThrow(/URL|path/);
});

test.each([[undefined], [""], ["a/b"], ["a b"], ["[::"], ["a@b"]])("a Host of %j is not believed", (host) => {
  expect(readTarget("/a", host).href).toBe("http://localhost/a");
});
