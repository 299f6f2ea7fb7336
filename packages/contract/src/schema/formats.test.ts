import { describe, expect, test } from "vitest";
import { findInAnswer, findInValue, openSchema } from "../spec.test.fixture.js";

/** [format, valid texts or numbers, broken ones] */
const FORMATS: readonly [string, readonly unknown[], readonly unknown[]][] = [
  [
    "date-time",
    ["2024-02-29T23:59:60Z", "2024-01-29T05:33:55-05:00", "2023-02-20t21:12:29.128+09:00"],
    [
      "2024-04-31T00:00:00Z",
      "2024-01-29 05:33:55Z",
      "2024-01-29T05:33:55",
      "2024-01-29T05:33Z",
      "2024-01-29T05:33:55+0500",
      "2024-01-29T25:00:00Z",
    ],
  ],
  ["date", ["2024-02-29"], ["2023-02-29", "2024-2-9", "2024-02-29T00:00:00Z"]],
  ["time", ["05:33:55Z"], ["05:33:55", "05:33Z"]],
  ["uri", ["https://app.octopi.co/api/v1/x.json?page=2", "urn:a:b"], ["/api/v1", "a b", "https://[::"]],
  ["email", ["a@example.com"], ["a@", "a b@example.com"]],
  ["uuid", ["123e4567-e89b-12d3-a456-426614174000"], ["123e4567"]],
  ["int32", [2147483647, -2147483648], [2147483648, 1.5]],
  ["int64", [9007199254740991], [1.5]],
  ["double", [1.5, 1], []],
  ["float", [1.5, 1], []],
  ["password", ["x"], []],
  ["html", ["<p>", "anything"], []],
];

describe("of formats", () => {
  test.each(FORMATS)("%s is checked as it is known", (format, valid, broken) => {
    const contract = openSchema({ format });
    for (const value of valid) expect(findInAnswer(contract, value)).toEqual([]);
    for (const value of broken) expect(findInAnswer(contract, value)).toMatchObject([{ rule: "wrong-value" }]);
  });

  test("the message names the format", () => {
    const message = '"2024-04-31" is not allowed; the spec has a date';
    expect(findInValue({ format: "date" }, "2024-04-31")).toEqual([
      { rule: "wrong-value", where: "getThing body", message },
    ]);
  });
});
