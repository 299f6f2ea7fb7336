import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { openApi } from "../api.js";
import { HOSTILE_TEXTS, withTextEverywhere } from "../testing/hostile.js";
import { FACTS, keptReport, sampleReport } from "../testing/report.js";
import { isPlain } from "./plain-text.js";
import type { Report, ReportedFinding } from "./report.js";
import { writeSummary } from "./write-summary.js";

const report = sampleReport();
const summary = writeSummary(report);

function withFindings(findings: readonly ReportedFinding[]): Report {
  return { ...report, findings };
}

test("the verdict comes first, and the last line has it again with the numbers", () => {
  const lines = summary.split("\n");
  expect(lines[0]).toBe("BROKEN Octopi TOS at http://127.0.0.1:4010 breaks the spec in 6 ways.");
  expect(lines.at(-2)).toBe(
    "broken: 17 checks in 74.3 s, 3 passed, 7 failed, 1 known, 2 error, 4 not reached; 412 requests sent, 187 of them to write; mode full, seed 20260301",
  );
  expect(lines.at(-1)).toBe("");
});

test("a difference has its place in the spec, what came, what is expected, and a command", () => {
  expect(summary).toContain(`WHAT IS BROKEN (6)

  getServiceOrder
    tenant-leak: a tenant sees or changes what belongs to another one
    came      200 to another tenant
    expected  404
    spec      spec/octopi/service-orders/schemas/ServiceOrder.yaml:15
    met by    another tenant cannot read it
    id        octopi-6f675404
    curl --include 'http://127.0.0.1:4010/api/v1/service_orders/SO%2F1.json' \\
      --header "Authorization: Token token=$QUAYSIDE_OTHER_TOKEN" \\
      --header 'accept: application/json'

  createServiceOrder /service_order/due_at
`);
});

test("a difference that many checks met stands there once", () => {
  expect(summary.match(/listServiceOrders \/service_orders\/#\/status/g)).toHaveLength(1);
  expect(summary).toContain("met by    everything that may be sent, status is cancelled\n");
});

test("of a difference that very many checks met, the first three are named", () => {
  const findings = report.findings.map((one) => ({
    ...one,
    checks: Array.from({ length: 20 }, (_, index) => `c${index}`),
  }));
  expect(writeSummary(withFindings(findings))).toContain("met by    c0, c1, c2 and many more\n");
  const some = findings.map((one) => ({ ...one, checks: one.checks.slice(0, 5) }));
  expect(writeSummary(withFindings(some))).toContain("met by    c0, c1, c2 and 2 more\n");
});

test("errors, warnings and what is known have sections of their own; only what may be broken has a command", () => {
  const [, errors = "", warnings = ""] = summary.split(/COULD NOT BE JUDGED \(2\)|WARNINGS: .* \(1\)|NOT REACHED/);
  expect(errors).toContain("listInterchanges\n    timeout: no whole answer came in time\n");
  expect(errors).toContain("curl --include");
  expect(warnings).toContain("applyHold 202\n");
  expect(warnings).not.toContain("curl");
  expect(summary).toContain(
    "KNOWN: the baseline excuses these (1)\n  getInterchange /completed_at  octopi-91d50ca3  until 2026-06-30, Integration team: Octopi's ticket 4711;",
  );
});

test("the baseline's entries that are over, fixed or untold are told", () => {
  expect(summary).toContain(`BASELINE (3)
  octopi-fbc812a4  until 2026-02-15, Integration team  is over and excuses nothing any more; decide anew
  octopi-0a0a0a0a  until 2026-05-01, Integration team  is fixed; take it out of the baseline
  dataloy-0b0b0b0b  until 2026-05-01, Integration team  was not tested; this run tells nothing of it
`);
});

test("what was not reached is told by reason, the most frequent first", () => {
  expect(summary).toContain(`NOT REACHED (4), by reason
     3  404: the target does not have the record of the example, or not in this state
        updateInterchange, deleteInterchange, liftHold
     1  it needs credentials of another tenant: --other-token or --other-user
        getServiceOrder
`);
});

test("each operation has its outcomes and the statuses that it was not met with; each aspect its numbers", () => {
  expect(summary).toContain("  ✗ listServiceOrders   1 passed, 3 failed       not met: 404, 422, 500\n");
  expect(summary).toContain("  ! listInterchanges    1 error                  not met: ");
  expect(summary).toContain("  ✓ getInterchange      1 known                  not met: ");
  expect(summary).toContain("  – updateServiceOrder  no checks                not met: ");
  const documented = openApi("octopi").operations.flatMap(({ responses }) => responses).length;
  expect(summary).toMatch(new RegExp(`^  statuses               5 of ${documented}  [45] %$`, "m"));
});

test("a run that keeps the spec says so, and no more than it has", () => {
  const kept = writeSummary(keptReport());
  expect(kept).toMatch(
    /^KEPT Octopi TOS at http:\/\/127.0.0.1:4010 keeps the spec, as far as 2 checks tell.\n\nOPERATIONS\n/,
  );
  expect(kept).not.toMatch(/BROKEN|JUDGED|WARNINGS|KNOWN|BASELINE|REACHED|NOTES/);
});

test.each([
  [{ stopped: "The target went away." }, "The run ended early: The target went away."],
  [{ totals: { ...report.totals, passed: 1, error: 1 } }, "1 check could not be judged."],
  [{ totals: { ...report.totals, passed: 0, error: 0 } }, "No check was reached."],
])("why it could not be told: %j", (changes, why) => {
  const [line] = writeSummary({ ...report, overall: "could not be told", ...changes }).split("\n");
  expect(line).toBe(`COULD NOT BE TOLD whether Octopi TOS at http://127.0.0.1:4010 keeps the spec. ${why}`);
});

test("a run that ended early and broke the spec says both", () => {
  expect(writeSummary({ ...report, stopped: "It went away." })).toContain("\n\nENDED EARLY\n  It went away.\n");
});

test("it is coloured only when it is asked to be", () => {
  expect(summary.includes("\u001b")).toBe(false);
  const coloured = writeSummary(report, { colour: true });
  expect(coloured).toContain("\u001b[1;31mBROKEN\u001b[0m Octopi");
  expect(stripVTControlCharacters(coloured)).toBe(summary);
});

test("of a flood twenty differences are told in full, a hundred by their place, and a long command not at all", () => {
  const [first] = report.findings;
  if (first === undefined) throw new Error("The sample has findings.");
  const flood = Array.from({ length: 130 }, (_, index) => ({ ...first, where: `getServiceOrder /a${index}` }));
  const written = writeSummary(withFindings(flood));
  expect(written.match(/ {4}came/g)).toHaveLength(20);
  expect(written).toContain(
    "  getServiceOrder /a119  tenant-leak  octopi-6f675404\n  and 10 more; the HTML and JSON reports",
  );
  const long = writeSummary(withFindings([{ ...first, curl: `curl ${"x".repeat(4000)}` }]));
  expect(long).toContain("The request is long: the HTML and JSON reports have it.");
});

test("of a story of more than three requests the last one is shown", () => {
  const story = (length: number) =>
    Array.from({ length }, (_, at) => `# ${at + 1} of ${length}, a: 200 came\ncurl 'b${at}'`);
  const written = (length: number) =>
    writeSummary(withFindings(report.findings.slice(0, 1).map((one) => ({ ...one, curl: story(length).join("\n") }))));
  expect(written(4)).toContain(
    "\n    # 4 of 4, a: 200 came\n    curl 'b3'\n    The HTML and JSON reports have what came before.\n",
  );
  expect(written(4)).not.toContain("curl 'b2'");
  expect(written(3)).toContain("curl 'b0'\n    # 2 of 3, a: 200 came\n");
  expect(written(3)).not.toContain("what came before");
});

test.each(HOSTILE_TEXTS)(
  "what a server sends steers neither a terminal nor a CI system, nor fills it: %.40j",
  (text) => {
    const written = writeSummary(withTextEverywhere(report, text));
    expect(written.split("\n").filter((line) => !isPlain(line))).toEqual([]);
    expect(written).not.toMatch(/^\s*::|##\[/m);
    expect(written.length).toBeLessThan(150_000);
    expect(written.split("\n").length).toBeLessThan(summary.split("\n").length + 5);
  },
);

test("a report without anything can be written", () => {
  const coverage = { ...report.coverage, operations: [] };
  const nothing = { ...report, ...FACTS, findings: [], results: [], notes: [], baseline: undefined, coverage };
  expect(writeSummary({ ...nothing, overall: "could not be told" })).toContain(
    "could not be told: 0 checks in 74.3 s, no checks;",
  );
});
