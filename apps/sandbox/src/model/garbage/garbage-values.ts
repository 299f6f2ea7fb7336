import fc from "fast-check";

const words = (...lines: string[]) => lines.join(" ").split(" ");

/** Texts that have broken programs: for databases, for prototypes, for paths, and for whoever counts characters. */
const TEXTS = [
  ...[
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "\udc00a",
    "\u202e",
    "\ufeff",
    "e\u0301",
    "\u{1f6a2}",
    "\uffff",
    "\r\n",
    "\u2028",
  ],
  ...words("' \" \\ % _ ! %%% ''; -- /* $1 ?1 :a @p {} \\u0000 \\x00 E'\\0'"),
  ...words("__proto__ constructor toString hasOwnProperty then length copy owner default"),
  ...words(".. . ../.. a/b a.json .json // ? # &a=b + %00 %ZZ true null []"),
  ...words("NaN Infinity 1e400 -0 0x10 1_000 9007199254740991 9007199254740993 9223372036854775808"),
  ...["x".repeat(65), "x".repeat(1025), "x".repeat(20_000), "\u{1f6a2}".repeat(600), "(".repeat(5000)],
];

/** The first and the last, leap seconds, days that there are not, and offsets that lead out of what can be written. */
const TIMES = words(
  "0000-01-01T00:00:00Z 0001-01-01T00:00:00Z 1969-12-31T23:59:59Z 1970-01-01T00:00:00Z 1901-12-13T20:45:52Z",
  "9998-12-31T23:59:59Z 9999-12-31T23:59:59Z 9999-12-31T23:59:59-23:59 0000-01-01T00:00:00+23:59",
  "2016-12-31T23:59:60Z 2024-02-29T00:00:00+23:59 2024-12-31T24:00:00Z 2023-02-29T00:00:00Z 2024-01-29t00:00:00z",
  "1900-02-29 9999-12-31 0001-01-01 1883-11-18 2024-01-29 2024-04-31 0000-00-00T00:00:00 9999-12-31T23:59:59",
  "2024-01-29T00:00:00.123456789012345678901234567890Z +275760-09-13T00:00:00Z -000001-01-01T00:00:00Z",
);

const NUMBERS = [
  ...[0, -0, -1, 255, 0.5, 1e-320, 5e-324, 1e15, 1e21, 1e308, -1e308],
  ...[2 ** 31, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, 2 ** 63, -(2 ** 63)],
];

/** What stands for itself in a body, although no value is written so. */
const LITERALS = words('1e400 -0 12345678901234567890 1E2 1.0 01 +1 NaN { \'a\' {"key":1,"key":2}');
const LITERAL = (text: string) => `#literal ${text}#`;

/** Texts, well-formed or not. */
export const garbageText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("\0", "a\0b", "\ud800") },
  { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }) },
);

/** Values of every type, some of them nested deeply. */
export const garbageValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: garbageText },
  { weight: 4, arbitrary: fc.constantFrom(...NUMBERS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], [null], JSON.parse('{"__proto__":{"key":1}}')),
  },
  { weight: 2, arbitrary: fc.constantFrom(...LITERALS).map(LITERAL) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(50, 101, 3000).map((depth) => LITERAL("[".repeat(depth) + "]".repeat(depth))),
  },
  { weight: 2, arbitrary: fc.jsonValue() },
);

/** Garbage for the place of a value: most often of the type that the value has. */
export type Garbage = {
  readonly any: unknown;
  readonly text: string;
  readonly time: string;
  readonly number: unknown;
  readonly fits: boolean;
};

/** Garbage for a place that is chosen later. */
export const garbage: fc.Arbitrary<Garbage> = fc.record({
  any: garbageValue,
  text: garbageText,
  time: fc.constantFrom(...TIMES),
  number: fc.oneof(fc.constantFrom(...NUMBERS), fc.constantFrom(...LITERALS).map(LITERAL)),
  fits: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
});

/** Chooses garbage for the place of a value. */
export function inPlaceOf(value: unknown, { any, text, time, number, fits }: Garbage): unknown {
  if (!fits) return any;
  if (typeof value === "number") return number;
  if (typeof value === "string") return /^\d{4}-\d\d-\d\d/.test(value) ? time : text;
  return any;
}

/** Writes a body; what is marked as literal stands in it as it is. */
export function writeBody(value: unknown): string {
  return JSON.stringify(value).replace(/"#literal (.*?)#"/g, (_, text) => JSON.parse(`"${text}"`));
}

/** Writes garbage outside of a body. */
export function asText(value: unknown): string {
  return String(value).replace(/^#literal (.*)#$/s, "$1");
}

/** Texts for a header, which HTTP lets have the characters of Latin 1 alone, and none of control. */
export const garbageHeader = fc
  .oneof(
    garbageText,
    fc.constantFrom('{"a":', "{a}", '{"a":1}', "{}", '{"__proto__":{"key":"*"}}', '{"\\u0000":"*"}', '["*"]'),
  )
  .map((text) => text.replace(/[^\x20-\x7e\xa0-\xff]/g, "?").trim());

/** Percent-encoded parts of a URL, well-formed or not. */
export const garbageEscapes = fc.oneof(
  { weight: 4, arbitrary: garbageText.map((text) => encodeURIComponent(text.toWellFormed())) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("%", "%0", "%00", "%ED%A0%80", "%FF", "%2e%2e", "%2F", "%5C", ";", "a;b", "%C0%AF"),
  },
);

const PIECES = [
  ...words(
    "status key serviceOrderLines amount self __proto__ constructor . + ( ) (( , \" ' 1 -1 1e5 2020-10-01T00:00:00",
  ),
  ...words("(OR) (AND) (EQ) (IN) (NULL) (GT) (AS) (DSI)"),
  ...[" ", "9".repeat(16), "9".repeat(400)],
];

/** Filters and sorts that are put together from their own parts, mostly the wrong way. */
export const garbageGrammar = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, garbageText), { maxLength: 8 })
  .map((pieces) => pieces.join(""));

/** Filters of more than can be meant. */
export const garbageFilters = fc
  .tuple(fc.constantFrom(1, 50, 51), fc.constantFrom(1, 1000, 1001))
  .map(([conditions, values]) => Array<string>(conditions).fill(`key(IN)(${Array(values).fill("7").join()})`));
