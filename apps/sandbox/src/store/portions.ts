/** So many values in one statement are fine with both databases, which end at 65,535 and 32,766. */
const PORTION = 10_000;

/** Does in portions what would be too much for one statement, and joins the results; each value counts once. */
export async function inPortions<Value, Row>(
  values: readonly Value[],
  find: (portion: Value[]) => Promise<Row[]>,
): Promise<Row[]> {
  const unique = [...new Set(values)];
  const found: Row[][] = [];
  for (let from = 0; from < unique.length; from += PORTION) found.push(await find(unique.slice(from, from + PORTION)));
  return found.flat();
}
