/** A figure of the client beside the same of its peer, and what is asked of the two. */
export type Result = {
  readonly what: string;
  readonly client: string;
  readonly peer: string;
  readonly ratio: string;
  readonly target: string;
  /** Undefined where nothing is asked. */
  readonly kept: boolean | undefined;
};

/** What one round of calls took, by what was called. */
export type Round<Name extends string> = Readonly<Record<Name, number>>;

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** How often one is contained in the other, as the median of rounds that were measured right after one another. */
export function medianRatio<Name extends string>(rounds: readonly Round<Name>[], one: Name, other: Name): number {
  return median(rounds.map((round) => round[one] / round[other]));
}

/** The results as a table. */
export function writeTable(results: readonly Result[]): string {
  const head = { what: "", client: "client", peer: "peer", ratio: "ratio", target: "target", kept: undefined };
  const columns = ["what", "client", "peer", "ratio", "target"] as const;
  const rows = [head, ...results];
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) => {
    const cells = columns.map((column, index) => row[column].padEnd(widths[index] ?? 0));
    return `${cells.join("  ")}  ${row.kept === undefined ? "" : row.kept ? "kept" : "MISSED"}`.trimEnd();
  });
  return lines.join("\n");
}
