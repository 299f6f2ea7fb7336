import fc from "fast-check";
import { elements, type JsonObject } from "../document.js";
import { TIMES } from "./arbitrary-times.js";

/** Where a text goes: in a URL or a header it is shorter, and a header takes printable ASCII only. */
export type TextKind = "body" | "path" | "query" | "header";

/** How long texts become that have no maximum. In characters, of which each may take twelve in a URL. */
const LONGEST = { body: 2000, path: 100, query: 100, header: 200 } as const;
/** A longer text is not drawn, whatever the maximum is. */
const LONGEST_OF_ALL = 10_000;

/**
 * Texts that keep the lengths, the pattern or the format of a flat schema; mostly short, at times as long as may be, with
 * quotes, line breaks, emoji, right-to-left script, blanks at their ends.
 *
 * What databases cannot hold is left out, though JSON allows it: NUL and halves of characters.
 */
export function textsOf(flat: JsonObject, kind: TextKind): fc.Arbitrary<string> {
  const { pattern, format } = flat;
  const texts =
    typeof pattern === "string"
      ? matching(new RegExp(pattern, "u"), flat)
      : (FORMATS[String(format)]?.() ?? freeTexts(flat, kind));
  return kind === "path" ? texts.filter((text) => ![".", ".."].includes(text)) : texts;
}

/** Made when they are wanted: that of a URL takes a second to make. */
const FORMATS: Readonly<Record<string, () => fc.Arbitrary<string>>> = {
  ...Object.fromEntries(Object.entries(TIMES).map(([format, { texts }]) => [format, () => texts])),
  uuid: () => fc.uuid(),
  email: () => fc.emailAddress(),
  uri: () => fc.webUrl({ withQueryParameters: true, withFragments: true }),
};

/** A pattern that times keep gets times, whose days there are; any other one what can be made from it. */
function matching(expression: RegExp, flat: JsonObject): fc.Arbitrary<string> {
  const times = Object.values(TIMES).filter(({ typical }) => expression.test(typical));
  if (times.length > 0) return fc.oneof(...times.map(({ texts }) => texts)).filter((text) => expression.test(text));
  const isRight = (text: string) => expression.test(text) && !/[\0\p{Surrogate}]/u.test(text);
  try {
    return fc.stringMatching(expression).filter((text) => isRight(text) && isOfLength(flat, text));
  } catch {
    // Not every expression can be turned round; one that looks ahead cannot.
    return fc.constantFrom(...elements(flat.examples).map(String));
  }
}

function isOfLength(flat: JsonObject, text: string): boolean {
  const { least, most } = lengthsOf(flat, "body");
  const { length } = [...text];
  return length >= least && length <= most;
}

function lengthsOf({ minLength, maxLength }: JsonObject, kind: TextKind): { least: number; most: number } {
  const isEmptyLost = kind === "path" || kind === "header";
  const least = Math.max(typeof minLength === "number" ? minLength : 0, isEmptyLost ? 1 : 0);
  const given = typeof maxLength === "number" ? maxLength : LONGEST[kind];
  return { least, most: Math.max(least, Math.min(given, kind === "body" ? LONGEST_OF_ALL : LONGEST[kind])) };
}

function freeTexts(flat: JsonObject, kind: TextKind): fc.Arbitrary<string> {
  const { least, most } = lengthsOf(flat, kind);
  const isFit = (text: string) => [...text].length >= least && [...text].length <= most;
  if (kind === "header") {
    const unit = fc.constantFrom(...ASCII);
    return fc.string({ unit, minLength: least, maxLength: most }).filter((text) => text.trim() === text);
  }
  const usual = fc.string({ unit: character, minLength: least, maxLength: most });
  const long = fc.tuple(character, fc.integer({ min: least, max: most })).map(([one, count]) => one.repeat(count));
  // Single characters come first: that is what a failure shrinks to.
  const odd = [...AWKWARD, ...ODD, "x".repeat(least)].filter(isFit);
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 6, arbitrary: usual },
    { weight: 2, arbitrary: fc.constantFrom(...odd) },
    { weight: 1, arbitrary: long },
  );
}

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const AWKWARD = " \t\n\r\"'`\\/.,:;&=?#%+<>{}[]|_-äßİéשعक中🚢\u0301\u200d\u200f\u2028\u00a0\ufeff";

const codePoint = fc
  .integer({ min: 1, max: 0x10_ffff })
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

const character = fc.oneof(
  { withCrossShrink: true },
  { weight: 12, arbitrary: fc.constantFrom(...LETTERS) },
  { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
  { weight: 1, arbitrary: codePoint },
);

/** Texts that programs have stumbled over. */
const ODD = [
  "null",
  "undefined",
  "NaN",
  "true",
  "0",
  "-1",
  "1e5",
  "[]",
  "{}",
  "' OR '1'='1",
  "'; --",
  "<script>alert(1)</script>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of somebody else's is what is meant
  "${7*7}",
  "%s%n",
  "%00",
  "%2F",
  "50%",
  "a/b",
  "a.b",
  ".json",
  "../..",
  "a\\b",
  "a+b",
  "a&b=c",
  "a?b#c",
  " a",
  "a ",
  "\ta\n",
  "a\r\nb",
  '"a"',
  "O'Brien",
  "ÄÖÜ ß",
  "İstanbul",
  "e\u0301",
  "שלום",
  "مرحبا",
  "\u202eabc",
  "中文",
  "🚢",
  "👩‍👩‍👧‍👦",
  "constructor",
  "__proto__",
];
