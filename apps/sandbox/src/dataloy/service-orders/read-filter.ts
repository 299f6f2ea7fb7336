import { Refusal } from "@quayside/serve";
import type { Condition, Filter } from "../../store/disbursement-filter.js";
import { type ReadPath, type Refuse, readPath } from "./read-path.js";
import { readList, readValue } from "./read-value.js";

const MAX_CONDITIONS = 20;
/** In all conditions of a filter; SQLite takes some thirty thousand values in a statement. */
const MAX_VALUES = 10_000;
const OR = "(OR)";
const FORM = /^([^()]*)\(([A-Z]*)\)(.*)$/s;

/**
 * Reads the parameter `filter`, each element of it a condition or `(OR)`. Conditions all have to hold; `(OR)` joins its two
 * neighbours to a group of which one has to (D-71): A, (OR), B, C is (A or B) and C.
 *
 * @throws Refusal - 400 that shows the condition and says what is wrong with it.
 */
export function readFilter(texts: readonly string[]): Filter {
  if (texts.length > MAX_CONDITIONS) throw new Refusal(400, `A filter has at most ${MAX_CONDITIONS} conditions.`);
  const groups: Condition[][] = [];
  for (const [index, text] of texts.entries()) {
    if (text === OR) refuseLooseOr(texts, index);
    else if (texts[index - 1] === OR) groups.at(-1)?.push(readCondition(text));
    else groups.push([readCondition(text)]);
  }
  const values = groups.flat().flatMap((one) => (one.operator === "IN" ? one.values : []));
  if (values.length > MAX_VALUES) throw new Refusal(400, `All (IN) of a filter have at most ${MAX_VALUES} values.`);
  return groups;
}

function refuseLooseOr(texts: readonly string[], index: number): void {
  const isCondition = (text: string | undefined) => text !== undefined && text !== OR;
  if (isCondition(texts[index - 1]) && isCondition(texts[index + 1])) return;
  throw new Refusal(400, "filter=(OR) stands between two conditions, and joins them.");
}

function readCondition(text: string): Condition {
  const refuse = refusing("filter", text);
  const [, path = "", operator = "", value = ""] = FORM.exec(text) ?? refuse("is not of the form <path>(EQ)<value>");
  const read = readPath(path, refuse);
  switch (operator) {
    case "EQ":
    case "NE":
      return { path: read.path, operator, value: readValue(read.kind, value, refuse) };
    case "GT":
    case "GTE":
    case "LT":
    case "LTE":
      refuseUnordered(read, operator, refuse);
      return { path: read.path, operator, value: readValue(read.kind, value, refuse) };
    case "IN":
      return { path: read.path, operator, values: readList(read.kind, value, refuse) };
    case "NULL":
      if (value !== "") refuse("has a value, and NULL takes none");
      return { path: read.path, operator };
    default:
      return refuse(`has the unknown operator ${operator}; there are EQ, NE, GT, GTE, LT, LTE, IN and NULL`);
  }
}

function refuseUnordered({ kind }: ReadPath, operator: string, refuse: Refuse): void {
  if (kind === "text" || kind === "boolean")
    refuse(`compares a ${kind} by ${operator}, which is for numbers and dates`);
}

/** Refuses a part of a query, which it shows. */
export function refusing(name: string, text: string): Refuse {
  const shown = text.length > 100 ? `${text.slice(0, 99)}…` : text;
  return (why) => {
    throw new Refusal(400, `The ${name} ${shown} ${why}.`);
  };
}
