import { expect, test } from "vitest";
import { openApi } from "./api.js";
import { coverageOf } from "./coverage-of.js";
import { result } from "./testing/result.js";

test("a status is reached when an answer with it came, and the others are listed", () => {
  const results = [
    result(),
    result({ status: 404, outcome: "failed" }),
    result({ operationId: "listHolds", status: undefined }),
  ];
  const { operations, reached } = coverageOf("octopi", results);
  expect(operations.find(({ operationId }) => operationId === "getServiceOrder")).toEqual({
    operationId: "getServiceOrder",
    reached: ["200", "404"],
    missed: ["401", "422", "500"],
  });
  expect(operations.find(({ operationId }) => operationId === "listHolds")?.reached).toEqual([]);
  expect(reached).toBe(2);
});

test("an undocumented status adds nothing", () => {
  expect(coverageOf("octopi", [result({ status: 418 })]).reached).toBe(0);
});

test("every operation and status of the spec is counted", () => {
  const { operations, documented } = coverageOf("octopi", []);
  expect(operations.map(({ operationId }) => operationId)).toEqual(
    openApi("octopi").operations.map(({ operationId }) => operationId),
  );
  expect(documented).toBe(operations.reduce((sum, { missed }) => sum + missed.length, 0));
});
