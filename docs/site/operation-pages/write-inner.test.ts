import { expect, test } from "vitest";
import { readShape } from "./read-shape.ts";
import { writeInner } from "./write-inner.ts";

const document = {
  components: {
    schemas: {
      List: { oneOf: [{ type: "array", description: "A list.", items: { $ref: "#/components/schemas/List" } }, {}] },
    },
  },
};
const mark = { basis: "inferred", note: "D-62" };
const inner = (schema: object) => writeInner(document, readShape(document, schema));

test("kinds say what they are and what that rests on, those without words nothing", () => {
  const kinds = [
    { title: "Key", type: "integer" },
    { title: "Code", description: "With case.", "x-evidence": mark },
  ];
  expect(inner({ oneOf: kinds })).toBe("*Code:* With case. (*Inferred:* see [D-62](../../discrepancies.md#d-62))");
});

test("so do the items of an array, and their kinds", () => {
  const items = { description: "A service.", anyOf: [{ title: "Own", description: "A number." }, { type: "string" }] };
  expect(inner({ type: "array", items })).toBe("Each: A service. *Own:* A number.");
  expect(inner({ type: "array", items: { type: "integer" } })).toBe("");
});

test("what contains itself comes to an end", () => {
  expect(inner({ $ref: "#/components/schemas/List" })).toBe("*array 1:* A list.");
});
