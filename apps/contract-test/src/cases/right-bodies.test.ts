import { expect, test } from "vitest";
import { NOTHING_KNOWN } from "./known-values.js";
import { patternOf, rightBodies } from "./right-bodies.js";

const schema = {
  type: "object",
  required: ["order"],
  properties: {
    order: {
      type: "object",
      required: ["lines"],
      properties: {
        "a/b": { type: "boolean" },
        lines: {
          type: "array",
          items: {
            type: "object",
            required: ["code"],
            properties: { code: { enum: ["A", "B"] }, price: { type: "integer" } },
          },
        },
        tags: { type: "array", items: { type: "object", properties: { name: { type: "boolean" } } } },
      },
    },
  },
};
const body = { order: { lines: [{ code: "A", price: 3 }, { code: "B" }], "a/b": true } };
const right = rightBodies({}, schema, body, NOTHING_KNOWN);

function bodyOf(name: string) {
  return right.find((one) => one.name === name)?.body;
}

test("a value is put in its place, at every depth, and the rest stays", () => {
  expect(bodyOf('/order/lines/0/code as "B"')).toEqual({
    order: { lines: [{ code: "B", price: 3 }, { code: "B" }], "a/b": true },
  });
  expect(bodyOf("/order/a~1b as false")).toEqual({ order: { lines: body.order.lines, "a/b": false } });
});

test("what is optional is left out, one at a time; what is required is not", () => {
  expect(right.map(({ name }) => name).filter((name) => name.startsWith("without"))).toEqual([
    "without /order/a~1b",
    "without /order/lines/0/price",
  ]);
  expect(bodyOf("without /order/lines/0/price")).toEqual({
    order: { lines: [{ code: "A" }, { code: "B" }], "a/b": true },
  });
});

test("what is not there is put there, and looked into", () => {
  expect(bodyOf("/order/tags without any element")).toEqual({ order: { ...body.order, tags: [] } });
  expect(bodyOf("/order/tags/0/name as true")).toEqual({ order: { ...body.order, tags: [{ name: true }] } });
});

test("what is known to be needed is not left out", () => {
  const known = { ...NOTHING_KNOWN, membersAt: (place: string) => (place === "/order/lines/#" ? ["price"] : []) };
  expect(rightBodies({}, schema, body, known).map(({ name }) => name)).not.toContain("without /order/lines/0/price");
});

test("where values are known, nothing inside of them is changed", () => {
  const lines = [[{ code: "A" }]];
  const known = { ...NOTHING_KNOWN, valuesAt: (place: string) => (place === "/order/lines" ? lines : undefined) };
  const names = rightBodies({}, schema, body, known).map(({ name }) => name);
  expect(names.filter((name) => name.includes("/order/lines"))).toEqual(['/order/lines as [{"code":"A"}]']);
});

test("the body that it starts from is not changed", () => {
  expect(body).toEqual({ order: { lines: [{ code: "A", price: 3 }, { code: "B" }], "a/b": true } });
});

test("an index stands for any element", () => {
  expect(patternOf("/lines/0/parts/12")).toBe("/lines/#/parts/#");
  expect(patternOf("/2nd/a0")).toBe("/2nd/a0");
});
