import { expect, test } from "vitest";
import { checkResult } from "../testing/check-result.js";
import { groupByReason } from "./group-by-reason.js";

test("checks that were not reached stand together by their reason, the most frequent first", () => {
  const missed = (operationId: string, note: string) => checkResult({ operationId, note, outcome: "not-reached" });
  const results = [
    missed("getThing", "none such"),
    missed("listThings", "busy"),
    missed("listThings", "busy"),
    missed("getThing", "busy"),
    checkResult({ note: "busy" }),
  ];
  expect(groupByReason(results)).toEqual([
    { note: "busy", count: 3, operationIds: ["listThings", "getThing"] },
    { note: "none such", count: 1, operationIds: ["getThing"] },
  ]);
});
