import { expect, test } from "vitest";
import type { Operation, Parameter } from "../operation.js";
import { wrongParameters } from "./wrong-parameters.js";

function wrong(parameter: Partial<Parameter>) {
  const whole: Parameter = {
    name: "x",
    in: "query",
    required: false,
    schema: {},
    examples: [],
    source: {},
    ...parameter,
  };
  const operation: Operation = {
    operationId: "listThings",
    method: "GET",
    path: "/things",
    parameters: [whole],
    body: undefined,
    responses: [{ status: "422", examples: [], source: {} }],
    secured: false,
    pagination: undefined,
  };
  const values = { query: { page: 1 }, path: { x: "a" }, header: { x: "a" } };
  return wrongParameters({}, operation, values);
}

const pairsOf = (parameter: Partial<Parameter>) => {
  const place = parameter.in ?? "query";
  return wrong(parameter).map(({ name, values }) => [name, values[place]?.x]);
};
const UNKNOWN = "with the unknown query quayside_unknown";

test("a query leaves a number empty, and gives it twice", () => {
  const examples = [{ name: "example", value: 25 }];
  expect(pairsOf({ schema: { type: "integer", minimum: 1 }, examples })).toEqual([
    ["query x of another type", "quayside"],
    ["query x below its minimum", 0],
    ["query x with a fraction", 1.5],
    ["query x without a value", ""],
    ["query x given twice", [25, 25]],
    [UNKNOWN, undefined],
  ]);
});

test("without an example, what is given twice is made from the schema", () => {
  expect(pairsOf({ schema: { enum: ["YES"] } })).toContainEqual(["query x given twice", ["YES", "YES"]]);
});

test("a list is broken in its elements and in their number, and is never empty", () => {
  const items = { type: "string", enum: ["a", "b"] };
  expect(pairsOf({ schema: { type: "array", items, minItems: 1, maxItems: 2 } })).toEqual([
    ["query x outside its enum", "quayside"],
    ["query x with more elements than its maximum", ["a", "b", "a"]],
    [UNKNOWN, undefined],
  ]);
});

test("a path and a header are neither empty nor given twice", () => {
  expect(pairsOf({ in: "path", required: true, schema: { type: "string", minLength: 1 } })).toEqual([[UNKNOWN, "a"]]);
  expect(pairsOf({ in: "header", schema: { type: "integer" } })).toEqual([
    ["header x of another type", "quayside"],
    ["header x with a fraction", 0.5],
    [UNKNOWN, "a"],
  ]);
});

test("one that is required is left out, but for the path", () => {
  expect(pairsOf({ in: "header", required: true, schema: {} })[0]).toEqual(["without header x", undefined]);
});

test("an unknown one comes beside the others, and is our conclusion", () => {
  const { values, where, parameter, isConcluded } = wrong({}).at(-1) ?? {};
  expect({ values, where, parameter, isConcluded }).toEqual({
    values: { query: { page: 1, quayside_unknown: "1" }, path: { x: "a" }, header: { x: "a" } },
    where: "query.quayside_unknown",
    parameter: undefined,
    isConcluded: true,
  });
});
