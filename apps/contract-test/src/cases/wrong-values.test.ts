import { expect, test } from "vitest";
import { wrongValues } from "./wrong-values.js";

const document = {
  components: {
    schemas: { Status: { enum: ["open", "closed"] }, Tree: { anyOf: [{ $ref: "#/components/schemas/Tree" }] } },
  },
};

test.each([
  [{ type: "integer" }, [["of another type", "quayside"]]],
  [{ type: ["string", "null"] }, [["of another type", 7]]],
  [{ type: ["string", "integer"] }, [["of another type", 7.5]]],
  [{ type: ["string", "number"] }, [["of another type", true]]],
  [{ oneOf: [{ type: "integer" }, { type: "string" }, { type: "object" }] }, [["of another type", 7.5]]],
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
    { type: "string", minLength: 2 },
    [
      ["of another type", 7],
      ["shorter than its minimum", "x"],
    ],
  ],
  [
    { type: "string", maxLength: 3 },
    [
      ["of another type", 7],
      ["longer than its maximum", "xxxx"],
    ],
  ],
  [
    { type: "string", format: "date" },
    [
      ["of another type", 7],
      ["no date", "quayside"],
    ],
  ],
  [
    { type: "array", minItems: 1 },
    [
      ["of another type", "quayside"],
      ["without any element", []],
    ],
  ],
  [{ type: "string", maxLength: 20_000 }, [["of another type", 7]]],
  [{}, []],
  [true, []],
  [{ $ref: "#/components/schemas/Tree" }, []],
])("%j is broken by %j", (schema, expected) => {
  expect(wrongValues(document, schema).map(({ why, value }) => [why, value])).toEqual(expected);
});
