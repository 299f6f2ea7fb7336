import { expect, test } from "vitest";
import { result } from "../testing/result.js";
import { writeJunit } from "./write-junit.js";

const FACTS = { api: "octopi", target: "http://127.0.0.1:4010", durationMs: 1234 };
const finding = { rule: "wrong-type", where: "getServiceOrder /id", message: 'it is "a" <b> & c' } as const;

test("one suite per operation, one test per case, with counts", () => {
  const xml = writeJunit(FACTS, [
    result(),
    result({ operationId: "listHolds", outcome: "failed", findings: [finding] }),
  ]);
  expect(xml).toContain(
    '<testsuites name="contract octopi" tests="2" failures="1" errors="0" skipped="0" time="1.234">',
  );
  expect(xml).toContain(
    '<testsuite name="octopi listHolds" tests="1" failures="1" errors="0" skipped="0" time="0.012">',
  );
  expect(xml).toContain('<testcase classname="octopi.getServiceOrder" name="no more than is required" time="0.012"/>');
});

test("a failure is no error, and not reached is skipped", () => {
  const xml = writeJunit(FACTS, [
    result({ outcome: "failed", findings: [finding] }),
    result({ outcome: "error", findings: [{ ...finding, rule: "timeout" }] }),
    result({ outcome: "not-reached", note: "404: no such record" }),
  ]);
  expect(xml).toContain('<failure type="wrong-type" message="it is &quot;a&quot; &lt;b&gt; &amp; c">');
  expect(xml).toContain('<error type="timeout"');
  expect(xml).toContain('<skipped message="404: no such record"/>');
});

test("warnings are output, and no failure", () => {
  const xml = writeJunit(FACTS, [result({ warnings: [finding] })]);
  expect(xml).toContain("<system-out>warning: wrong-type  getServiceOrder /id: it is &quot;a&quot;");
  expect(xml).toContain('failures="0"');
});

test("why a run stopped early is an error of its own", () => {
  const xml = writeJunit({ ...FACTS, stopped: "The target stopped answering." }, [result()]);
  expect(xml).toContain('tests="2" failures="0" errors="1"');
  expect(xml).toContain('message="The target stopped answering."');
});

test("characters that XML cannot hold are replaced", () => {
  const message = "a\u0000b\u001bc\ud800d\ufffee\u0085f";
  const xml = writeJunit(FACTS, [result({ outcome: "failed", findings: [{ ...finding, message }] })]);
  expect(xml).toContain('message="a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"');
});
