import { expect, test } from "vitest";
import { readFilter } from "./read-filter.js";

/** The one condition of a filter. */
function only(text: string) {
  const [[condition] = []] = readFilter([text]);
  return condition;
}

test("a condition has a path, an operator and a value", () => {
  const path = { lines: undefined, column: "amount", isText: false };
  expect(only("amount(GTE)10.5")).toEqual({ path, operator: "GTE", value: 10.5 });
});

test("a path leads into a reference", () => {
  const reference = { column: "status", keepsNull: false };
  expect(only("status.statusTypeCode(EQ)FIN")?.path).toMatchObject({ reference, column: "code" });
});

test("a path leads into the lines, and from there into a reference", () => {
  const path = only("serviceOrderLines.serviceCode.serviceCode(EQ)TOW")?.path;
  expect(path).toMatchObject({ lines: { keepsNull: false }, reference: { column: "service_code" }, column: "code" });
});

test("a plus keeps the nulls of its segment", () => {
  const path = only("businessPartner+.businessPartnerCode(EQ)abc")?.path;
  expect(path?.reference).toEqual({ column: "business_partner", keepsNull: true });
});

test("a plus at the end means nothing", () => {
  expect(only("orderDate+(NULL)")).toEqual(only("orderDate(NULL)"));
});

test("a reference at the end stands for its key", () => {
  expect(only("portCall(EQ)36344213")).toMatchObject({ path: { column: "port_call" }, value: 36344213 });
});

test.each([
  ["amount(EQ)10000.0", 10000],
  ["amount(EQ)-3", -3],
  ["key(EQ)36344213.0", 36344213],
  ["orderDate(EQ)2020-10-01T00:00:00", "2020-10-01T00:00:00"],
  ['orderDate(EQ)"2020-10-01T00:00:00"', "2020-10-01T00:00:00"],
  ["externalReferenceNo(EQ)DA 1(2)", "DA 1(2)"],
  ['externalReferenceNo(EQ)"DA 1"', "DA 1"],
  ['externalReferenceNo(EQ)""', ""],
  ['externalReferenceNo(EQ)"', '"'],
  ["isObjectActive(EQ)1", 1],
  ["isObjectActive(EQ)false", 0],
])("%s has a value", (text, value) => {
  expect(only(text)).toMatchObject({ value });
});

test.each([
  ["status.statusTypeCode(IN)(EST,REV)", ["EST", "REV"]],
  ["status.statusTypeCode(IN)(EST)", ["EST"]],
  ["status.statusTypeCode(IN)(EST, REV)", ["EST", "REV"]],
  ['externalReferenceNo(IN)("a,b",c)', ["a,b", "c"]],
  ["portCall.key(IN)(1,2,3)", [1, 2, 3]],
])("%s has values", (text, values) => {
  expect(only(text)).toMatchObject({ operator: "IN", values });
});

test.each([
  ["nonsense(EQ)1", "names nonsense, which ServiceOrder does not have"],
  ["status.nonsense(EQ)1", "names nonsense, which StatusType does not have"],
  ["serviceOrderLines.nonsense(EQ)1", "names nonsense, which serviceOrderLines does not have"],
  ["constructor(EQ)1", "names constructor, which ServiceOrder does not have"],
  ["status.constructor(EQ)1", "names constructor, which StatusType does not have"],
  ["self(EQ)x", "names self, which cannot be used here"],
  ["status.self(EQ)x", "names self, which cannot be used here"],
  ["remarks(NULL)", "names remarks, which cannot be used here"],
  ["portAgentType(NULL)", "names portAgentType, which cannot be used here"],
  ["serviceOrderLines(NULL)", "ends at serviceOrderLines, a list"],
  ["amount.key(EQ)1", "goes on after amount, which is a value"],
  ["status.key.key(EQ)1", "goes on after key, which is a value"],
  ["a.b.c.d.e.f.g(EQ)1", "has a path of more than 6 segments"],
  ["amount(XX)1", "has the unknown operator XX"],
  ["amount(eq)1", "is not of the form"],
  ["amount", "is not of the form"],
  ["amount(EQ)", "has no value"],
  ["amount(EQ)ten", 'has "ten" where a number is due'],
  ["amount(EQ)1e999", 'has "1e999" where a number is due'],
  [`amount(EQ)${"9".repeat(400)}`, "where a number is due"],
  ['amount(EQ)"1"', "where a number is due"],
  ["key(EQ)1.5", "where a whole number of at most 15 digits is due"],
  ["key(EQ)99999999999999999999", "where a whole number of at most 15 digits is due"],
  ["portCall(EQ)x", "where a whole number of at most 15 digits is due"],
  ["orderDate(EQ)2020-10-01", "where a date such as 2020-10-01T00:00:00 is due"],
  ["orderDate(GT)yesterday", "where a date such as 2020-10-01T00:00:00 is due"],
  ["isObjectActive(EQ)yes", "where 1 or 0 is due"],
  ["externalReferenceNo(GT)A", "compares a text by GT, which is for numbers and dates"],
  ["isObjectActive(LT)1", "compares a boolean by LT, which is for numbers and dates"],
  ["orderDate(NULL)1", "has a value, and NULL takes none"],
  ["status.statusTypeCode(IN)EST", "has no list in parentheses"],
  ["status.statusTypeCode(IN)()", "has no value"],
  ["status.statusTypeCode(IN)(EST,)", "has no value"],
  ["portCall.key(IN)(1,x)", 'has "x" where a whole number'],
  [`key(IN)(${"1,".repeat(1000)}1)`, "has a list of more than 1000 values"],
])("%s is refused", (text, why) => {
  expect(() => readFilter([text])).toThrow(why);
});

test("a refusal is a 400 that shows the condition", () => {
  const refusal = { status: 400, message: expect.stringContaining("The filter amount(XX)1 has") };
  expect(() => readFilter(["amount(XX)1"])).toThrow(expect.objectContaining(refusal));
});

/** The keys of a filter's conditions, group by group. */
function groups(...texts: string[]) {
  return readFilter(texts.map((text) => (text === "(OR)" ? text : `key(EQ)${text}`))).map((group) =>
    group.map((condition) => ("value" in condition ? condition.value : undefined)),
  );
}

test("conditions without (OR) all have to hold", () => {
  expect(groups("1", "2", "3")).toEqual([[1], [2], [3]]);
});

test("(OR) joins its two neighbours only", () => {
  expect(groups("1", "(OR)", "2", "3")).toEqual([[1, 2], [3]]);
});

test("several (OR) in a row make one group", () => {
  expect(groups("1", "2", "(OR)", "3", "(OR)", "4")).toEqual([[1], [2, 3, 4]]);
});

test.each([[["(OR)"]], [["(OR)", "1"]], [["1", "(OR)"]], [["1", "(OR)", "(OR)", "2"]]])("%j is refused", (texts) => {
  expect(() => groups(...texts)).toThrow("filter=(OR) stands between two conditions");
});

test("more than 20 conditions are refused", () => {
  expect(() => groups(...Array.from({ length: 21 }, () => "1"))).toThrow("A filter has at most 20 conditions.");
});

test("more than 10,000 values in all are refused", () => {
  const text = `key(IN)(${"1,".repeat(999)}1)`;
  expect(() => readFilter(Array.from({ length: 11 }, () => text))).toThrow("have at most 10000 values");
});
