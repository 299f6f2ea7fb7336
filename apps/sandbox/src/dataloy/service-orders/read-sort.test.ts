import { expect, test } from "vitest";
import { readSort } from "./read-sort.js";

test.each([
  ["AS", "asc", false],
  ["ASI", "asc", true],
  ["DS", "desc", false],
  ["DSI", "desc", true],
])("%s is a direction", (word, direction, fold) => {
  expect(readSort(`orderDate(${word})`)).toMatchObject({ direction, fold, path: { column: "order_date" } });
});

test.each([
  ["orderDate(UP)", "is not of the form"],
  ["orderDate", "is not of the form"],
  ["self(AS)", "names self, which cannot be used here"],
  ["serviceOrderLines(AS)", "ends at serviceOrderLines, a list"],
])("%s is refused", (text, why) => {
  expect(() => readSort(text)).toThrow(why);
});
