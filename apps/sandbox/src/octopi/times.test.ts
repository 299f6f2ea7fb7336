import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDateOrTime, readTime, writeTime } from "./times.js";

const NEW_YORK = "America/New_York";

describe("a time that is read", () => {
  test.each([
    ["2024-05-20T00:00:00Z", "2024-05-20T00:00:00Z"],
    ["2024-04-31T00:00:00Z", "2024-05-01T00:00:00Z"],
    ["2023-02-29T12:00:00Z", "2023-03-01T12:00:00Z"],
    ["2023-02-31T12:00:00Z", "2023-03-03T12:00:00Z"],
    ["2024-02-29T12:00:00Z", "2024-02-29T12:00:00Z"],
    ["2023-06-28T21:12:29.128+09:00", "2023-06-28T12:12:29Z"],
    ["2024-04-31T23:00:00-04:00", "2024-05-02T03:00:00Z"],
  ])("%s is %s", (text, instant) => {
    expect(readTime(text)).toBe(Date.parse(instant));
  });

  test.each(["0000-01-01T00:00:00Z", "0099-12-31T00:00:00Z", "1969-12-31T00:00:00Z", "9999-12-31T23:59:59-12:00"])(
    "%s is refused, for no answer could show it",
    (text) => {
      expect(() => readTime(text)).toThrow(`The time ${text} is out of range`);
    },
  );

  test("agrees with JavaScript for every day that exists", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1970-01-03"), max: new Date("9998-12-31"), noInvalidDate: true }),
        (date) => {
          const text = `${date.toISOString().slice(0, 19)}Z`;
          expect(readTime(text)).toBe(Date.parse(text));
        },
      ),
    );
  });
});

describe("a date that is read", () => {
  test.each([
    ["2024-01-10", NEW_YORK, "2024-01-10T05:00:00Z"],
    ["2024-07-10", NEW_YORK, "2024-07-10T04:00:00Z"],
    ["2024-03-10", NEW_YORK, "2024-03-10T05:00:00Z"],
    ["2024-03-11", NEW_YORK, "2024-03-11T04:00:00Z"],
    ["2024-11-03", NEW_YORK, "2024-11-03T04:00:00Z"],
    ["2024-11-04", NEW_YORK, "2024-11-04T05:00:00Z"],
    ["2024-07-10", "Europe/Oslo", "2024-07-09T22:00:00Z"],
    ["2019-10-10T00:00:00Z", NEW_YORK, "2019-10-10T00:00:00Z"],
  ])("%s in %s is %s", (text, zone, instant) => {
    expect(readDateOrTime(text, zone)).toBe(Date.parse(instant));
  });
});

describe("a time that is written", () => {
  test.each([
    ["2024-05-01T00:00:00Z", NEW_YORK, "2024-04-30T20:00:00-04:00"],
    ["2024-01-29T10:33:55.999Z", NEW_YORK, "2024-01-29T05:33:55-05:00"],
    ["2024-03-10T06:59:59Z", NEW_YORK, "2024-03-10T01:59:59-05:00"],
    ["2024-03-10T07:00:00Z", NEW_YORK, "2024-03-10T03:00:00-04:00"],
    ["2024-01-29T10:33:55Z", "Asia/Kolkata", "2024-01-29T16:03:55+05:30"],
    ["2024-01-29T10:33:55Z", "UTC", "2024-01-29T10:33:55+00:00"],
  ])("%s in %s is %s", (instant, zone, text) => {
    expect(writeTime(Date.parse(instant), zone)).toBe(text);
  });

  test("is the same instant in every zone, cut to the second", () => {
    const date = fc.date({ min: new Date("1970-01-03"), max: new Date("9998-12-31"), noInvalidDate: true });
    const zone = fc.constantFrom(NEW_YORK, "Europe/Oslo", "Asia/Kathmandu", "Pacific/Chatham", "UTC");
    fc.assert(
      fc.property(date, zone, (time, timeZone) => {
        expect(Date.parse(writeTime(time.getTime(), timeZone))).toBe(Math.floor(time.getTime() / 1000) * 1000);
      }),
    );
  });
});
