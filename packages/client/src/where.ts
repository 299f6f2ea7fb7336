import type { ServiceOrder } from "@quayside/types/dataloy";
import { timeKindOf } from "./time-kind.js";

declare const condition: unique symbol;

/** One condition of a filter, as Dataloy reads it. */
export type Condition = string & { readonly [condition]?: true };

/**
 * Conditions on a record's properties: `where.status.statusTypeCode.eq("FIN")`.
 *
 * A way over an object or a list that is not there drops the record; `left` after it keeps it:
 * `where.businessPartner.left.businessPartnerCode.ne("100131")`.
 */
export type Where<Record> = {
  // `self` and `remarks` cannot be filtered.
  readonly [Name in Exclude<keyof Record, "self" | "remarks"> & string]-?: WhereProperty<
    NonNullable<Record[Name]>,
    Name
  >;
};

type WhereProperty<Value, Name extends string> = [Value] extends [readonly (infer Element)[]]
  ? Inside<Where<Element>>
  : [Value] extends [object]
    ? Inside<Where<Value>> & Nullable
    : Compared<Value> & Nullable & OrderedProperty<Value, Name>;

/** Numbers have an order and, of texts, the dates: Dataloy's end in `Date`, all of them. */
type OrderedProperty<Value, Name> = [Value] extends [number]
  ? Ordered<number>
  : Name extends `${string}Date`
    ? Ordered<string>
    : unknown;

type Inside<Path> = Path & {
  /** Keeps a record where there is nothing at this place, which would drop out without it. */
  readonly left: Path;
};
type Nullable = {
  /** Null. */
  isNull(): Condition;
};
type Compared<Value> = {
  /** Equal; case counts. */
  eq(value: Value): Condition;
  /** Not equal. */
  ne(value: Value): Condition;
  /** One of these. */
  in(...values: [Value, ...Value[]]): Condition;
};
/** Of a date, the value is a time without a zone, such as `2020-10-01T00:00:00`. */
type Ordered<Value> = {
  /** Greater than, or later. */
  gt(value: Value): Condition;
  /** Greater or equal, or not before. */
  gte(value: Value): Condition;
  /** Less than, or earlier. */
  lt(value: Value): Condition;
  /** Less or equal, or not after. */
  lte(value: Value): Condition;
};

/** What a list can be sorted by: `sortBy.orderDate.desc()`. */
export type SortBy<Record> = {
  readonly [Name in Exclude<keyof Record, "self" | "remarks"> & string]-?: SortProperty<NonNullable<Record[Name]>>;
};

type SortProperty<Value> = Value extends readonly unknown[]
  ? never
  : Value extends object
    ? Inside<SortBy<Value>>
    : {
        /** The smallest first. */
        asc(): string;
        /** The greatest first. */
        desc(): string;
        /** The smallest first, without regard to upper and lower case. */
        ascIgnoringCase(): string;
        /** The greatest first, without regard to upper and lower case. */
        descIgnoringCase(): string;
      };

const OPERATORS: Readonly<Record<string, string>> = {
  eq: "EQ",
  ne: "NE",
  gt: "GT",
  gte: "GTE",
  lt: "LT",
  lte: "LTE",
  in: "IN",
  isNull: "NULL",
  asc: "AS",
  desc: "DS",
  ascIgnoringCase: "ASI",
  descIgnoringCase: "DSI",
};

/**
 * Writes conditions on service orders. Each is an element of the query's `filter`; all of them must hold.
 *
 * @throws TypeError for a value that the filter cannot carry: an empty text, one with a double quote or a line break, a number that is
 *   not finite, and a time that is not written `2020-10-01T00:00:00` where times are compared.
 */
export const where = path("") as Where<ServiceOrder>;

/** Writes the `sort` of a list of service orders. One property is all that Dataloy is known to take. */
export const sortBy = path("") as SortBy<ServiceOrder>;

/** A filter by which one of two conditions must hold. How Dataloy groups it with a third is not known, so it stands alone. */
export function or(one: Condition, other: Condition): string[] {
  return [one, "(OR)", other];
}

function path(way: string): unknown {
  const get = (_: object, name: string | symbol) => {
    if (typeof name === "symbol") return undefined;
    if (Object.hasOwn(OPERATORS, name)) return (...values: unknown[]) => write(way, name, values);
    if (name === "left") return path(`${way}+`);
    return path((way && `${way}.${name}`) || name);
  };
  return new Proxy({}, { get });
}

function write(way: string, name: string, values: readonly unknown[]): Condition {
  const texts = values.map((value) => literal(value, `where.${way}.${name}`, /^[gl]t/.test(name)));
  return `${way}(${OPERATORS[name]})${name === "in" ? `(${texts.join(",")})` : texts.join("")}`;
}

function literal(value: unknown, subject: string, isOrdered: boolean): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  if (Number.isFinite(value)) return String(value);
  const text = String(value);
  const isUsable = isOrdered ? timeKindOf(text) === "local-time" : /^[^"\p{Cc}\p{Cs}]+$/u.test(text);
  if (typeof value === "string" && isUsable) return /^[\w.:-]+$/.test(text) ? text : `"${text}"`;
  throw new TypeError(
    `${subject} takes a finite number or ${isOrdered ? "a time such as 2020-10-01T00:00:00" : "a text without double quotes"}.`,
  );
}
