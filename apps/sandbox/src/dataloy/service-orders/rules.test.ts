import { expect, test } from "vitest";
import { BEFORE, LATER, line } from "../dataloy.test.fixture.js";
import { amountOf, reconcileLines } from "./rules.js";

const AMOUNTS = [
  { amount_estimate: 1, amount_revised: 10, amount_final: 100 },
  { amount_estimate: 2, amount_revised: null, amount_final: 200 },
];

test.each([
  ["EST", 3],
  ["DFT", 3],
  ["REV", 10],
  ["FIN", 300],
  ["NEW", 3],
  [null, 3],
])("with status %s an order amounts to %i", (status, amount) => {
  expect(amountOf(status, AMOUNTS)).toBe(amount);
});

test("an order without lines amounts to nothing", () => {
  expect(amountOf("FIN", [])).toBe(0);
});

test("amounts are added without a rest", () => {
  const lines = [0.1, 0.2].map((amount_estimate) => ({ amount_estimate, amount_revised: 0, amount_final: 0 }));
  expect(amountOf("EST", lines)).toBe(0.3);
});

const LINES = [line(2, 1, { amount_final: 5 }), line(3, 1), line(4, 1)];
const CHANGE = { changed_by_id: 1202, modified_date: LATER };

test("lines that an update leaves out go", () => {
  const { removed } = reconcileLines(LINES, [{ key: 3, values: {} }], CHANGE);
  expect(removed).toEqual([2, 4]);
});

test("lines stay in their order, whatever the update's is", () => {
  const wanted = [4, 2].map((key) => ({ key, values: {} }));
  expect(reconcileLines(LINES, wanted, CHANGE).kept.map(({ key }) => key)).toEqual([2, 4]);
});

test("a line with a new value is changed, by whom and when", () => {
  const { changed } = reconcileLines(LINES, [{ key: 2, values: { amount_final: 6 } }], CHANGE);
  expect(changed).toEqual([{ ...LINES[0], amount_final: 6, ...CHANGE }]);
});

test("a line that is only named is not changed", () => {
  const { changed, kept } = reconcileLines(LINES, [{ key: 2, values: {} }], CHANGE);
  expect([changed, kept[0]?.modified_date]).toEqual([[], BEFORE]);
});

test("a line that gets the value which it has is not changed", () => {
  expect(reconcileLines(LINES, [{ key: 2, values: { amount_final: 5 } }], CHANGE).changed).toEqual([]);
});

test("a key that is no line of the order is refused", () => {
  expect(() => reconcileLines(LINES, [{ key: 9, values: {} }], CHANGE)).toThrow("The order has no line with key 9.");
});

test("a key that comes twice is refused", () => {
  const twice = [2, 2].map((key) => ({ key, values: {} }));
  expect(() => reconcileLines(LINES, twice, CHANGE)).toThrow("The line with key 2 comes twice.");
});
