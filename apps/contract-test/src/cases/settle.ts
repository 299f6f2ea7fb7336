import type { Values } from "./case.js";
import type { Known } from "./known-values.js";
import { putValue, valueIn } from "./put-value.js";
import type { Combination } from "./references.js";

/**
 * Makes the values of a call go together: where one place of a combination was changed, the others follow, by the first row
 * that has the new value; where none was, by the first row that fits what is there, or the very first.
 *
 * @param changed - The place that was changed; it stays as it is.
 * @returns Undefined when no row has what now stands there.
 */
export function settle(values: Values, { combinations }: Known, changed?: string): Values | undefined {
  let settled = values;
  for (const combination of combinations.filter(({ places }) => !places.every(isOfLists))) {
    const row = rowFor(combination, values, changed);
    if (row === undefined) return undefined;
    settled = putRow(settled, combination, row);
  }
  return settled;
}

/** The values of a call with a row of a combination put in. */
export function putRow(values: Values, { places }: Combination, row: readonly unknown[]): Values {
  return places.reduce((all, place, index) => (isOfLists(place) ? all : putValue(all, place, row[index])), values);
}

/** A value in an element of a list stands alone; it is chosen where the list is made. */
function isOfLists(place: string): boolean {
  return place.includes("/#");
}

function rowFor({ places, rows }: Combination, values: Values, changed: string | undefined) {
  const own = places.filter((place) => !isOfLists(place));
  const has = (row: readonly unknown[], place: string) => isSame(row[places.indexOf(place)], valueIn(values, place));
  if (changed !== undefined && own.includes(changed)) return rows.find((row) => has(row, changed));
  const given = own.filter((place) => valueIn(values, place) !== undefined);
  return (
    rows.find((row) => own.every((place) => has(row, place))) ??
    rows.find((row) => given.every((place) => has(row, place))) ??
    rows[0]
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
