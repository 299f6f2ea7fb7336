import { describe, expect, test } from "vitest";
import { NOTHING_KNOWN } from "./known-values.js";
import { rightValues, sampleElements, sampleOf } from "./right-values.js";

const pairsOf = (schema: unknown) => rightValues({}, schema).map(({ why, value }) => [why, value]);

test.each([
  [
    { enum: ["open", null] },
    [
      ['as "open"', "open"],
      ["as null", null],
    ],
  ],
  [{ const: 4 }, [["as 4", 4]]],
  [
    { type: "boolean" },
    [
      ["as false", false],
      ["as true", true],
    ],
  ],
  [
    { type: ["boolean", "null"] },
    [
      ["as false", false],
      ["as true", true],
      ["as null", null],
    ],
  ],
  [
    { type: "integer" },
    [
      ["as zero", 0],
      ["as a negative number", -1],
    ],
  ],
  [
    { type: "number" },
    [
      ["as zero", 0],
      ["as a negative number", -1.5],
      ["with a fraction", 0.25],
    ],
  ],
  [
    { type: "integer", minimum: 1 },
    [
      ["at its minimum", 1],
      ["just above its minimum", 2],
    ],
  ],
  [
    { type: "integer", minimum: 1, maximum: 100 },
    [
      ["at its minimum", 1],
      ["just above its minimum", 2],
      ["at its maximum", 100],
      ["just below its maximum", 99],
    ],
  ],
  [{ type: "integer", minimum: 5, maximum: 5 }, [["at its minimum", 5]]],
  [
    { type: "integer", exclusiveMinimum: 0, exclusiveMaximum: 9 },
    [
      ["just above its excluded minimum", 1],
      ["just below its excluded maximum", 8],
    ],
  ],
  [
    { type: "number", exclusiveMinimum: 0, maximum: 1 },
    [
      ["just above its excluded minimum", 0.001],
      ["at its maximum", 1],
      ["with a fraction", 0.25],
    ],
  ],
])("%j is kept by %j", (schema, expected) => {
  expect(pairsOf(schema)).toEqual(expected);
});

describe("texts", () => {
  const namesOf = (schema: object) => pairsOf({ type: "string", ...schema }).map(([why]) => why);

  test("are as short and as long as may be, and awkward", () => {
    const values = rightValues({}, { type: "string", minLength: 1, maxLength: 64 });
    expect(values.map(({ why, value }) => [why, [...String(value)].length])).toEqual([
      ["at its minimum length", 1],
      ["just above its minimum length", 2],
      ["just below its maximum length", 63],
      ["at its maximum length", 64],
      ["as an awkward text", 40],
    ]);
  });

  test("are empty where they may be", () => {
    expect(pairsOf({ type: "string" }).slice(0, 2)).toEqual([
      ["as an empty text", ""],
      ["as one character", "x"],
    ]);
  });

  test("an awkward one is cut to the maximum, and never in the middle of a character", () => {
    const all = Array.from(
      { length: 60 },
      (_, maxLength) => rightValues({}, { type: "string", maxLength }).at(-1)?.value,
    );
    expect(all.filter((text) => /\p{Surrogate}/u.test(String(text)))).toEqual([]);
    expect(all.map((text) => [...String(text)].length)).toEqual(all.map((_, maxLength) => Math.min(maxLength, 40)));
  });

  test("a maximum beyond 10,000 is not tried", () => {
    expect(namesOf({ maxLength: 10_000 })).toContain("at its maximum length");
    expect(namesOf({ maxLength: 10_002 })).not.toContain("at its maximum length");
  });

  test("a format has its edge forms", () => {
    expect(namesOf({ format: "date" })).toEqual(["as a date", "as a leap day"]);
    expect(namesOf({ format: "date-time" })).toEqual([
      "as a time in UTC",
      "as a time with an offset",
      "as a time with a negative offset",
      "as a time with a fraction",
      "as a time on a leap day",
    ]);
  });

  test("a pattern chooses among all forms, and has its examples", () => {
    const pattern = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$";
    expect(pairsOf({ type: "string", pattern, examples: ["2020-01-01T00:00:00", "never"] })).toEqual([
      ["as a time without an offset", "2024-12-31T23:59:59"],
      ["as midnight on a leap day", "2024-02-29T00:00:00"],
      ['as "2020-01-01T00:00:00"', "2020-01-01T00:00:00"],
    ]);
    expect(pairsOf({ type: "string", pattern: "^[A-Z]{3}$", examples: ["TOW"] })).toEqual([['as "TOW"', "TOW"]]);
  });

  test("of a format that is not known there are only the examples", () => {
    expect(pairsOf({ type: "string", format: "iban", examples: ["NO93"] })).toEqual([['as "NO93"', "NO93"]]);
  });
});

describe("lists", () => {
  test("have as few and as many elements as may be, one more and one less", () => {
    const items = { type: "integer", minimum: 1, maximum: 9 };
    expect(pairsOf({ type: "array", items, minItems: 1, maxItems: 4, uniqueItems: true })).toEqual([
      ["with its fewest elements", [1]],
      ["with one element more than its fewest", [1, 2]],
      ["with one element less than its most", [1, 2, 9]],
      ["with its most elements", [1, 2, 9, 8]],
    ]);
  });

  test("are empty where they may be", () => {
    expect(pairsOf({ type: "array", items: { const: 1 } })).toEqual([
      ["without any element", []],
      ["with one element", [1]],
    ]);
  });

  test("of one length alone have that length", () => {
    expect(pairsOf({ type: "array", items: { const: 1 }, minItems: 2, maxItems: 2 })).toEqual([
      ["with its fewest elements", [1, 1]],
    ]);
  });

  test("have an element of each branch before one comes again", () => {
    const items = { oneOf: [{ type: "integer", minimum: 3 }, { type: "null" }] };
    expect(sampleElements({}, items, 4)).toEqual([3, null, 4, 3]);
  });
});

test("objects have only what is required, and all that they know", () => {
  const schema = {
    type: "object",
    required: ["key"],
    properties: { key: { type: "integer", minimum: 1 }, self: { type: "string", examples: ["/Order/1"] } },
  };
  expect(pairsOf(schema)).toEqual([
    ["with only what is required", { key: 1 }],
    ["with all its properties", { key: 1, self: "/Order/1" }],
  ]);
});

test("a value that two branches have is there once", () => {
  expect(pairsOf({ oneOf: [{ const: 1 }, { enum: [1, 2] }] })).toEqual([
    ["as 1", 1],
    ["as 2", 2],
  ]);
});

test("a long value is named by its beginning", () => {
  const [{ why = "" } = {}] = rightValues({}, { const: "x".repeat(500) });
  expect(why.length).toBeLessThan(80);
});

describe("where values are known", () => {
  const known = {
    ...NOTHING_KNOWN,
    valuesAt: (place: string) => (place === "/lines/#/code" ? ["TOW", 7] : place === "/none" ? [] : undefined),
    membersAt: (place: string) => (place === "/lines/#" ? ["code"] : []),
  };
  const line = { type: "object", properties: { code: { type: "string" }, text: { type: "string" } } };
  const schema = {
    type: "object",
    properties: { lines: { type: "array", minItems: 1, items: line }, none: { type: "integer" } },
  };

  test("only they come, in their places", () => {
    const code = { type: "string", minLength: 3 };
    expect(rightValues({}, code, known, "/lines/#/code").map(({ why, value }) => [why, value])).toEqual([
      ['as "TOW"', "TOW"],
      ["as 7", 7],
    ]);
  });

  test("what is made of parts has them, has what it needs, and has nothing where there is none", () => {
    expect(rightValues({}, schema, known).at(-1)?.value).toStrictEqual({ lines: [{ code: "TOW" }] });
  });
});

test("a schema that contains itself has a sample", () => {
  const tree = { $ref: "#/Tree" };
  const document = {
    Tree: { type: "object", required: ["leaves"], properties: { leaves: { type: "array", items: tree }, top: tree } },
  };
  expect(sampleOf(document, tree)).toEqual({ leaves: [] });
  expect(rightValues(document, tree).at(-1)?.value).toEqual({ leaves: [], top: { leaves: [] } });
});
