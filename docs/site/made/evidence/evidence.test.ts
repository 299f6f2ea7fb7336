import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { apis, references } from "../../navigation.ts";
import { countEvidence } from "../../reference/count-evidence.ts";
import { listOperations } from "../../reference/list-operations.ts";
import { docsFolder } from "../../routes.ts";
import { annotateRegister } from "./annotate-register.ts";
import { type DescribedApi, describeApi } from "./described-api.ts";
import { makeEvidence } from "./make-evidence.ts";
import { readRegister } from "./read-register.ts";
import { whereItMatters } from "./write-by-entry.ts";
import { writeMark } from "./write-mark.ts";
import { countMarks, writeOwnMarks, writeResponses } from "./write-marks.ts";

const written = await readFile(new URL("discrepancies.md", docsFolder), "utf8");
const numbers = [...written.matchAll(/^### (D-\d+) /gm)].map(([, number = ""]) => number);
let pages: Map<string, string>;
beforeAll(async () => {
  pages = new Map((await makeEvidence()).map(({ file, source }) => [file, source]));
});

describe.each(apis)("$name", (api) => {
  let described: DescribedApi;
  beforeAll(async () => {
    described = await describeApi(api);
  });

  test("each status of each operation stands in the row of the operation", () => {
    const text = writeResponses(described).join("\n");
    for (const { operationId, method, path } of listOperations(described.document)) {
      const row = text
        .split("\n")
        .find((line) => line.startsWith(`| [\`${operationId}\`](/reference/${api.id}/#${operationId}) |`));
      const statuses = Object.keys(Object(described.document.paths[path])[method.toLowerCase()].responses);
      const shown = row?.match(/(?<=[ >])\d{3}(?=[,:])/g) ?? [];
      expect([operationId, ...shown.sort()]).toEqual([operationId, ...statuses.sort()]);
    }
  });

  test("the counts are those of the responses of the landing page, and of all other marks", () => {
    const { responses, own } = countMarks(described);
    expect(responses).toEqual(countEvidence(described.document));
    const { paths, components } = described.document as { paths: object; components?: { responses?: object } };
    const inline = Object.values(paths).flatMap((item) =>
      Object.values(item).map((one) => Object(one).responses ?? {}),
    );
    const marked = [...inline, components?.responses ?? {}].flatMap((group) => Object.values<object>(group));
    const all = JSON.stringify(described.document).match(/"x-evidence":/g) ?? [];
    const ofResponses = marked.filter((response) => "x-evidence" in response);
    expect(own.documented + own.inferred).toBe(all.length - ofResponses.length);
  });

  test("every mark that is no response's is in the table, with its schema", () => {
    const text = writeOwnMarks(described).join("\n");
    const schemas = Object.entries<object>(Object(described.document.components).schemas);
    const marked = schemas
      .filter(([, schema]) => JSON.stringify(schema).includes('"x-evidence"'))
      .map(([name]) => name);
    expect(marked.length).toBeGreaterThan(3);
    expect(marked.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

test("the page has every entry of the register once, in its order", () => {
  const page = pages.get("evidence.md") ?? "";
  const rows = [...page.slice(page.indexOf("## By discrepancy")).matchAll(/^\| (D-\d+) /gm)];
  expect(rows.map(([, number]) => number)).toEqual(numbers);
});

test("every entry of the register gets one line, and all else of it stays", () => {
  const made = pages.get("discrepancies.md") ?? "";
  expect(made.match(/^- \*\*Where it matters:\*\* /gm)).toHaveLength(numbers.length);
  expect(made.replace(/^- \*\*Where it matters:\*\* .*\n/gm, "")).toBe(written);
  for (const part of made.split(/^### (?=D-)/m).slice(1)) {
    expect(part.match(/^- \*\*Where it matters:\*\* /gm), part.split("\n", 1)[0]).toHaveLength(1);
  }
});

test.each([
  { number: "D-41", text: "[`liftHold`](/reference/octopi/#liftHold) (by `Acknowledgement`)" },
  { number: "D-43", text: "(by `ErrorBody`)" },
  { number: "D-87", text: "webhooks of [Dataloy VMS](/reference/dataloy/)" },
  { number: "D-79", text: "[Dataloy VMS](/reference/dataloy/) as a whole" },
  { number: "D-101", text: "; [`startServiceOrderItem`](/reference/sandbox/#startServiceOrderItem)" },
  { number: "D-02", text: "[`createServiceOrder`](/reference/octopi/#createServiceOrder)" },
  { number: "D-04", text: "nothing in the specs cites it" },
])("$number matters for $text", async ({ number, text }) => {
  expect(whereItMatters(await Promise.all(references.map(describeApi)), { number })).toContain(text);
});

test("the last entry of a register gets its line too", () => {
  const register = readRegister("# R\n\n## All\n\n### D-01 One\n\n- Text.\n\n### D-02 Two\n\n- Text.\n");
  expect(register.sections).toEqual([
    {
      title: "All",
      entries: [
        { number: "D-01", title: "One" },
        { number: "D-02", title: "Two" },
      ],
    },
  ]);
  const line = "- **Where it matters:** nothing in the specs cites it";
  expect(annotateRegister([], register)).toBe(
    `# R\n\n## All\n\n### D-01 One\n\n- Text.\n${line}\n\n### D-02 Two\n\n- Text.\n${line}\n`,
  );
});

test.each([[{ basis: "inferred" }], [{ basis: "documented", note: "D-01" }], [undefined]])(
  "the mark %j stops the build",
  (mark) => {
    expect(() => writeMark(mark)).toThrow("says neither a source nor a note");
  },
);

test("a source that nobody knows stops the build", () => {
  expect(() => writeMark({ basis: "documented", source: "octopi-hold" })).toThrow('"octopi-hold"');
});
