import { expect, test } from "vitest";
import { setHeaders, writeQuery } from "./query.js";

const write = (values: Record<string, unknown>) => writeQuery(values, "listServiceOrders");

test("a list is written as one pair per entry, in its order", () => {
  expect(write({ filter: ["status.statusTypeCode(EQ)FIN", "(OR)"], limit: 5 })).toBe(
    "filter=status.statusTypeCode(EQ)FIN&filter=(OR)&limit=5",
  );
});

test("the plus sign of a left join, spaces and ampersands are encoded", () => {
  expect(write({ filter: ["voyage+.key(EQ)1"], order_number: "A&B C" })).toBe(
    "filter=voyage%2B.key(EQ)1&order_number=A%26B%20C",
  );
});

test("undefined is left out, empty text and zero are not", () => {
  expect(write({ a: undefined, b: "", c: 0, d: false, e: [] })).toBe("b=&c=0&d=false");
});

test.each(
  [null, {}, NaN, Infinity, "\ud800", [null], [undefined], [["a"]], Symbol("s"), () => 1].map((value) => ({ value })),
)("$value is refused rather than left out", ({ value }) => {
  expect(() => write({ order_number: value })).toThrow(/^listServiceOrders: query.order_number cannot be sent; pass /);
});

const set = (values: Record<string, unknown>) => {
  const headers = new Headers();
  setHeaders(headers, values, "listServiceOrders");
  return Object.fromEntries(headers);
};

test("header values are sent as they are, undefined not at all", () => {
  expect(set({ fields: '{"key":"*"}', noCount: "YES", disablemaxlimit: undefined })).toEqual({
    fields: '{"key":"*"}',
    nocount: "YES",
  });
});

test.each(["a\r\nb: c", "café\u2019s", "\0", null, {}].map((value) => ({ value })))(
  "header value $value is refused and not shown",
  ({ value }) => {
    let message = "";
    try {
      set({ fields: value });
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(/^TypeError: listServiceOrders: header.fields (has|cannot)/);
    expect(message).not.toContain("b: c");
  },
);
