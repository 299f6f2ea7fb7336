import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { docsFolder } from "../routes.ts";
import { evidenceLine, linkEntries, sources } from "./evidence-line.ts";

test("a documented mark leads to each of its pages", () => {
  expect(evidenceLine({ basis: "documented", source: ["octopi-holds", "octopi-line-items"] }, "../")).toBe(
    "*Documented:* [Octopi, holds](../guides/evidence/#octopi-holds) · [Octopi, line items](../guides/evidence/#octopi-line-items)",
  );
});

test.each([{ basis: "guessed" }, { basis: "documented", note: "D-01" }, { basis: "inferred" }, "D-01", null])(
  "the mark %j stops the build",
  (mark) => {
    expect(() => evidenceLine(mark, "")).toThrow("is neither");
  },
);

test("an unknown source is named, and the known ones", () => {
  expect(() => evidenceLine({ basis: "documented", source: "octopi-hold" }, "")).toThrow(/"octopi-hold".*octopi-holds/);
});

test.each([
  ["see D-42.", "see [D-42](discrepancies/#d-42)."],
  ["(D-01, D-103)", "([D-01](discrepancies/#d-01), [D-103](discrepancies/#d-103))"],
  ["`D-42` and [D-42](elsewhere)", "`D-42` and [D-42](elsewhere)"],
  ["ID-42 and D-4", "ID-42 and D-4"],
])("%s becomes %s", (text, linked) => {
  expect(linkEntries(text, "")).toBe(linked);
});

test("the guide on evidence has a heading for every source", async () => {
  const guide = await readFile(new URL("guides/evidence.md", docsFolder), "utf8");
  const headings = [...guide.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  expect(headings.sort()).toEqual([...sources.keys()].sort());
});
