import { expect, test } from "vitest";
import { maskAuthorization, openRequestLog, shorten } from "./request-log.js";

const REQUEST = {
  at: 0,
  method: "GET",
  url: "/",
  api: null,
  operation_id: null,
  status: 200,
  duration_ms: 1,
  authorization: null,
  request_body: null,
  response_body: null,
  findings: [],
};

test.each([
  ["Token token=secret", "Token token=***"],
  ["Bearer secret", "Bearer ***"],
  ["Basic c2VjcmV0", "Basic ***"],
  ["secret", "***"],
  ["", "***"],
  [null, null],
])("%j is logged as %j", (authorization, masked) => {
  expect(maskAuthorization(authorization)).toBe(masked);
});

test("the last 1,000 requests of a session are kept, the newest first", () => {
  const log = openRequestLog();
  for (let index = 0; index < 1500; index += 1) log.add("a", { ...REQUEST, url: `/${index}` });
  const urls = log.list("a").map(({ url }) => url);
  expect([urls.length, urls[0], urls.at(-1)]).toEqual([1000, "/1499", "/500"]);
});

test("where there are too many requests, the session that was quiet for longest is forgotten", () => {
  const log = openRequestLog();
  for (let session = 0; session < 10; session += 1)
    for (let index = 0; index < 1000; index += 1) log.add(`s${session}`, REQUEST);
  log.add("s0", REQUEST);
  log.add("new", REQUEST);
  expect(["s0", "s1", "s2", "new"].map((session) => log.list(session).length)).toEqual([1000, 0, 1000, 1]);
});

test("a long text is cut, and nothing is null", () => {
  expect([shorten("x".repeat(3000))?.length, shorten("x"), shorten("")]).toEqual([2000, "x", null]);
});
