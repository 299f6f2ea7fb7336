import { expect, test } from "vitest";
import type { DataloyClient } from "./dataloy.js";
import { or, sortBy, where } from "./where.js";

declare const dataloy: DataloyClient;
// Nothing that is handed to it is called: the compiler is the judge.
const compiles = (_call: () => unknown): void => undefined;

test.each([
  [where.status.statusTypeCode.eq("FIN"), "status.statusTypeCode(EQ)FIN"],
  [where.businessPartner.businessPartnerCode.ne("100131"), "businessPartner.businessPartnerCode(NE)100131"],
  [where.serviceOrderLines.amountFinal.gte(1000.5), "serviceOrderLines.amountFinal(GTE)1000.5"],
  [where.amountAdvanced.lt(-1), "amountAdvanced(LT)-1"],
  [where.modifiedDate.gt("2020-10-01T00:00:00"), "modifiedDate(GT)2020-10-01T00:00:00"],
  [where.isObjectActive.eq(false), "isObjectActive(EQ)0"],
  [where.serviceOrderLines.isOwnersCost.eq(true), "serviceOrderLines.isOwnersCost(EQ)1"],
  [where.key.in(1, 2), "key(IN)(1,2)"],
  [where.status.statusTypeCode.in("EST", "a, b"), 'status.statusTypeCode(IN)(EST,"a, b")'],
  [where.externalReferenceNo.isNull(), "externalReferenceNo(NULL)"],
  [where.externalReferenceNo.eq("DA (1) ä"), 'externalReferenceNo(EQ)"DA (1) ä"'],
  [where.businessPartner.left.businessPartnerCode.ne("1"), "businessPartner+.businessPartnerCode(NE)1"],
  [
    where.serviceOrderLines.left.serviceCode.left.serviceCode.eq("TOW"),
    "serviceOrderLines+.serviceCode+.serviceCode(EQ)TOW",
  ],
  [sortBy.orderDate.desc(), "orderDate(DS)"],
  [sortBy.businessPartner.left.businessPartnerCode.ascIgnoringCase(), "businessPartner+.businessPartnerCode(ASI)"],
])("%s", (condition, text) => {
  expect(condition).toBe(text);
});

test("or stands between its two conditions", () => {
  expect(or(where.key.eq(1), where.key.eq(2))).toEqual(["key(EQ)1", "(OR)", "key(EQ)2"]);
});

test("a value that a filter cannot carry is refused, with its place", () => {
  for (const value of ["", 'a"b', "a\nb", "\ud800", NaN, Infinity, null, undefined, {}, Symbol("a"), 1n]) {
    expect(() => where.externalReferenceNo.eq(value as string)).toThrow(
      "where.externalReferenceNo.eq takes a finite number or a text without double quotes",
    );
  }
});

test.each(["2020-10-01", "2020-10-01T00:00:00Z", "2020-10-01T00:00:00+02:00", "yesterday", ""])(
  "%j is no time that Dataloy compares",
  (value) => {
    expect(() => where.orderDate.gt(value)).toThrow("where.orderDate.gt takes a finite number or a time such as");
  },
);

test("what the filter cannot do does not compile", () => {
  compiles(() => dataloy.listServiceOrders({ query: { filter: [where.key.eq(1)], sort: sortBy.key.asc() } }));
  // @ts-expect-error there is no such property
  compiles(() => where.colour.eq("red"));
  // @ts-expect-error an amount is a number
  compiles(() => where.amountAdvanced.eq("1"));
  // @ts-expect-error texts have no order
  compiles(() => where.externalReferenceNo.gt("a"));
  // @ts-expect-error truth has no order
  compiles(() => where.isObjectActive.gt(true));
  // @ts-expect-error self cannot be filtered
  compiles(() => where.self.eq("a"));
  // @ts-expect-error nor can remarks
  compiles(() => where.remarks.isNull());
  // @ts-expect-error a list of nothing is no condition
  compiles(() => where.key.in());
  // @ts-expect-error a status is an object; its code can be compared
  compiles(() => where.status.eq("FIN"));
  // @ts-expect-error lists cannot be sorted by
  compiles(() => sortBy.serviceOrderLines.amountFinal.asc());
  // @ts-expect-error what sorts is no condition
  compiles(() => where.orderDate.desc());
});
