import { asList, type Json } from "../reference/json.ts";
import { codeSpan, joinWords } from "./markdown.ts";
import { readShape, type Shape } from "./read-shape.ts";

/** What values a shape has, in plain words: `integer, 1 to 1,000`, or `array of strings, at least 1 item, or null`. */
export function describeType(document: Json, shape: Shape): string {
  const words = [nameType(document, shape), ...details(shape)].join(", ");
  if (!shape.isNullable) return words;
  return words === "null" ? words : `${words}${words.includes(",") ? "," : ""} or null`;
}

function nameType(document: Json, shape: Shape): string {
  const { keywords, types, variants } = shape;
  if ("const" in keywords) return `always ${codeSpan(JSON.stringify(keywords.const).replace(/^"(.*)"$/, "$1"))}`;
  const values = asList(keywords.enum).filter((value) => value !== null);
  if (values.length > 0) return joinWords(values.map((value) => codeSpan(String(value))));
  if (types.includes("array")) return nameArray(document, keywords.items);
  if (types.length > 0) return joinWords(types);
  if (variants.length > 0) return nameVariants(document, variants);
  if (Object.keys(shape.properties).length > 0) return "object";
  return shape.isNullable && Object.keys(keywords).every((key) => key !== "oneOf" && key !== "anyOf")
    ? "null"
    : "anything";
}

function nameArray(document: Json, items: unknown): string {
  const shape = readShape(document, items);
  const { keywords, types } = shape;
  const isPlain = types.length === 1 && types[0] !== "array" && !shape.isNullable;
  if (isPlain && !("const" in keywords) && !("enum" in keywords)) {
    const more = details(shape);
    return `array of ${types[0]}s${more.length === 0 ? "" : ` (each ${more.join(", ")})`}`;
  }
  const item = describeType(document, shape);
  if (item === "anything" || item === "object") return item === "object" ? "array of objects" : "array";
  return `array, each item: ${item}`;
}

function nameVariants(document: Json, variants: readonly Json[]): string {
  const words = [...new Set(variants.map((variant) => describeType(document, readShape(document, variant))))];
  return words.some((word) => word.includes(",")) ? words.join(", or ") : joinWords(words);
}

function details({ keywords, types }: Shape): string[] {
  const { format, contentEncoding, contentMediaType, multipleOf, uniqueItems } = keywords;
  return [
    ...(typeof format === "string" ? [format] : []),
    ...(typeof contentEncoding === "string" ? [`in ${contentEncoding}`] : []),
    ...(typeof contentMediaType === "string" ? [`holding ${contentMediaType}`] : []),
    ...range(keywords.minimum, keywords.maximum),
    ...(typeof keywords.exclusiveMinimum === "number" ? [`more than ${count(keywords.exclusiveMinimum)}`] : []),
    ...(typeof keywords.exclusiveMaximum === "number" ? [`less than ${count(keywords.exclusiveMaximum)}`] : []),
    ...(typeof multipleOf === "number" ? [`a multiple of ${count(multipleOf)}`] : []),
    ...range(keywords.minLength, keywords.maxLength, "character"),
    ...(types.includes("array") ? range(keywords.minItems, keywords.maxItems, "item") : []),
    ...(uniqueItems === true ? ["none twice"] : []),
    ...range(keywords.minProperties, keywords.maxProperties, "member"),
  ];
}

function range(least: unknown, most: unknown, unit?: string): string[] {
  const of = (number: number) => (unit === undefined ? "" : ` ${unit}${number === 1 ? "" : "s"}`);
  if (typeof least === "number" && typeof most === "number") {
    return [least === most ? `exactly ${count(least)}${of(least)}` : `${count(least)} to ${count(most)}${of(most)}`];
  }
  if (typeof least === "number" && (least > 0 || unit === undefined)) return [`at least ${count(least)}${of(least)}`];
  return typeof most === "number" ? [`at most ${count(most)}${of(most)}`] : [];
}

function count(number: number): string {
  return number.toLocaleString("en");
}
