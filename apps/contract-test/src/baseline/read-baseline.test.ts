import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CannotRun } from "../cannot-run.js";
import { parseBaseline, readBaseline } from "./read-baseline.js";

const TODAY = "2026-03-01";
const entry = { id: "octopi-1f9a03bc", owner: "The integration team", expires: "2026-06-30" };

function problemOf(value: unknown): string {
  try {
    parseBaseline(typeof value === "string" ? value : JSON.stringify(value), TODAY);
    return "none";
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    return error.message;
  }
}

function problemOfEntry(changes: object): string {
  return problemOf({ entries: [entry, { ...entry, id: "dataloy-00000000", ...changes }] });
}

test("entries are read, of both APIs, with or without a reason", () => {
  const entries = [entry, { id: "dataloy-00000000", owner: "A", expires: "2025-01-01", reason: "Asked for." }];
  expect(parseBaseline(JSON.stringify({ entries }), TODAY)).toEqual({ entries });
  expect(parseBaseline('\ufeff{"entries":[]}', TODAY)).toEqual({ entries: [] });
});

test.each([
  ["{", "The baseline is not JSON. Write"],
  ["", "The baseline is not JSON. Write"],
  ["[]", "The baseline is no JSON object. Write"],
  ["null", "The baseline is no JSON object. Write"],
  ["{}", 'The baseline has no list of entries. Write { "entries": [ … ] } and nothing else.'],
  ['{"entries":{}}', "The baseline has no list of entries."],
  ['{"entries":[],"\u202ex":1}', 'The baseline has a member "\\u202ex".'],
  ['{"entries":[],"__proto__":1}', 'The baseline has a member "__proto__".'],
  ['{"entries":[1]}', "Entry 1 of the baseline is no object."],
])("%s is refused: %s", (text, problem) => {
  expect(problemOf(text)).toContain(problem);
});

test.each([
  [{ owner: undefined }, "has no owner. Write who sees to it"],
  [{ owner: " " }, 'has the owner " ". Write who sees to it'],
  [{ owner: 7 }, "has the owner 7."],
  [{ owner: "x".repeat(501) }, "has the owner"],
  [{ expires: undefined }, "has no expires. Write the last day on which it is excused, 2027-03-02 at the latest"],
  [{ expires: "2026-02-30" }, 'has the expires "2026-02-30".'],
  [{ expires: "1.4.2026" }, 'has the expires "1.4.2026".'],
  [{ expires: "2026-04-01T00:00:00Z" }, "has the expires"],
  [{ expires: "2026-13-01" }, "has the expires"],
  [{ expires: "2027-03-03" }, "expires on 2027-03-03, more than 366 days from today."],
  [{ id: undefined }, "has no id. Write the finding's id as a report shows it"],
  [{ id: "octopi-1F9A03BC" }, 'has the id "octopi-1F9A03BC".'],
  [{ id: "sandbox-1f9a03bc" }, "has the id"],
  [{ id: entry.id }, "has the id octopi-1f9a03bc of entry 1. Keep one of the two."],
  [{ reason: 1 }, "has the reason 1."],
  [{ expire: "2026-06-30" }, 'has a member "expire". Only "id", "owner", "expires" and "reason" are known.'],
  [{ owner: [`\u001b[2J${"x".repeat(1_000_000)}`] }, 'has the owner ["\\u001b[2Jx'],
])("entry 2 with %j %s", (changes, problem) => {
  expect(problemOfEntry(changes)).toContain(`Entry 2 of the baseline ${problem}`);
  expect(problemOfEntry(changes).length).toBeLessThan(300);
});

test("366 days from today is the last day", () => {
  expect(problemOfEntry({ expires: "2027-03-02" })).toBe("none");
});

test("a file is read, and one that is not there is told", async () => {
  const folder = await mkdtemp(join(tmpdir(), "quayside-baseline-"));
  try {
    await writeFile(join(folder, "known.json"), JSON.stringify({ entries: [entry] }));
    expect(await readBaseline(join(folder, "known.json"), TODAY)).toEqual({ entries: [entry] });
    await expect(readBaseline(join(folder, "none.json"), TODAY)).rejects.toThrow(
      "cannot be read (ENOENT). Name a file",
    );
    await expect(readBaseline(folder, TODAY)).rejects.toThrow(CannotRun);
  } finally {
    await rm(folder, { recursive: true });
  }
});
