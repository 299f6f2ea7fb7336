import type { Cost } from "./measure.ts";

/** How much the largest size may cost of what a straight line through the two smaller ones says: a square through 22 and 250 gives 3.75 at 1,000. */
const MOST_GROWTH = 1.5;

/**
 * The table of what each stage costs at each size, and whether it grows in a straight line. With fewer than three sizes nothing is judged.
 *
 * @param sizes - Rising.
 * @param costs - For each size, for each stage.
 */
export function judgeGrowth(
  stages: readonly string[],
  sizes: readonly number[],
  costs: readonly (readonly Cost[])[],
): { text: string; isKept: boolean } {
  const rows = stages.map((stage, at) => {
    const times = costs.map((one) => one[at]?.ms ?? Number.NaN);
    const peaks = costs.map((one) => one[at]?.peakMiB);
    return { stage, times, peaks, growth: growthOf(sizes, times), growthOfMemory: growthOf(sizes, peaks) };
  });
  const head = ["stage", ...sizes.map((size) => `${size}`), "growth", ...sizes.map((size) => `${size}, MiB`), "growth"];
  const lines = rows.map(({ stage, times, peaks, growth, growthOfMemory }) => [
    stage,
    ...times.map((ms) => `${(ms / 1000).toFixed(1)} s`),
    show(growth),
    ...peaks.map((peak) => `${peak ?? "-"}`),
    show(growthOfMemory),
  ]);
  const bent = rows.filter(({ growth, growthOfMemory }) => Math.max(growth ?? 0, growthOfMemory ?? 0) > MOST_GROWTH);
  const says = bent.length === 0 ? "kept" : `NOT kept by ${bent.map(({ stage }) => stage).join(", ")}`;
  const goal = `growth: the largest by what a straight line through the two before says (goal: at most ${MOST_GROWTH}): ${says}`;
  return { text: `${writeTable([head, ...lines])}\n${goal}`, isKept: bent.length === 0 };
}

/** The largest size's value by what the straight line says; undefined where there are too few sizes or figures. */
function growthOf(sizes: readonly number[], values: readonly (number | undefined)[]): number | undefined {
  const [x0 = Number.NaN, x1 = Number.NaN, x2 = Number.NaN] = sizes.slice(-3);
  const [y0 = Number.NaN, y1 = Number.NaN, y2 = Number.NaN] = values.slice(-3);
  const expected = y1 + ((y1 - y0) / (x1 - x0)) * (x2 - x1);
  const growth = y2 / Math.max(expected, y1);
  return Number.isFinite(growth) ? growth : undefined;
}

function show(growth: number | undefined): string {
  return growth === undefined ? "-" : growth.toFixed(2);
}

function writeTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join("  ")).join("\n");
}
