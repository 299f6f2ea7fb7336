import { expect, test } from "vitest";
import { checkResult } from "../testing/check-result.js";
import { HOSTILE_TEXTS, withTextEverywhere } from "../testing/hostile.js";
import { keptReport, sampleReport } from "../testing/report.js";
import type { Report } from "./report.js";
import { writeJunit } from "./write-junit.js";

const report = sampleReport();
const finding = { rule: "wrong-type", where: "getServiceOrder /id", message: 'it is "a" <b> & c' } as const;

function write(...results: Parameters<typeof checkResult>[0][]): string {
  return writeJunit({ ...report, durationMs: 1234, findings: [], results: results.map(checkResult) });
}

/** The elements of a document in their order, as `name attribute=value`; fails on anything that is not well-formed XML 1.0. */
function parseXml(xml: string): string[] {
  const [, body = ""] = /^<\?xml version="1\.0" encoding="UTF-8"\?>([\s\S]*)$/.exec(xml) ?? [];
  expect(body.match(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)).toBe(null);
  const text = "(?:[^<&]|&(?:amp|lt|gt|quot);)*";
  const token = new RegExp(`<(/?)([a-z-]+)((?: [a-z]+="(?:[^<&"]|&(?:amp|lt|gt|quot);)*")*)(/?)>(${text})`, "y");
  const open: string[] = [];
  const found: string[] = [];
  token.lastIndex = /^\s*/.exec(body)?.[0].length ?? 0;
  while (token.lastIndex < body.length) {
    const [, closing, name = "", attributes = "", empty, inner = ""] = token.exec(body) ?? expect.fail("It is no XML.");
    expect(inner.includes("]]>")).toBe(false);
    if (closing) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name);
    if (!closing) found.push(name + attributes);
  }
  expect(open).toEqual([]);
  return found;
}

test("one suite per operation, one test per check, with counts", () => {
  const xml = write({}, { operationId: "listHolds", outcome: "failed", findings: [finding] });
  expect(parseXml(xml)).toEqual([
    'testsuites name="contract octopi" tests="2" failures="1" errors="0" skipped="0" time="1.234"',
    'testsuite name="octopi getServiceOrder" tests="1" failures="0" errors="0" skipped="0" time="0.012"',
    'testcase classname="octopi.getServiceOrder" name="no more than is required" time="0.012"',
    'testsuite name="octopi listHolds" tests="1" failures="1" errors="0" skipped="0" time="0.012"',
    'testcase classname="octopi.listHolds" name="no more than is required" time="0.012"',
    'failure type="wrong-type" message="it is &quot;a&quot; &lt;b&gt; &amp; c"',
  ]);
});

test("a rule over several requests and a story say that they are one", () => {
  const xml = write({ kind: "meaning", name: "pages" }, { kind: "journey", name: "an order" });
  expect(xml).toContain('name="meaning: pages"');
  expect(xml).toContain('name="journey: an order"');
});

test("a failure is no error, not reached is skipped, and what is known has passed with a word about it", () => {
  const xml = write(
    { outcome: "failed", findings: [finding] },
    { outcome: "error", findings: [{ ...finding, rule: "timeout" }] },
    { outcome: "not-reached", note: "404: no such record" },
    { outcome: "known", known: [finding] },
  );
  expect(xml).toContain('tests="4" failures="1" errors="1" skipped="1"');
  expect(xml).toContain('<failure type="wrong-type" message="it is &quot;a&quot; &lt;b&gt; &amp; c">');
  expect(xml).toContain('<error type="timeout"');
  expect(xml).toContain('<skipped message="404: no such record"/>');
  expect(xml).toMatch(/<system-out>known, octopi-[0-9a-f]{8}: wrong-type {2}getServiceOrder \/id: it is/);
});

test("warnings are output, and no failure", () => {
  const xml = write({ warnings: [finding] });
  expect(xml).toContain("<system-out>warning: wrong-type  getServiceOrder /id: it is &quot;a&quot;");
  expect(xml).toContain('failures="0"');
});

test("what failed has the command that shows it again", () => {
  expect(writeJunit(report)).toContain(
    "--data-raw '{&quot;service_order&quot;:{&quot;order_number&quot;:&quot;QUAYSIDE-7f3a-9&quot;",
  );
  expect(writeJunit(keptReport())).not.toContain("curl");
});

test("why a run stopped early is an error of its own", () => {
  const xml = writeJunit({ ...keptReport(), stopped: "The target stopped answering." });
  expect(xml).toContain('tests="3" failures="0" errors="1"');
  expect(xml).toContain('message="The target stopped answering."');
});

test("characters that XML cannot hold are replaced", () => {
  const message = "a\u0000b\u001bc\ud800d\ufffee\u0085f";
  expect(write({ outcome: "failed", findings: [{ ...finding, message }] })).toContain(
    'message="a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"',
  );
});

test.each(HOSTILE_TEXTS)(
  "whatever a server sends, it is XML with the same elements, and not too long: %.40j",
  (text) => {
    const names = (one: Report) => parseXml(writeJunit(one)).map((element) => element.split(" ")[0]);
    const hostile = withTextEverywhere({ ...report, stopped: "x" }, text);
    expect(names(hostile)).toEqual(names(withTextEverywhere({ ...report, stopped: "x" }, "x")));
    expect(writeJunit(hostile).length).toBeLessThan(250_000);
  },
);
