import { elements } from "../document.js";
import { valueAt, valuesAt } from "../pointer.js";
import type { Caller } from "../run/caller.js";
import type { Check } from "../run/check.js";
import { instantOf, isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { isRowOf } from "./record.js";
import type { Comparison, Filter, Listing, Resource } from "./resource.js";
import { everyRow, MOST_ROWS, readPage } from "./rows.js";
import { type Complaint, steadily } from "./steadily.js";

/** As many of the rows' own values as a filter is tried with. */
const MOST_VALUES = 4;
/** As many of each filter's values as two filters are tried with together. */
const MOST_CROSSED = 3;

/** Each filter only narrows, keeps every row that fits, and none that does not; two together keep what fits both. */
export function filters(resource: Resource): Check[] {
  const { list } = resource;
  const alone = resource.filters.map((filter) => {
    const name = `${filter.parameter}${filter.write === undefined ? "" : ` ${filter.write}`} filters`;
    return filterCheck(list, name, [filter], (all) => valuesFor(filter, all).map((value) => [value]));
  });
  const pairs = resource.filters.slice(1).map((filter, index) => [resource.filters[index] ?? filter, filter] as const);
  const together = pairs
    .filter(([one, other]) => one.parameter !== other.parameter)
    .map((pair) =>
      filterCheck(list, `${pair.map(({ parameter }) => parameter).join(" and ")} filter together`, pair, (all) =>
        crossed(pair.map((filter) => valuesFor(filter, all).slice(0, MOST_CROSSED))),
      ),
    );
  return [...alone, ...together];
}

function crossed(lists: readonly (readonly unknown[])[]): unknown[][] {
  return lists.reduce<unknown[][]>((sums, list) => sums.flatMap((sum) => list.map((value) => [...sum, value])), [[]]);
}

function filterCheck(
  list: Listing,
  name: string,
  used: readonly Filter[],
  valuesOf: (all: readonly unknown[]) => unknown[][],
): Check {
  return meaningCheck(list.operationId, name, "reads", async (caller) => {
    const wrong = await steadily(caller, list, async (all) => {
      for (const values of valuesOf(all)) {
        const complaint = await tryFilters(caller, list, used, values, all);
        if (complaint !== undefined) return { ...complaint, came: `filtered by ${show(values)}, ${complaint.came}` };
      }
      return undefined;
    });
    const where = `${list.operationId} ${used[0]?.parameter}`;
    const inferred = used.some((filter) => filter.inferred);
    if (wrong !== undefined) tell(caller, "filter-wrong", where, wrong.came, wrong.expected, inferred);
  });
}

async function tryFilters(
  caller: Caller,
  list: Listing,
  used: readonly Filter[],
  values: readonly unknown[],
  all: readonly unknown[],
): Promise<Complaint | undefined> {
  const query = Object.assign({}, ...used.map((filter, index) => queryOf(filter, values[index])));
  const rows = await everyRow(caller, list, { query });
  const misfit = (row: unknown) => used.find((filter, index) => !fits(filter, row, values[index]));
  const stray = rows.find((row) => misfit(row) !== undefined);
  const broken = stray === undefined ? undefined : misfit(stray);
  if (broken !== undefined) {
    const own = show(valuesAt(stray, broken.row));
    return { came: `a row has ${own} at ${broken.row}`, expected: `only rows that are ${broken.keeps}` };
  }
  const id = { ...list.id, record: list.id.row };
  const missing = all.find((row) => isSure(used, row, values) && !rows.some((one) => isRowOf(id, one, row)));
  // Of a list too long to be read nothing is known to be missing.
  if (all.length < MOST_ROWS && missing !== undefined)
    return { came: `the row ${show(valueAt(missing, list.id.row))} is missing`, expected: "every row that fits" };
  const { total } = await readPage(caller, list, { query });
  if (total === undefined || rows.length >= MOST_ROWS || total === rows.length) return undefined;
  return { came: `the total is ${total}`, expected: `${rows.length}, as many as rows come` };
}

/** Whether case matters to a search is not documented (D-100): a row that fits only without it may be there or not. */
function isSure(used: readonly Filter[], row: unknown, values: readonly unknown[]): boolean {
  return used.every((filter, index) => {
    const value = values[index];
    if (!fits(filter, row, value)) return false;
    return filter.keeps !== "contains" || valuesAt(row, filter.row).some((own) => String(own).includes(String(value)));
  });
}

function queryOf({ parameter, write = "{}" }: Filter, value: unknown): Record<string, unknown> {
  return { [parameter.slice("query.".length)]: write === "{}" ? value : write.replace("{}", () => String(value)) };
}

/** The filter's own values, and some of those that the rows have: of the first, of the last, and between. */
function valuesFor(filter: Filter, all: readonly unknown[]): unknown[] {
  if (filter.keeps === "nothing" || filter.keeps === "something") return [undefined];
  const own = all.flatMap((row) => valuesAt(row, filter.row)).filter((value) => value !== null && value !== "");
  const distinct = [...new Set(own)];
  const steps = Array.from({ length: MOST_VALUES }, (_, index) =>
    Math.floor((index * (distinct.length - 1)) / (MOST_VALUES - 1)),
  );
  const some = distinct.length === 0 ? [] : steps.map((index) => distinct[index]);
  if (filter.keeps === "among") return [some.slice(0, 2), some.slice(-2)];
  return [...new Set([...(filter.values ?? []), ...some, ...partsOf(filter, some), ...momentsOf(filter, some)])];
}

/** A part from the middle of a text, and the same in other letters. */
function partsOf({ keeps, write }: Filter, values: readonly unknown[]): string[] {
  const [first] = values;
  // Equal heeds case, where the grammar says so.
  if (keeps === "equal" && write !== undefined && typeof first === "string") return [first.toLowerCase()];
  if (keeps !== "contains" || typeof first !== "string" || first.length < 4) return [];
  return [first.slice(1, -1), first.toLowerCase()];
}

/** A moment, the second before and the second after, each written in UTC. */
function momentsOf({ keeps, row }: Filter, values: readonly unknown[]): string[] {
  if (keeps !== "at most" || !row.endsWith("_at")) return [];
  const moments = values.map((value) => Number(instantOf(value))).filter((value) => !Number.isNaN(value));
  return moments.flatMap((seconds) =>
    [-1, 0, 1].map((step) => `${new Date((seconds + step) * 1000).toISOString().slice(0, 19)}Z`),
  );
}

function fits({ row: pointer, keeps }: Filter, row: unknown, value: unknown): boolean {
  const own = valuesAt(row, pointer).filter((one) => one !== null);
  if (keeps === "nothing") return own.length === 0;
  if (keeps === "something") return own.length > 0;
  return keeps === "unequal" ? own.every((one) => !isEqual(one, value)) : own.some((one) => HOLDS[keeps](one, value));
}

/** What is null is neither less nor more. */
const HOLDS: Readonly<
  Record<Exclude<Comparison, "unequal" | "nothing" | "something">, (own: unknown, value: unknown) => boolean>
> = {
  equal: isEqual,
  among: (own, value) => elements(value).some((one) => isEqual(own, one)),
  contains: (own, value) => String(own).toLowerCase().includes(String(value).toLowerCase()),
  "at most": (own, value) => own !== null && rank(own) <= rank(value),
  less: (own, value) => own !== null && rank(own) < rank(value),
  greater: (own, value) => own !== null && rank(own) > rank(value),
  "at least": (own, value) => own !== null && rank(own) >= rank(value),
};

/** Numbers as they are, times by their moment. */
export function rank(value: unknown): number {
  return typeof value === "number" ? value : Number(instantOf(value));
}
