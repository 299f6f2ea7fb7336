import { expect, test } from "vitest";
import { openApi } from "../api.js";
import { findOperation, type Operation } from "../operation.js";
import { statusCases } from "./status-cases.js";

const operation = findOperation(openApi("octopi").operations, "applyHold");

test("every documented status and every named example is asked for, in its media type", () => {
  const asked = statusCases(operation).map((one) => one.asked);
  expect(asked).toContainEqual({ status: 204 });
  expect(asked).toContainEqual({ status: 404, example: "not-found", mediaType: "application/json" });
  expect(asked).toContainEqual({ status: 500, example: "server-error-page", mediaType: "text/html" });
});

test("a success with a body is also asked for made up from its schema", () => {
  const madeUp = statusCases(operation).filter(({ asked }) => asked?.isMadeUp);
  expect(madeUp.map(({ name, asked }) => [name, asked?.status])).toEqual([["asks for 200 made up", 200]]);
});

test("a range and default cannot be asked for", () => {
  const responses = ["default", "4XX"].map((status) => ({ status, examples: [], source: {} }));
  const odd: Operation = { ...operation, responses };
  expect(statusCases(odd)).toEqual([]);
});
