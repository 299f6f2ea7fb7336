import fc from "fast-check";
import { expect, test } from "vitest";
import { readTarget } from "./read-target.js";

test.each([
  ["/a/b.json?c=d", "http://front.test:1/a/b.json?c=d"],
  ["http://elsewhere.test/a", "http://front.test:1/a"],
  ["HTTPS://elsewhere.test?x", "http://front.test:1/?x"],
  ["//host/a", "http://front.test:1//host/a"],
  ["/a//b", "http://front.test:1/a//b"],
  ["/a/...json", "http://front.test:1/a/...json"],
  ["/a?b=../c", "http://front.test:1/a?b=../c"],
  ["/a%2f..%2fb", "http://front.test:1/a%2f..%2fb"],
  ["/a?u=http://x/..", "http://front.test:1/a?u=http://x/.."],
])("%s stays as it was sent", (target, href) => {
  expect(readTarget(target, "front.test:1")).toBe(href);
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
  expect(() => readTarget(target, "front.test")).toThrow(/URL|path/);
});

test.each([[undefined], [""]])("without a Host (%j) it is this machine's", (host) => {
  expect(readTarget("/a", host)).toBe("http://localhost/a");
});

test.each([["a/b"], ["a b"], ["[::"], ["a@b"], ["a~b.evil.test"], ["a!b"], ["a,b"]])(
  "a Host of %j is nobody's",
  (host) => {
    expect(readTarget("/a", host)).toBe("http://invalid.invalid/a");
  },
);

test("a target is refused, or stays what a URL parser makes of it", () => {
  const piece = fc.constantFrom(
    "/",
    "a",
    "B",
    ".",
    "%2e",
    "%2F",
    "%",
    "?",
    "&",
    "'",
    '"',
    "{",
    "|",
    "~",
    "@",
    ":",
    ";",
    "[",
  );
  const host = fc.constantFrom("a.test", "A.test", "a.test:80", "127.0.0.1:4010", "[::1]:8080", "1");
  fc.assert(
    fc.property(fc.array(piece), host, (pieces, name) => {
      const target = `/${pieces.join("")}`;
      const { pathname, href } = new URL(`http://${name}${target}`);
      if (hasDotSegment(target)) expect(() => readTarget(target, name)).toThrow("segment");
      else
        expect([readTarget(target, name), pathname.split("/").length]).toEqual([
          href,
          pathOf(target).split("/").length,
        ]);
    }),
    { numRuns: 5000 },
  );
});

const pathOf = (target: string) => target.replace(/\?.*/, "");
const hasDotSegment = (target: string) =>
  pathOf(target)
    .split("/")
    .some((segment) => [".", ".."].includes(segment.replaceAll("%2e", ".")));
