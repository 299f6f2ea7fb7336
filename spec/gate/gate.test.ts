import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ANSWERS } from "./cases/answers.test.fixture.ts";
import { type Batch, batchesOf, unitOf, unitsOf } from "./cases/batches.test.fixture.ts";
import type { Case, Part } from "./cases/case.test.fixture.ts";
import { OPERATIONS } from "./cases/operations.test.fixture.ts";
import { PARAMETERS } from "./cases/parameters.test.fixture.ts";
import { REQUESTS } from "./cases/requests.test.fixture.ts";
import { RESPONSES } from "./cases/responses.test.fixture.ts";
import { gate } from "./gate.ts";
import { ROOT } from "./workspace.ts";

const CASES = [...PARAMETERS, ...REQUESTS, ...ANSWERS, ...RESPONSES, ...OPERATIONS];
const BATCHES = batchesOf(CASES, readApi);

describe.concurrent.for(BATCHES)("run %$", (batch) => {
  let running: ReturnType<typeof gate> | undefined;
  const report = () => (running ??= judged(batch));

  test("is passed where words changed only", async ({ expect }) => {
    const { isPassed } = await report();
    expect(isPassed).toBe(batch.cases.every(({ impact }) => impact === undefined || impact === "patch"));
  });

  test.for(batch.cases)("$impact: $name", async (each, { expect }) => {
    const { text } = await report();
    const units = unitsOf(each, readApi);
    const entries = entriesIn(text).filter(({ pointer }) => units.includes(unitOf(pointer)));
    expect(impactIn(text, entries)).toBe(each.impact);
    if (each.says === undefined) return;
    const [where, says, pointer] = each.says;
    expect(entries).toContainEqual({ impact: each.impact, where, says, pointer });
  });
});

test("each case has a name of its own", () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
});

function readApi(api: string): Part {
  return JSON.parse(readFileSync(join(ROOT, `spec/dist/${api}.json`), "utf8")) as Part;
}

/** Runs the gate in a workspace that has one API, the changes, and no changeset. */
async function judged({ api, cases }: Batch): ReturnType<typeof gate> {
  const root = await mkdtemp(join(tmpdir(), "quayside-gate-"));
  try {
    for (const folder of [".changeset", "spec/dist", "spec/released"])
      await mkdir(join(root, folder), { recursive: true });
    await writeFile(join(root, "spec/redocly.yaml"), `apis: { ${api}: {} }\n`);
    const document = readApi(api);
    for (const { before } of cases) before?.(document);
    await writeFile(join(root, `spec/released/${api}.json`), JSON.stringify(document));
    for (const { change } of cases) change(document);
    await writeFile(join(root, `spec/dist/${api}.json`), JSON.stringify(document));
    return await gate(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

type Entry = { impact: Case["impact"]; where: string; says: string; pointer: string };

/** What a report says of each change, in three lines: whom it is about, what changed, where. */
function entriesIn(text: string): Entry[] {
  const entries = text.matchAll(/^ {2}(breaking|addition) +(.*)\n +(.*)\n +(?:was )?at ([^\s;,]*)/gm);
  return Array.from(entries, ([, word, where = "", says = "", pointer = ""]) => {
    return { impact: word === "breaking" ? "major" : "minor", where, says, pointer };
  });
}

/** The gravest of what a report says of some changes. It names no change of words; there are such where the gate is passed. */
function impactIn(text: string, entries: readonly Entry[]): Case["impact"] {
  if (entries.length === 0) return text.includes("0 breaking changes, 0 additions") ? "patch" : undefined;
  return entries.some(({ impact }) => impact === "major") ? "major" : "minor";
}
