import type { Caller } from "../caller.js";
import type { Values } from "../cases/case.js";
import type { Check } from "../check.js";
import { valueAt, valuesAt } from "../pointer.js";
import { instantOf, isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { isRowOf } from "./record.js";
import type { Comparison, Filter, Resource } from "./resource.js";
import { everyRow, MOST_ROWS, readPage } from "./rows.js";
import { type Complaint, steadily } from "./steadily.js";

/** As many of the rows' own values as a filter is tried with. */
const MOST_VALUES = 4;

/** Each filter only narrows, keeps every row that fits, and none that does not. */
export function filters(resource: Resource): Check[] {
  return resource.filters.map((filter) =>
    meaningCheck(
      resource.list.operationId,
      `${filter.parameter} ${filter.write ?? ""} filters`.replace("  ", " "),
      "reads",
      async (caller) => {
        const wrong = await steadily(caller, resource.list, async (all) => {
          for (const value of valuesFor(filter, all)) {
            const complaint = await tryFilter(caller, resource, filter, value, all);
            if (complaint !== undefined) return { ...complaint, came: `filtered by ${show(value)}, ${complaint.came}` };
          }
          return undefined;
        });
        const where = `${resource.list.operationId} ${filter.parameter}`;
        if (wrong !== undefined) tell(caller, "filter-wrong", where, wrong.came, wrong.expected, filter.inferred);
      },
    ),
  );
}

async function tryFilter(
  caller: Caller,
  { list }: Resource,
  filter: Filter,
  value: unknown,
  all: readonly unknown[],
): Promise<Complaint | undefined> {
  const rows = await everyRow(caller, list, filteredBy(filter, value));
  const stray = rows.find((row) => !fits(filter, row, value));
  if (stray !== undefined) {
    const own = show(valuesAt(stray, filter.row));
    return { came: `a row has ${own} at ${filter.row}`, expected: `only rows that are ${filter.keeps}` };
  }
  const id = { ...list.id, record: list.id.row };
  const missing = all.find((row) => fits(filter, row, value) && !rows.some((one) => isRowOf(id, one, row)));
  // Of a list too long to be read nothing is known to be missing.
  if (all.length < MOST_ROWS && missing !== undefined)
    return { came: `the row ${show(valueAt(missing, list.id.row))} is missing`, expected: "every row that fits" };
  const { total } = await readPage(caller, list, filteredBy(filter, value));
  if (total === undefined || rows.length >= MOST_ROWS || total === rows.length) return undefined;
  return { came: `the total is ${total}`, expected: `${rows.length}, as many as rows come` };
}

function filteredBy({ parameter, write = "{}" }: Filter, value: unknown): Values {
  const name = parameter.slice("query.".length);
  return { query: { [name]: write === "{}" ? value : write.replace("{}", String(value)) } };
}

/** The filter's own values, and some of those that the rows have: of the first, of the last, and between. */
function valuesFor(filter: Filter, all: readonly unknown[]): unknown[] {
  const own = all.flatMap((row) => valuesAt(row, filter.row)).filter((value) => value !== null && value !== "");
  const distinct = [...new Set(own)];
  const steps = Array.from({ length: MOST_VALUES }, (_, index) =>
    Math.floor((index * (distinct.length - 1)) / (MOST_VALUES - 1)),
  );
  const some = distinct.length === 0 ? [] : steps.map((index) => distinct[index]);
  return [...new Set([...(filter.values ?? []), ...some, ...partsOf(filter, some)])];
}

/** A part from the middle of a text, and the same in other letters. */
function partsOf({ keeps }: Filter, values: readonly unknown[]): string[] {
  const [first] = values;
  if (keeps !== "contains" || typeof first !== "string" || first.length < 4) return [];
  return [first.slice(1, -1), first.toLowerCase()];
}

function fits({ row: pointer, keeps }: Filter, row: unknown, value: unknown): boolean {
  const own = valuesAt(row, pointer);
  return keeps === "unequal" ? own.every((one) => !isEqual(one, value)) : own.some((one) => HOLDS[keeps](one, value));
}

/** What is null is neither less nor more. */
const HOLDS: Readonly<Record<Exclude<Comparison, "unequal">, (own: unknown, value: unknown) => boolean>> = {
  equal: isEqual,
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
