import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf } from "./instant.js";
import { instantIn, localTimeIn } from "./local-time.js";
import { timeKindOf } from "./time-kind.js";

test.each([
  ["2024-05-20T00:00:00Z", "offset-time"],
  ["2024-01-29T05:33:55-05:00", "offset-time"],
  ["2023-02-20T21:12:29.128+09:00", "offset-time"],
  ["2020-10-01T00:00:00", "local-time"],
  ["2019-10-10", "date"],
  ["2020-10-01 00:00:00", undefined],
  ["2020-10-01T00:00:00.5", undefined],
  ["2020-10-01T00:00", undefined],
  ["x2019-10-10", undefined],
  ["", undefined],
])("%s is %s", (text, kind) => {
  expect(timeKindOf(text)).toBe(kind);
});

test("an instant is the one that the offset says", () => {
  expect(instantOf("2024-01-29T05:33:55-05:00").toISOString()).toBe("2024-01-29T10:33:55.000Z");
  expect(instantOf("2023-02-20T21:12:29.128+09:00").getTime()).toBe(Date.UTC(2023, 1, 20, 12, 12, 29, 128));
});

test("the first instant of all is one like others", () => {
  expect(instantOf("1970-01-01T00:00:00Z").getTime()).toBe(0);
});

test.each(["2020-10-01T00:00:00", "2019-10-10", "today", ""])("%j names no instant", (text) => {
  expect(() => instantOf(text)).toThrow(TypeError);
});

test.each([
  "2024-04-31T00:00:00Z",
  "2023-02-29T00:00:00Z",
  "2024-13-01T00:00:00Z",
  "2024-01-01T25:00:00Z",
  "2024-01-01T00:00:00+99:00",
])("%s is not shifted into another day, but refused", (text) => {
  expect(() => instantOf(text)).toThrow(`${text} is not in the calendar.`);
});

test.each([
  ["2020-10-01T00:00:00", "Europe/Oslo", "2020-09-30T22:00:00.000Z"],
  ["2020-01-01T00:00:00", "Europe/Oslo", "2019-12-31T23:00:00.000Z"],
  ["2020-01-01T00:00:00", "America/New_York", "2020-01-01T05:00:00.000Z"],
  ["2020-01-01T00:00:00", "Asia/Kathmandu", "2019-12-31T18:15:00.000Z"],
  ["2020-01-01T00:00:00", "Pacific/Kiritimati", "2019-12-31T10:00:00.000Z"],
  ["2020-01-01T00:00:00", "UTC", "2020-01-01T00:00:00.000Z"],
])("%s in %s is %s", (local, zone, instant) => {
  expect(instantIn(local, zone).toISOString()).toBe(instant);
  expect(localTimeIn(new Date(instant), zone)).toBe(local);
});

test("a time that the clocks skip is refused", () => {
  expect(() => instantIn("2024-03-31T02:30:00", "Europe/Oslo")).toThrow(
    "The clocks of Europe/Oslo never show 2024-03-31T02:30:00.",
  );
  expect(() => instantIn("2024-04-31T00:00:00", "UTC")).toThrow("never show");
});

test("a time that the clocks show twice needs a word", () => {
  const local = "2024-10-27T02:30:00";
  expect(() => instantIn(local, "Europe/Oslo")).toThrow(`show ${local} twice; say which`);
  expect(instantIn(local, "Europe/Oslo", "earlier").toISOString()).toBe("2024-10-27T00:30:00.000Z");
  expect(instantIn(local, "Europe/Oslo", "later").toISOString()).toBe("2024-10-27T01:30:00.000Z");
});

test.each(["2020-10-01T00:00:00Z", "2020-10-01", ""])("%j needs no zone, or is no time", (text) => {
  expect(() => instantIn(text, "UTC")).toThrow(TypeError);
});

test("an unknown zone and a date that is none are refused", () => {
  expect(() => instantIn("2020-10-01T00:00:00", "Europe/Atlantis")).toThrow(RangeError);
  expect(() => localTimeIn(new Date(NaN), "UTC")).toThrow(RangeError);
});

test("there and back is where it was, in every zone and at every second", () => {
  const zone = fc.constantFrom(
    "Europe/Oslo",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Asia/Tokyo",
  );
  const second = fc.integer({ min: 0, max: 4_000_000_000 });
  fc.assert(
    fc.property(zone, second, (timeZone, seconds) => {
      const instant = new Date(seconds * 1000);
      const local = localTimeIn(instant, timeZone);
      const both = (["earlier", "later"] as const).map((which) => instantIn(local, timeZone, which).getTime());
      expect(both).toContain(instant.getTime());
    }),
  );
});
