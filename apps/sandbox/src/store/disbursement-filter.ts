import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import type { Scope } from "./scope.js";
import type { DisbursementLineRow, DisbursementRow, EntityRow } from "./tables.js";

/** A step to another object. Where it leads to none, the row drops out, unless the step keeps it: then there is null. */
export type Step = { readonly keepsNull: boolean };

/** A way from an order to a value: its own, or a line's, there or in the object that is referred to. */
export type Path = {
  /** Leads to the lines first. */
  readonly lines?: Step | undefined;
  /** Leads from there to the object whose key the column holds. */
  readonly reference?: (Step & { readonly column: keyof DisbursementRow | keyof DisbursementLineRow }) | undefined;
  readonly column: keyof DisbursementRow | keyof DisbursementLineRow | keyof EntityRow;
  readonly isText: boolean;
};

/** What a value is held against; the values are of the kind that the path leads to. */
export type Condition = { readonly path: Path } & (
  | { readonly operator: "EQ" | "NE" | "GT" | "GTE" | "LT" | "LTE"; readonly value: string | number }
  | { readonly operator: "IN"; readonly values: readonly (string | number)[] }
  | { readonly operator: "NULL" }
);

/** Groups that all must hold; a group holds when one of its conditions does. */
export type Filter = readonly (readonly Condition[])[];

/**
 * Writes a filter as conditions on `disbursements as one`, all of which must hold. As in an SQL join, a row whose path leads over nothing drops out of the
 * whole list, whatever else the filter says; a `+` makes it a left join, and then the value is null.
 *
 * - A null equals nothing: NE keeps it, NULL finds it, and every other operator drops it.
 * - A condition on the lines holds when it does for one of them. Each condition looks for a line of its own.
 *
 * @param others - Further paths that the list needs, for its order.
 */
export function conditionsOf(scope: Scope, filter: Filter, others: readonly Path[]): Expression<SqlBool>[] {
  const paths = [...filter.flat().map(({ path }) => path), ...others];
  const groups = filter.map((group) => group.map((condition) => meets(scope, condition)));
  return [...paths.flatMap(needs), ...groups.map((group) => sql<SqlBool>`(${sql.join(group, sql` or `)})`)];
}

/** Whether a list with these parts leaves nothing out, so that it need not be counted. */
export function isWhole(filter: Filter, others: readonly Path[]): boolean {
  return filter.length === 0 && others.flatMap(needs).length === 0;
}

/** What the steps of a path that keep no null ask of a row. */
function needs({ lines, reference }: Path): RawBuilder<SqlBool>[] {
  if (lines !== undefined) return lines.keepsNull ? [] : [sql`exists (${linesOf(sql`1`)})`];
  const mayBeNull = reference?.column === "business_partner" || reference?.column === "amount_advanced_currency";
  if (reference === undefined || reference.keepsNull || !mayBeNull) return [];
  return [sql`${sql.ref(`one.${reference.column}`)} is not null`];
}

function meets(scope: Scope, condition: Condition): RawBuilder<SqlBool> {
  const { lines } = condition.path;
  if (lines === undefined) return meetsAt(scope, condition, "one");
  const one = sql<SqlBool>`exists (${linesOf(sql`1`)} and ${meetsAt(scope, condition, "line")})`;
  return lines.keepsNull && keepsNull(condition) ? sql`(${one} or not exists (${linesOf(sql`1`)}))` : one;
}

/** A reference is looked up by its value and not by its key, so that an index on it is of use. */
function meetsAt(scope: Scope, condition: Condition, at: "one" | "line"): RawBuilder<SqlBool> {
  const { reference, column } = condition.path;
  if (reference === undefined) return compare(sql.ref(`${at}.${column}`), condition);
  const key = sql.ref(`${at}.${reference.column}`);
  if (column === "key") return compare(key, condition);
  const found = sql<SqlBool>`${key} in (select entity.key from entities as entity where entity.copy = ${scope.copy}
    and entity.owner = ${scope.owner} and ${compare(sql.ref(`entity.${column}`), condition)})`;
  return keepsNull(condition) ? sql`(${found} or ${key} is null)` : found;
}

function keepsNull({ operator }: Condition): boolean {
  return operator === "NE" || operator === "NULL";
}

const SIGNS = { EQ: "=", GT: ">", GTE: ">=", LT: "<", LTE: "<=" } as const;

function compare(value: Expression<unknown>, condition: Condition): RawBuilder<SqlBool> {
  switch (condition.operator) {
    case "NULL":
      return sql`${value} is null`;
    case "NE":
      return sql`(${value} <> ${condition.value} or ${value} is null)`;
    case "IN":
      return sql`${value} in (${sql.join(condition.values)})`;
    default:
      return sql`${value} ${sql.raw(SIGNS[condition.operator])} ${condition.value}`;
  }
}

/**
 * The value at the end of a path, to sort by; of several lines the least or the greatest.
 *
 * @param fold - Whether texts count without regard to case, that is to say ASCII letters, for these both databases fold alike.
 */
export function valueAt(path: Path, direction: "asc" | "desc", fold: boolean): RawBuilder<unknown> {
  const value = path.lines === undefined ? valueIn(path, "one") : valueIn(path, "line");
  const folded = fold && path.isText ? sql`lower(${value})` : value;
  if (path.lines === undefined) return folded;
  return sql`(${linesOf(direction === "asc" ? sql`min(${folded})` : sql`max(${folded})`)})`;
}

function valueIn({ reference, column }: Path, at: "one" | "line"): RawBuilder<unknown> {
  if (reference === undefined) return sql`${sql.ref(`${at}.${column}`)}`;
  const key = sql.ref(`${at}.${reference.column}`);
  if (column === "key") return sql`${key}`;
  const copy = sql.ref(`${at}.copy`);
  return sql`(select ${sql.ref(`entity.${column}`)} from entities as entity where entity.copy = ${copy} and entity.key = ${key})`;
}

function linesOf(selected: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select ${selected} from disbursement_lines as line where line.copy = one.copy and line.service_order = one.key`;
}
