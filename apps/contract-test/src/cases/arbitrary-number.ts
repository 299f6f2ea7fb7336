import fc from "fast-check";
import type { JsonObject } from "../document.js";
import { isWithin } from "./right-scalars.js";

const MOST = Number.MAX_SAFE_INTEGER;
/** So far from zero, or from the bound that is nearest to it, most numbers are at most. */
const USUAL = 1000;

/** Numbers that keep the bounds of a flat schema and that JSON holds exactly: mostly small ones, at times as large as may be. */
export function numbersOf(flat: JsonObject, isWhole: boolean): fc.Arbitrary<number> {
  const step = typeof flat.multipleOf === "number" ? flat.multipleOf : undefined;
  const multiples = multiplesOf(flat, step ?? 1);
  const isFractional = !isWhole && step === undefined;
  const others = isFractional ? [...multiplesOf(flat, 0.01), anyIn(flat)] : [];
  const [first = anyIn(flat), ...further] = [...multiples, ...others];
  return fc.oneof({ withCrossShrink: true }, first, ...further).filter((number) => isWithin(flat, number));
}

/** None where no multiple lies between the bounds. */
function multiplesOf(flat: JsonObject, step: number): fc.Arbitrary<number>[] {
  const { min, max } = limitsOf(flat);
  const least = Math.ceil(Math.max(min / step, -MOST));
  const most = Math.floor(Math.min(max / step, MOST));
  if (least > most) return [];
  const nearest = Math.min(Math.max(0, least), most);
  const usual = { min: Math.max(least, nearest - USUAL), max: Math.min(most, nearest + USUAL) };
  const counts = fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: fc.integer(usual) },
    { weight: 1, arbitrary: fc.integer({ min: least, max: most }) },
  );
  // 7 / 100 is 0.07, and 7 * 0.01 is not.
  const parts = Math.round(1 / step);
  return [counts.map((count) => (step < 1 && parts * step === 1 ? count / parts : count * step))];
}

function anyIn(flat: JsonObject): fc.Arbitrary<number> {
  // JSON has no negative zero.
  return fc.double({ ...limitsOf(flat), noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
}

function limitsOf({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: JsonObject): { min: number; max: number } {
  const given = (bounds: unknown[]) => bounds.filter((bound) => typeof bound === "number");
  return {
    min: Math.max(-MOST, ...given([minimum, exclusiveMinimum])),
    max: Math.min(MOST, ...given([maximum, exclusiveMaximum])),
  };
}
