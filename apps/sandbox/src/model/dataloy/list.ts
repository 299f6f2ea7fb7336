import { refuse } from "../call.js";
import { type Kind, leadsSomewhere, PATHS, type Value, valuesAt } from "./paths.js";
import type { WholeOrder } from "./tenant.js";

/** The orders that meet a filter, sorted: by key, unless something else is wanted. Of several things that are wrong, it is open which one is told. */
export function keptBy(orders: readonly WholeOrder[], filter: readonly string[], sort = "key(AS)"): WholeOrder[] {
  const groups = groupsOf(filter).map((texts) => texts.map(conditionOf));
  const [, sortPath = "", direction = ""] = /^(.*)\((\w+)\)$/.exec(sort) ?? [];
  kindOf(sortPath);
  const paths = [...groups.flat().map(({ path }) => path), sortPath];
  return orders
    .filter((order) => paths.every((path) => leadsSomewhere(order, path)))
    .filter((order) => groups.every((group) => group.some((condition) => meets(order, condition))))
    .toSorted((one, other) => one.key - other.key)
    .toSorted((one, other) =>
      inOrder(sortKey(one, sortPath, direction), sortKey(other, sortPath, direction), direction),
    );
}

/** `A (OR) B` is a group of two, and every other condition one of its own. */
function groupsOf(filter: readonly string[]): string[][] {
  const parts = filter.join("\n").split("\n(OR)\n");
  if (parts.some((part) => part.split("\n").includes("(OR)"))) refuse(400);
  const groups: string[][] = [];
  for (const part of parts) {
    const [first, ...rest] = part === "" ? [] : part.split("\n");
    const joined = groups.at(-1);
    if (first !== undefined && joined !== undefined) joined.push(first);
    else if (first !== undefined) groups.push([first]);
    groups.push(...rest.map((text) => [text]));
  }
  return groups;
}

type Condition = {
  readonly path: string;
  readonly operator: string;
  readonly wanted: readonly Value[];
};

function conditionOf(text: string): Condition {
  const [, path = "", operator = "", value = ""] = /^([^(]*)\(([A-Z]+)\)(.*)$/s.exec(text) ?? [];
  const kind = kindOf(path);
  if (/^[GL]T/.test(operator) && (kind === "text" || kind === "boolean")) refuse(400);
  const texts = operator === "IN" ? (value.slice(1, -1).match(/"[^"]*"|[^,]+/g) ?? []) : [value];
  return { path, operator, wanted: texts.map((one) => readValue(kind, one)) };
}

function kindOf(path: string): Kind {
  return PATHS.get(path.replaceAll("+", "")) ?? refuse(400);
}

function readValue(kind: Kind, text: string): Value {
  if (kind === "integer" || kind === "number") return Number(text);
  if (kind === "boolean") return text === "1" || text === "true";
  return text.replace(/^"(.*)"$/s, "$1");
}

/** A null is equal to nothing. Of lines, any may do; without any there is null, where a `+` allows it. */
function meets(order: WholeOrder, { path, operator, wanted }: Condition): boolean {
  const [first = null] = wanted;
  const values = valuesAt(order, path);
  return values.some((value) => {
    if (operator === "NULL") return value === null;
    if (operator === "NE") return value !== first;
    if (value === null || first === null) return false;
    if (operator === "IN") return wanted.includes(value);
    const compared = compare(value, first);
    return { EQ: compared === 0, GT: compared > 0, GTE: compared >= 0, LT: compared < 0, LTE: compared <= 0 }[operator];
  });
}

/** Texts by their bytes. */
function compare(one: Value, other: Value): number {
  if (typeof one === "string" && typeof other === "string") return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return Number(one) - Number(other);
}

/** What an order is sorted by; of its lines the one that comes first. */
function sortKey(order: WholeOrder, path: string, direction: string): Value {
  const values = valuesAt(order, path).filter((value) => value !== null);
  const folded = direction.endsWith("I") ? values.map(fold) : values;
  return folded.toSorted((one, other) => inOrder(one, other, direction))[0] ?? null;
}

/** Letters beyond ASCII keep their case. */
function fold(value: Value): Value {
  return typeof value === "string" ? value.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : value;
}

/** A null is less than everything. */
function inOrder(one: Value, other: Value, direction: string): number {
  if (one === other) return 0;
  const ascending = one === null ? -1 : other === null ? 1 : compare(one, other);
  return direction.startsWith("A") ? ascending : -ascending;
}
