import { expect, test } from "vitest";
import { holdOutput } from "./hold-output.ts";

const PRINTED = "building\nsrc/api.ts(7,1): error TS2741: Property 'getLineItem' is missing in type '{}'.\n";

test("what is shown was printed, whatever stands for …", () => {
  expect(holdOutput(PRINTED, ["src/api.ts(…): error TS2741: Property 'getLineItem' is missing in type …"])).toEqual([]);
});

test("what is shown and was not printed is named", () => {
  const wrong = holdOutput(PRINTED, ["error TS2741: Property 'getLineItem' is missing", "Write a `description` here."]);
  expect(wrong).toEqual(["is shown and was not printed: Write a `description` here."]);
});

test.each([
  "src/other.ts(1,1): error TS2322: Type 'a' is not assignable.",
  "[1] octopi/line-items/member.yaml:4:1 at #/get",
  " FAIL  journeys/all.test.ts > every operation of octopi is in a journey",
  "  addition  `getLineItem` (GET /a.json)",
  "  breaking  `getLineItem` (GET /a.json)",
])("a problem that is not shown is named: %s", (line) => {
  expect(holdOutput(`${line}\n`, [])).toEqual([`was printed and is not shown: ${line}`]);
});
