import fc from "fast-check";
import type { ModelCall } from "./call.js";

/** Calls of an operation, as they are sent; the parts are made of the values given for them, and what is undefined is left out. */
export function callOf(
  api: ModelCall["api"],
  operation: string,
  parts: Readonly<Record<string, fc.Arbitrary<unknown>>> = {},
): fc.Arbitrary<ModelCall> {
  const call = { api: fc.constant(api), operation: fc.constant(operation), ...parts };
  return fc.record(call).map((one) => JSON.parse(JSON.stringify(one)));
}

/** A value that is usual most of the time, and odd once in so many. */
export function mostly<Usual, Odd>(
  usual: fc.Arbitrary<Usual>,
  odd: fc.Arbitrary<Odd>,
  once = 15,
): fc.Arbitrary<Usual | Odd> {
  return fc.oneof({ weight: once - 1, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

/** A value that is there one time in five. */
export function rarely<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

/** A record of some of these values. */
export function perhaps<Values extends Record<string, fc.Arbitrary<unknown>>>(values: Values) {
  return fc.record(values, { requiredKeys: [] });
}

/** Which page of a list, often past its end. */
export const pages = {
  page: rarely(fc.integer({ min: 1, max: 5 })),
  per: fc.constantFrom(1, 3, 10, 11, 100, undefined),
};

const digits = (number: number) => String(number).padStart(2, "0");

/** A time of a request: mostly near the one of the tests, at times on a day that its month lacks, or out of range. */
export const instant = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("2024-01-29T10:33:55Z", "2024-01-20T00:00:00Z", "2024-04-31T00:00:00Z") },
  {
    weight: 4,
    arbitrary: fc
      .record({
        year: fc.constantFrom(1970, 2023, 2024, 2100, 9998, 9999),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
        hour: fc.integer({ min: 0, max: 23 }),
        second: fc.integer({ min: 0, max: 59 }),
        end: fc.constantFrom("Z", ".999Z", ".5+09:00", "-05:00", "+23:59", "-00:30"),
      })
      .map(({ year, month, day, hour, second, end }) => {
        return `${year}-${digits(month)}-${digits(day)}T${digits(hour)}:59:${digits(second)}${end}`;
      }),
  },
);
