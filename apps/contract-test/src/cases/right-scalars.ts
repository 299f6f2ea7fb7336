import { elements, type JsonObject } from "../document.js";

/** A value that a schema allows, and what is special about it. */
export type RightValue = { readonly why: string; readonly value: unknown };

/** A longer text is not tried. In characters. */
const LONGEST = 10_000;

/** Of a value in a name; in characters. */
const MOST_SHOWN = 60;

/** Quotes, a backslash, a line break, markup, an emoji, Hebrew, a combining accent, a percent sign. */
const AWKWARD = '"O\'Brien" \\ 50 % <b>&amp;</b>\r\n🚢 שלום e\u0301';

/**
 * Numbers at the bounds of a flat schema and just inside of them; zero and a negative number where it has none.
 *
 * @param isWhole - Whether only integers are wanted.
 */
export function rightNumbers(flat: JsonObject, isWhole: boolean): RightValue[] {
  const step = isWhole ? 1 : 0.001;
  const from = (keyword: string, distance: number, why: string) => {
    const bound = flat[keyword];
    return typeof bound === "number" ? [{ why, value: bound + distance }] : [];
  };
  const numbers = [
    ...from("minimum", 0, "at its minimum"),
    ...from("minimum", 1, "just above its minimum"),
    ...from("exclusiveMinimum", step, "just above its excluded minimum"),
    ...from("maximum", 0, "at its maximum"),
    ...from("maximum", -1, "just below its maximum"),
    ...from("exclusiveMaximum", -step, "just below its excluded maximum"),
    { why: "as zero", value: 0 },
    { why: "as a negative number", value: isWhole ? -1 : -1.5 },
    ...(isWhole ? [] : [{ why: "with a fraction", value: 0.25 }]),
  ];
  return numbers.filter(({ value }) => isWithin(flat, value));
}

/**
 * Texts of the lengths that a flat schema allows, or of the form that its pattern or format asks for. Of a form that is not
 * known here there are only the documented examples.
 */
export function rightTexts(flat: JsonObject): RightValue[] {
  const { pattern, format } = flat;
  if (typeof pattern !== "string" && typeof format !== "string") return textsOfLengths(flat);
  const expression = typeof pattern === "string" ? new RegExp(pattern, "u") : /^/;
  const forms = typeof format === "string" ? FORMS.filter((form) => form.format === format) : FORMS;
  return [...forms.map(({ why, value }) => ({ why, value })), ...examplesOf(flat)].filter(
    ({ value }) => typeof value === "string" && expression.test(value),
  );
}

/** Names a value by itself; a long one by its beginning. */
export function asItIs(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return `as ${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}`;
}

/** Whether a number keeps the bounds of a flat schema. */
export function isWithin(flat: JsonObject, value: number): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = flat;
  if (typeof minimum === "number" && value < minimum) return false;
  if (typeof maximum === "number" && value > maximum) return false;
  if (typeof exclusiveMinimum === "number" && value <= exclusiveMinimum) return false;
  return typeof exclusiveMaximum !== "number" || value < exclusiveMaximum;
}

function examplesOf(flat: JsonObject): RightValue[] {
  return elements(flat.examples).map((value) => ({ why: asItIs(value), value }));
}

function textsOfLengths(flat: JsonObject): RightValue[] {
  const least = typeof flat.minLength === "number" ? flat.minLength : 0;
  const most = typeof flat.maxLength === "number" ? flat.maxLength : Number.POSITIVE_INFINITY;
  const lengths = [
    { why: least === 0 ? "as an empty text" : "at its minimum length", length: least },
    { why: least === 0 ? "as one character" : "just above its minimum length", length: least + 1 },
    { why: "just below its maximum length", length: most - 1 },
    { why: "at its maximum length", length: most },
  ];
  const texts = lengths
    .filter(({ length }) => length >= least && length <= most && length <= LONGEST)
    .map(({ why, length }) => ({ why, value: "x".repeat(length) }));
  const awkward = [...AWKWARD].slice(0, most);
  return awkward.length < least ? texts : [...texts, { why: "as an awkward text", value: awkward.join("") }];
}

/** Forms of texts. The pattern of a schema chooses among all of them; a format has its own. */
const FORMS: readonly (RightValue & { readonly format: string })[] = [
  { format: "date-time", why: "as a time in UTC", value: "2024-05-20T00:00:00Z" },
  { format: "date-time", why: "as a time with an offset", value: "2024-05-20T09:30:00+09:30" },
  { format: "date-time", why: "as a time with a negative offset", value: "2024-05-19T20:00:00-04:00" },
  { format: "date-time", why: "as a time with a fraction", value: "2024-05-20T00:00:00.128Z" },
  { format: "date-time", why: "as a time on a leap day", value: "2024-02-29T23:59:59Z" },
  { format: "rolling date-time", why: "as a time on a day that its month lacks", value: "2024-04-31T00:00:00Z" },
  { format: "local date-time", why: "as a time without an offset", value: "2024-12-31T23:59:59" },
  { format: "local date-time", why: "as midnight on a leap day", value: "2024-02-29T00:00:00" },
  { format: "date", why: "as a date", value: "2024-12-31" },
  { format: "date", why: "as a leap day", value: "2024-02-29" },
  { format: "time", why: "as a time of day", value: "23:59:59Z" },
  { format: "uuid", why: "as a UUID", value: "0f0e0d0c-0b0a-4908-8706-050403020100" },
  { format: "email", why: "as an address", value: "agent+dock@harbour.example" },
  { format: "uri", why: "as a URI", value: "https://harbour.example/a%20b?c=d#e" },
];
