import fc from "fast-check";
import { expect, test } from "vitest";
import { fillPath } from "./path.js";

const MEMBER = "/api/v1/service_orders/{order_number}.json";
const CANCEL = "/api/v1/service_orders/{order_number}/cancel.json";
const KEY = "/ws/rest/ServiceOrder/{key}";

const fill = (template: string, value: unknown) =>
  fillPath(template, { order_number: value, key: value }, "getServiceOrder");

test("slashes, spaces and other reserved characters are encoded", () => {
  expect(fill(MEMBER, "SO/1 23?#%")).toBe("/api/v1/service_orders/SO%2F1%2023%3F%23%25.json");
});

test("a whole number is written in digits", () => {
  expect(fill(KEY, 36647845)).toBe("/ws/rest/ServiceOrder/36647845");
});

test("every place of the template is filled with its own value", () => {
  expect(fillPath("/a/{x}/b/{y}.json", { x: "$&", y: "{x}" }, "op")).toBe("/a/%24%26/b/%7Bx%7D.json");
});

const REFUSED = [
  "",
  ".",
  "..",
  null,
  undefined,
  [],
  ["a"],
  {},
  { toString: () => "a" },
  true,
  1n,
  Symbol("s"),
  () => "a",
  NaN,
  Infinity,
  1.5,
  2 ** 53,
];

test.each(REFUSED.map((value) => ({ value })))("$value is refused", ({ value }) => {
  for (const template of [MEMBER, CANCEL, KEY])
    expect(() => fill(template, value)).toThrow(/^getServiceOrder: path\.\w+ is .{0,30}; pass an identifier/);
});

test.each(["a\0", "a\nb", "\u007f", "\u0085", "\ud800", "a\udc00b"])(
  "control characters and lone surrogates are refused",
  (value) => {
    expect(() => fill(MEMBER, value)).toThrow(/path\.order_number is ".{1,12}"; pass an identifier/);
  },
);

test("the error names the operation and the value, and says what to pass", () => {
  expect(() => fill(MEMBER, "..")).toThrow('getServiceOrder: path.order_number is ".."; pass an identifier.');
  expect(() => fillPath(MEMBER, {}, "getServiceOrder")).toThrow(
    "getServiceOrder: path.order_number is undefined; pass an identifier.",
  );
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(".", "/", "\\", "%", "2", "e", "f", "?", "#", "{", "}", ";", "@", " ", "\t", "\ud83d", "é"),
  }),
);

test("whatever the text, it is refused or stays in its place and decodes to itself", () => {
  fc.assert(
    fc.property(fc.constantFrom(MEMBER, CANCEL, KEY), anyText, (template, value) => {
      let path: string;
      try {
        path = fill(template, value);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        return;
      }
      const segments = new URL(`https://example.com${path}`).pathname.split("/");
      const expected = template.replace(/\{.*\}/, () => encodeURIComponent(value)).split("/");
      expect(segments).toEqual(expected);
      const [before = "", after = ""] = template.split(/\{.*\}/);
      expect(decodeURIComponent(path.slice(before.length, path.length - after.length))).toBe(value);
    }),
    { numRuns: 2000 },
  );
});
