import { table } from "../table.ts";
import type { DescribedApi } from "./described-api.ts";
import type { Register } from "./read-register.ts";
import { writeByEntry } from "./write-by-entry.ts";
import { countMarks, writeOwnMarks, writeResponses } from "./write-marks.ts";

/** The page of the evidence: what every operation rests on, and where every entry of the register matters. */
export function writeEvidence(
  marked: readonly DescribedApi[],
  all: readonly DescribedApi[],
  register: Register,
): string {
  const sections = marked.map((api) => [`## ${api.name}`, ...writeResponses(api), ...writeOwnMarks(api)].join("\n\n"));
  return `${[intro, summary(marked), ...sections, writeByEntry(all, register)].join("\n\n")}\n`;
}

const intro = `# Evidence by operation

What each response rests on, and each schema, property and parameter that has a mark of its own. What has none is documented on the page of
its resource. [Evidence marks](guides/evidence.md) says what the marks mean and how to use them; the [register](discrepancies.md) has the
entries. Names of operations lead into the reference.`;

function summary(apis: readonly DescribedApi[]): string {
  const counts = apis.map(countMarks);
  return table(
    ["", ...apis.map(({ name }) => name)],
    [
      ["responses documented", ...counts.map(({ responses }) => String(responses.documented))],
      ["responses inferred", ...counts.map(({ responses }) => String(responses.inferred))],
      ["other marks: documented", ...counts.map(({ own }) => String(own.documented))],
      ["other marks: inferred", ...counts.map(({ own }) => String(own.inferred))],
    ],
  );
}
