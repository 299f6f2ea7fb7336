/** A figure of the sandbox beside the same of its peer, and what is asked of the two. */
export type Result = {
  readonly what: string;
  readonly sandbox: string;
  readonly peer: string;
  readonly ratio: string;
  readonly target: string;
  readonly kept: boolean;
};

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** How often one is contained in the other, as the median of rounds that were measured right after one another. */
export function medianRatio(rounds: readonly { readonly one: number; readonly other: number }[]): number {
  return median(rounds.map(({ one, other }) => one / other));
}

/** The results as a table. */
export function writeTable(results: readonly Result[]): string {
  const head = { what: "", sandbox: "sandbox", peer: "peer", ratio: "ratio", target: "target" };
  const rows = [head, ...results];
  const columns = ["what", "sandbox", "peer", "ratio", "target"] as const;
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) => {
    const cells = columns.map((column, index) => row[column].padEnd(widths[index] ?? 0));
    return `${cells.join("  ")}  ${"kept" in row ? (row.kept ? "kept" : "MISSED") : ""}`.trimEnd();
  });
  return lines.join("\n");
}
