import type { Kind } from "./properties.js";
import type { Refuse } from "./read-path.js";

const MAX_LIST = 1000;
/** Every number so long is one that both databases hold exactly; no record has a longer one. */
const INTEGER = /^-?\d{1,15}(\.0+)?$/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const BOOLEANS: ReadonlyMap<string, number> = new Map([
  ["1", 1],
  ["true", 1],
  ["0", 0],
  ["false", 0],
]);
/** Reads the value of a condition; refuses one that is not of the kind, and a number that no record can hold. */
export function readValue(kind: Kind, text: string, refuse: Refuse): string | number {
  if (text === "") return refuse("has no value");
  switch (kind) {
    case "integer":
      return INTEGER.test(text)
        ? Number(text)
        : refuse(`has ${show(text)} where a whole number of at most 15 digits is due`);
    case "number":
      return NUMBER.test(text) && Number.isFinite(Number(text))
        ? Number(text)
        : refuse(`has ${show(text)} where a number is due`);
    case "date":
      return DATE.test(unquote(text))
        ? unquote(text)
        : refuse(`has ${show(text)} where a date such as 2020-10-01T00:00:00 is due`);
    case "boolean":
      return BOOLEANS.get(text) ?? refuse(`has ${show(text)} where 1 or 0 is due`);
    case "text":
      return unquote(text);
  }
}

/** Reads the values of `(IN)`, which stand in parentheses, between commas. */
export function readList(kind: Kind, text: string, refuse: Refuse): (string | number)[] {
  const [, inner] = /^\((.*)\)$/s.exec(text) ?? [];
  if (inner === undefined) return refuse("has no list in parentheses, such as (IN)(EST,REV)");
  const elements = split(inner);
  if (elements.length > MAX_LIST) return refuse(`has a list of more than ${MAX_LIST} values`);
  return elements.map((element) => readValue(kind, element, refuse));
}

/** In quotes, a comma is a character like others. */
function split(list: string): string[] {
  const elements = [""];
  for (const part of list.match(/"[^"]*"|[^,"]+|,|"/g) ?? []) {
    if (part === ",") elements.push("");
    else elements.push(elements.pop() + part);
  }
  return elements.map((element) => element.trim());
}

function unquote(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

function show(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}
