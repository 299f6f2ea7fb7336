import { Refusal } from "@quayside/serve";
import type { DisbursementLineRow } from "../../store/tables.js";

/** A stored line. */
export type Line = DisbursementLineRow;

type Amount = "amount_estimate" | "amount_revised" | "amount_final";

/** Which of a line's amounts counts in each stage of the account; in others the estimate does. */
const STAGES: ReadonlyMap<string | null, Amount> = new Map([
  ["REV", "amount_revised"],
  ["FIN", "amount_final"],
]);

/** An order's total: the sum of its lines' amounts of the present stage (D-83). */
export function amountOf(statusCode: string | null, lines: readonly Pick<Line, Amount>[]): number {
  const amount = STAGES.get(statusCode) ?? "amount_estimate";
  const sum = lines.reduce((total, line) => total + (line[amount] ?? 0), 0);
  // 0.1 and 0.2 are 0.3, and a double is exact to 15 digits.
  return Number(sum.toPrecision(15));
}

/** What an update sets of an existing line. */
export type LineChange = { readonly key: number; readonly values: Partial<Line> };

/** Who changes something, and when. */
export type Change = Pick<Line, "changed_by_id" | "modified_date">;

/** What an update makes of the lines that an order has. */
export type Reconciled = {
  /** Those that stay, changed or not. */
  readonly kept: readonly Line[];
  readonly changed: readonly Line[];
  /** The keys of those that go. */
  readonly removed: readonly number[];
};

/**
 * Makes an order's lines what an update wants them to be (D-86): those that it names stay, and the others go. A line whose
 * values stay the same does not count as changed.
 *
 * @throws Refusal - 400 for a key that is no line of the order, or that comes twice.
 */
export function reconcileLines(before: readonly Line[], wanted: readonly LineChange[], change: Change): Reconciled {
  refuseOddKeys(before, wanted);
  const byKey = new Map(wanted.map(({ key, values }) => [key, values]));
  const staying = before.filter(({ key }) => byKey.has(key));
  const kept = staying.map((line) => changeLine(line, byKey.get(line.key) ?? {}, change));
  return {
    kept,
    changed: kept.filter((line, index) => line !== staying[index]),
    removed: before.map(({ key }) => key).filter((key) => !byKey.has(key)),
  };
}

function refuseOddKeys(before: readonly Line[], wanted: readonly LineChange[]): void {
  const free = new Set(before.map(({ key }) => key));
  for (const { key } of wanted) {
    if (free.delete(key)) continue;
    const isLine = before.some((line) => line.key === key);
    throw new Refusal(400, isLine ? `The line with key ${key} comes twice.` : `The order has no line with key ${key}.`);
  }
}

/** A line that stays as it is is the same object. */
function changeLine(line: Line, values: Partial<Line>, change: Change): Line {
  const isSame = Object.entries(values).every(([name, value]) => Reflect.get(line, name) === value);
  return isSame ? line : { ...line, ...values, ...change };
}
