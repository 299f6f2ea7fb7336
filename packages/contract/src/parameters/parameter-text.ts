import type { Parameter } from "../contract.js";
import { decodeQuery, type QueryPair } from "./query.js";

/** A parameter's text, cut as its style has it and decoded. */
export type ParameterText =
  | { readonly kind: "absent" }
  | { readonly kind: "malformed"; readonly why: string }
  | { readonly kind: "repeated"; readonly count: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly parts: readonly string[] }
  | { readonly kind: "object"; readonly pairs: readonly (readonly [string, string])[] };

/** Undoes percent-encoding; undefined when it is broken. */
export type Decode = (text: string) => string | undefined;

/** What stands between the elements of a list; a space and a bar are encoded in a URL. */
const DELIMITERS = {
  form: /,/,
  simple: /,/,
  spaceDelimited: /%20|\+/,
  pipeDelimited: /\||%7c/i,
  deepObject: /,/,
} as const;

/** Text is cut where the schema wants an array or an object; where it says nothing of types, it stays whole. */
function shapeOf({ reading: { types }, isJson }: Parameter): "array" | "object" | "text" {
  if (isJson || types.size === 7) return "text";
  if (types.has("array")) return "array";
  return types.has("object") ? "object" : "text";
}

/**
 * Cuts the text of a path parameter or a header.
 *
 * @param decode - Undoes the encoding of one part; a header has none.
 */
export function cutSimple(parameter: Parameter, text: string | undefined, decode: Decode): ParameterText {
  if (text === undefined) return { kind: "absent" };
  const shape = shapeOf(parameter);
  if (shape === "text") return decoded([text], decode, ([whole = ""]) => ({ kind: "text", text: whole }));
  const parts = text.trim() === "" ? [] : text.split(",").map((part) => part.trim());
  if (shape === "array") return decoded(parts, decode, (list) => ({ kind: "list", parts: list }));
  return parameter.explode
    ? pairsOf(
        parts.map((part) => cutAt(part, "=")),
        decode,
      )
    : pairsOf(inTwos(parts), decode);
}

/** Cuts what a query has for a parameter; `others` are the names of the operation's other query parameters. */
export function cutQuery(
  parameter: Parameter,
  query: readonly QueryPair[],
  others: ReadonlySet<string>,
): ParameterText {
  const shape = shapeOf(parameter);
  const own = query.filter(({ name }) => claims(parameter, name) && !others.has(name));
  const [first] = own;
  if (first === undefined) return { kind: "absent" };
  if (shape === "object" && parameter.style === "deepObject") return pairsOf(own.map(deepPair(parameter)), decodeQuery);
  if (shape === "object" && parameter.explode)
    return pairsOf(
      own.map(({ name, value }) => [name, value]),
      decodeQuery,
    );
  const values = own.map(({ value }) => value);
  if (shape === "array" && parameter.explode) return decoded(values, decodeQuery, (parts) => ({ kind: "list", parts }));
  if (values.length > 1) return { kind: "repeated", count: values.length };
  if (shape === "text") return decoded(values, decodeQuery, ([text = ""]) => ({ kind: "text", text }));
  const parts = first.value === "" ? [] : first.value.split(DELIMITERS[parameter.style]);
  return shape === "array"
    ? decoded(parts, decodeQuery, (list) => ({ kind: "list", parts: list }))
    : pairsOf(inTwos(parts), decodeQuery);
}

/** Whether a name in a query belongs to a parameter, for objects too: `filter[status]`, or a property's name alone. */
export function claims(parameter: Parameter, name: string): boolean {
  if (shapeOf(parameter) !== "object") return name === parameter.name;
  if (parameter.style === "deepObject") return name.startsWith(`${parameter.name}[`) && name.endsWith("]");
  if (!parameter.explode) return name === parameter.name;
  return parameter.reading.isOpen || parameter.reading.properties.has(name);
}

type Pair = readonly [string, string | undefined];

function deepPair({ name: parameter }: Parameter): (pair: QueryPair) => Pair {
  return ({ name, value }) => [name.slice(parameter.length + 1, -1), value];
}

function cutAt(text: string, sign: string): Pair {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function inTwos(parts: readonly string[]): Pair[] {
  return parts.flatMap((name, index): Pair[] => (index % 2 === 0 ? [[name, parts[index + 1]]] : []));
}

function pairsOf(pairs: readonly Pair[], decode: Decode): ParameterText {
  const names = new Set(pairs.map(([name]) => name));
  if (names.size < pairs.length) return { kind: "malformed", why: "it has a property twice" };
  if (pairs.some(([name]) => /[[\]]/.test(name)))
    return { kind: "malformed", why: "its properties are nested, which no style has" };
  const flat = pairs.flatMap(([name, value]) => (value === undefined ? [] : [name, value]));
  if (flat.length < 2 * pairs.length) return { kind: "malformed", why: "it has a property without a value" };
  return decoded(flat, decode, (parts) => ({
    kind: "object",
    pairs: inTwos(parts).map(([name, value = ""]) => [name, value]),
  }));
}

function decoded(parts: readonly string[], decode: Decode, make: (parts: string[]) => ParameterText): ParameterText {
  const texts = parts.map(decode);
  const known = texts.filter((each) => each !== undefined);
  return known.length < texts.length ? { kind: "malformed", why: "its percent-encoding is broken" } : make(known);
}
