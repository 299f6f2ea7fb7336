import { expect, test } from "vitest";
import { readCitations } from "./read-citations.ts";

const DOCUMENT = { info: { title: "Doors" }, paths: {} };

test("marks and descriptions cite at the place where they stand", () => {
  const document = { ...DOCUMENT, "x/y": { description: "See D-07 and D-08.", "x-evidence": { note: "D-09" } } };
  expect(listed(readCitations(document, { texts: new Map(), lines: {} }))).toEqual({
    "D-07": ["/x~1y"],
    "D-08": ["/x~1y"],
    "D-09": ["/x~1y/x-evidence"],
  });
});

const TEXT = `# D-01: about all of it
# and more of it
type: object # D-02
properties:
  # D-03
  size:
    type: number
    enum:
      - 1 # D-04, D-05
  name: { description: 'No D-06 #1' }
`;

test("a comment cites at the line that it ends, at the next one below it, or at the nearest above", () => {
  const lines = {
    "/components/schemas/Door": "door.yaml:3",
    "/components/schemas/Door/type": "door.yaml:3",
    "/components/schemas/Door/properties/size": "door.yaml:6",
    "/components/schemas/Door/properties/size/enum": "door.yaml:8",
    "/components/schemas/Door/properties/name": "door.yaml:10",
  };
  const whole = ["/components/schemas/Door", "/components/schemas/Door/type"];
  const expected = {
    "D-01": whole,
    "D-02": whole,
    "D-03": ["/components/schemas/Door/properties/size"],
    "D-04": ["/components/schemas/Door/properties/size/enum"],
    "D-05": ["/components/schemas/Door/properties/size/enum"],
  };
  for (const text of [TEXT, TEXT.replaceAll("\n", "\r\n")]) {
    expect(listed(readCitations(DOCUMENT, { texts: new Map([["door.yaml", text]]), lines }))).toEqual(expected);
  }
});

function listed(citations: ReturnType<typeof readCitations>): Record<string, string[]> {
  return Object.fromEntries([...citations].map(([number, pointers]) => [number, [...pointers]]));
}
