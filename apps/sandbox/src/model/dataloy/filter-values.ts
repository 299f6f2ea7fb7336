import fc from "fast-check";
import { type Kind, PATHS } from "./paths.js";

/** Values by what the path to them ends in; some that occur among the orders, in several spellings, and some that do not. */
const BY_NAME: Readonly<Record<string, readonly string[]>> = {
  key: ["36648101", "140000001", "140000002.0", "1116527", "1000129", "400132"],
  status: ["1000129", "1000131.0", "101000129"],
  currency: ["400132", "400008", "100400132"],
  amountAdvancedCurrency: ["400132", "400008"],
  businessPartner: ["20798543", "20798544"],
  portCall: ["36344213", "36344211", "136344213"],
  serviceCode: ["TOW", "TOWX", "tow", "36567907"],
  createdById: ["1201", "1301"],
  changedById: ["1201", "1202"],
  statusTypeCode: ["EST", "FIN", "est", "REV"],
  statusTypeDesc: ["Estimate", '"Final"', "Revised"],
  currencyCode: ["USD", "EUR"],
  businessPartnerCode: ["100131", '"100132"'],
  businessPartnerName: ["Harbour Agency", '"Fjord Agency"'],
};
const BY_KIND: Readonly<Record<Kind, readonly string[]>> = {
  integer: ["36648101", "140000001", "-1"],
  number: ["0", "1", "10.01", "700", "950.0", "-2.5", "11000", "99999999999999999999"],
  text: ["DA1234", "da1234", '"R, 1"', "\u00e9", "\u{1f6a2}", "\uffff", "a(b)"],
  date: [
    "2020-10-01T00:00:00",
    "2024-01-29T10:33:55",
    "2024-02-31T00:00:00",
    '"2020-10-05T14:30:00"',
    "1999-12-31T23:59:59",
  ],
  boolean: ["1", "0", "true", "false"],
};

function textsFor(path: string, kind: Kind): readonly string[] {
  const name = path.split(".").at(-1) ?? "";
  const texts = BY_NAME[name] ?? BY_KIND[kind];
  return kind === "integer" ? texts.filter((text) => /^[\d.-]+$/.test(text)) : texts;
}

type At = { readonly path: string; readonly kind: Kind; readonly texts: readonly string[] };

/** Paths, with a plus after some of their segments. */
const paths = fc
  .tuple(fc.constantFrom(...PATHS), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
  .map(([[path, kind], pluses]): At => {
    const segments = path.split(".").map((name, index) => (pluses[index] ? `${name}+` : name));
    return { path: segments.join("."), kind, texts: textsFor(path, kind) };
  });

const conditions = paths.chain(({ path, kind, texts }) => {
  const text = fc.constantFrom(...texts);
  const isOrdered = kind !== "text" && kind !== "boolean";
  const operator = fc.constantFrom("EQ", "NE", ...(isOrdered ? ["GT", "GTE", "LT", "LTE"] : ["EQ", "NE"]));
  const list = fc.array(text, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(operator, text).map(([name, value]) => `${path}(${name})${value}`) },
    { weight: 2, arbitrary: list.map((values) => `${path}(IN)(${values.join(",")})`) },
    { weight: 1, arbitrary: fc.constant(`${path}(NULL)`) },
  );
});

/** Conditions that are refused: of a kind that has no order, and on paths that there are not. */
const REFUSED = [
  "externalReferenceNo(GT)a",
  "isObjectActive(LTE)1",
  "self(EQ)a",
  "serviceOrderLines(NULL)",
  "a.b(EQ)1",
];

const condition = fc.oneof(
  { weight: 60, arbitrary: conditions },
  { weight: 1, arbitrary: fc.constantFrom(...REFUSED) },
);

/** Conditions after the first one, joined to it by `(OR)` or not. */
const furtherOnes = fc
  .array(fc.tuple(fc.boolean(), condition), { maxLength: 3 })
  .map((parts) => parts.flatMap(([isJoined, one]) => (isJoined ? ["(OR)", one] : [one])));

/** Filters, now and then with an `(OR)` where it does not belong. */
export const filters = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(condition) },
  { weight: 4, arbitrary: fc.tuple(condition, furtherOnes).map(([first, further]) => [first, ...further]) },
  { weight: 1, arbitrary: fc.shuffledSubarray(["(OR)", "(OR)", "key(GT)0", "amount(NE)0"], { minLength: 1 }) },
);

/** What a list may be sorted by. */
export const sorts = fc
  .tuple(paths, fc.constantFrom("AS", "ASI", "DS", "DSI"))
  .map(([{ path }, direction]) => `${path}(${direction})`);
