import { expect, test } from "vitest";
import { wrongValues } from "./wrong-values.js";

const document = {
  components: {
    schemas: { Status: { enum: ["open", "closed"] }, Tree: { anyOf: [{ $ref: "#/components/schemas/Tree" }] } },
  },
};

test.each([
  [
    { type: "integer" },
    [
      ["of another type", "quayside"],
      ["as null", null],
      ["with a fraction", 0.5],
    ],
  ],
  [{ type: ["string", "null"] }, [["of another type", 7]]],
  [
    { type: ["string", "integer"] },
    [
      ["of another type", 7.5],
      ["as null", null],
      ["with a fraction", 0.5],
    ],
  ],
  [
    { type: ["string", "number"] },
    [
      ["of another type", true],
      ["as null", null],
    ],
  ],
  [{ type: ["integer", "number", "null"] }, [["of another type", "quayside"]]],
  [{ oneOf: [{ type: "number" }, { type: "null" }] }, [["of another type", "quayside"]]],
  [
    { oneOf: [{ type: "integer" }, { type: "string" }, { type: "object" }, { type: "null" }] },
    [
      ["of another type", 7.5],
      ["with a fraction", 0.5],
    ],
  ],
  [
    { minimum: 1, maximum: 100 },
    [
      ["below its minimum", 0],
      ["above its maximum", 101],
    ],
  ],
  [{ exclusiveMinimum: 0 }, [["at its excluded minimum", 0]]],
  [{ exclusiveMaximum: 9 }, [["at its excluded maximum", 9]]],
  [{ $ref: "#/components/schemas/Status" }, [["outside its enum", "quayside"]]],
  [{ const: 4 }, [["outside its enum", -987654321]]],
  [
    { type: ["string", "null"], minLength: 2 },
    [
      ["of another type", 7],
      ["shorter than its minimum", "x"],
    ],
  ],
  [
    { type: ["string", "null"], maxLength: 3 },
    [
      ["of another type", 7],
      ["longer than its maximum", "xxxx"],
    ],
  ],
  [
    { type: ["string", "null"], format: "date" },
    [
      ["of another type", 7],
      ["no date", "quayside"],
    ],
  ],
  [
    { type: ["array", "null"], minItems: 1 },
    [
      ["of another type", "quayside"],
      ["without any element", []],
    ],
  ],
  [{ type: ["string", "null"], maxLength: 20_000 }, [["of another type", 7]]],
  [{}, []],
  [true, []],
  [{ $ref: "#/components/schemas/Tree" }, []],
])("%j is broken by %j", (schema, expected) => {
  expect(wrongValues(document, schema).map(({ why, value }) => [why, value])).toEqual(expected);
});

test.each([
  [{ minimum: 3 }, 3.5],
  [{ maximum: 9 }, 8.5],
  [{ minimum: 1, maximum: 100 }, 1.5],
])("a fraction lies within %j", (bounds, expected) => {
  const values = wrongValues(document, { type: "integer", ...bounds });
  expect(values.find(({ why }) => why === "with a fraction")?.value).toBe(expected);
});

test("a list has too few elements, too many, and one twice, each of which is right", () => {
  const items = { type: "integer", minimum: 1, maximum: 9 };
  const schema = { type: ["array", "null"], items, minItems: 3, maxItems: 3, uniqueItems: true };
  expect(wrongValues(document, schema).map(({ why, value }) => [why, value])).toEqual([
    ["of another type", "quayside"],
    ["with fewer elements than its minimum", [1, 2]],
    ["with more elements than its maximum", [1, 2, 9, 8]],
    ["with an element twice", [1, 2, 1]],
  ]);
});

test("a maximum of more than 1,000 elements is not tried", () => {
  const namesOf = (maxItems: number) => wrongValues(document, { type: "array", maxItems }).map(({ why }) => why);
  expect(namesOf(999)).toContain("with more elements than its maximum");
  expect(namesOf(1000)).not.toContain("with more elements than its maximum");
});
