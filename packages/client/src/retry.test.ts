import { afterEach, expect, test, vi } from "vitest";
import { createOctopiClient } from "./octopi.js";
import { delayAfter, readRetry } from "./retry.js";
import { readRetryAfter } from "./retry-after.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const DEFAULTS = { attempts: 3, delayMs: 250, maxDelayMs: 8000 };

test.each([
  [undefined, undefined, DEFAULTS],
  [true, undefined, DEFAULTS],
  [false, undefined, { ...DEFAULTS, attempts: 1 }],
  [{ attempts: 5 }, undefined, { ...DEFAULTS, attempts: 5 }],
  [{ attempts: 5, delayMs: 1 }, { attempts: 2 }, { ...DEFAULTS, attempts: 2, delayMs: 1 }],
  [{ attempts: 5 }, true, { ...DEFAULTS, attempts: 5 }],
  [{ attempts: 5, delayMs: 1 }, false, { ...DEFAULTS, attempts: 1 }],
  [false, true, DEFAULTS],
  [false, { delayMs: 1 }, { ...DEFAULTS, delayMs: 1 }],
  [{ attempts: 5 }, { attempts: undefined, delayMs: undefined }, { ...DEFAULTS, attempts: 5 }],
])("the client's %j and the call's %j are %j", (own, given, retry) => {
  expect(readRetry(own, given as object)).toEqual(retry);
});

test.each([{ attempts: 0 }, { attempts: 1.5 }, { delayMs: -1 }, { maxDelayMs: Infinity }, { attemptTimeoutMs: NaN }])(
  "%j is refused, when the client is made",
  (retry) => {
    const [name = ""] = Object.keys(retry);
    expect(() => createOctopiClient({ token: "k", retry })).toThrow(`retry.${name} is`);
    expect(() => createOctopiClient({ token: "k", retry })).toThrow(RangeError);
  },
);

test.each([
  [1, 250],
  [2, 500],
  [3, 1000],
  [9, 8000],
])("after sending %i the wait is anything up to %i ms", (sent, most) => {
  const random = vi.spyOn(Math, "random");
  random.mockReturnValue(0);
  expect(delayAfter(sent, DEFAULTS, undefined)).toBe(0);
  random.mockReturnValue(0.5);
  expect(delayAfter(sent, DEFAULTS, undefined)).toBe(most / 2);
});

test("what the server asks for is waited, even beyond the longest wait", () => {
  expect(delayAfter(1, DEFAULTS, 60_000)).toBe(60_000);
});

test("a server that asks for no wait does not take the spread away", () => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  expect(delayAfter(1, DEFAULTS, 0)).toBe(125);
});

const at = (headers: Record<string, string>) => readRetryAfter(new Response(null, { headers }));

test("Retry-After is read as seconds, or as a date", () => {
  expect(at({ "retry-after": "120" })).toBe(120_000);
  const date = "Wed, 21 Oct 2015 07:28:00 GMT";
  vi.spyOn(Date, "now").mockReturnValue(Date.parse("Wed, 21 Oct 2015 07:27:50 GMT"));
  expect(at({ "retry-after": date })).toBe(10_000);
});

test.each(["", "soon", "-1", "1.5.2", "Wed, 21 Oct 2015 07:28:00 GMT"])("Retry-After: %s asks for nothing", (value) => {
  expect(at({ "retry-after": value })).toBeUndefined();
  expect(at({})).toBeUndefined();
});
