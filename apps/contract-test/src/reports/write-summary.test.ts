import { expect, test } from "vitest";
import { coverageOf } from "../coverage-of.js";
import { result } from "../testing/result.js";
import { overall, writeSummary } from "./write-summary.js";

const FACTS = { api: "octopi", target: "http://127.0.0.1:4010", durationMs: 1234 };
const failure = { rule: "wrong-type", where: "getServiceOrder /id", message: "it is a string" } as const;

test("a failure names operation, case, status, rule, place and message", () => {
  const text = writeSummary(FACTS, [
    result(),
    result({ name: "asks for 200", outcome: "failed", findings: [failure] }),
  ]);
  expect(text).toContain(`FAILED: the target breaks the spec (1)
  getServiceOrder · asks for 200 → 200
    wrong-type  getServiceOrder /id: it is a string`);
  expect(text).toContain("✗ getServiceOrder        1 passed, 1 failed");
  expect(text).toContain("broken: 2 cases in 1.2 s, 1 passed, 1 failed");
});

test("errors, warnings and what was not reached have sections of their own", () => {
  const text = writeSummary(FACTS, [
    result({ outcome: "error", findings: [{ ...failure, rule: "timeout" }], status: undefined }),
    result({ warnings: [failure] }),
    result({ outcome: "not-reached", note: "404: no such record", status: 404 }),
  ]);
  expect(text).toContain("ERROR: could not be judged (1)");
  expect(text).toContain("WARNING: differs from what the spec only infers (1)");
  expect(text).toContain(
    "NOT REACHED (1)\n  getServiceOrder · no more than is required → 404\n    404: no such record",
  );
  expect(text).not.toContain("FAILED");
});

test("coverage lists what was not reached, by operation", () => {
  const text = writeSummary(FACTS, [result()]);
  const { documented, operations } = coverageOf("octopi", []);
  expect(text).toContain(`Coverage: 1 of ${documented} documented statuses over ${operations.length} operations`);
  expect(text).toContain("  not reached: getServiceOrder 401, 404, 422, 500\n");
});

test("what a server sends cannot steer the terminal", () => {
  const findings = [{ ...failure, message: "\u001b[2J\u202ebold" }];
  expect(writeSummary(FACTS, [result({ outcome: "failed", findings })])).toContain("\\u001b[2J\\u202ebold");
});

test.each([
  ["kept", [result(), result({ outcome: "not-reached" })]],
  ["broken", [result(), result({ outcome: "failed" }), result({ outcome: "error" })]],
  ["could not be told", [result(), result({ outcome: "error" })]],
  ["could not be told", [result({ outcome: "not-reached" })]],
  ["could not be told", []],
])("%s", (expected, results) => {
  expect(overall(results)).toBe(expected);
});

test("a run that ended early did not keep the spec, whatever it saw", () => {
  const text = writeSummary({ ...FACTS, stopped: "The target went away." }, [result()]);
  expect(text).toContain("ENDED EARLY: The target went away.");
  expect(text).toContain("could not be told: 1 cases");
});
