import { expect, test } from "vitest";
import type { Finding } from "../finding.js";
import { checkResult } from "../testing/check-result.js";
import { exchange } from "../testing/exchange.js";
import { buildReport, type RunFacts } from "./build-report.js";

const FACTS: RunFacts = {
  tool: { name: "@quayside/contract-test", version: "0.1.0" },
  api: "octopi",
  title: "Octopi TOS",
  target: "http://127.0.0.1:4010",
  mode: "full",
  seed: 7,
  startedAt: "2026-03-01T08:00:00.000Z",
  durationMs: 1234,
  requests: { sent: 3, writes: 1 },
  notes: ["A note."],
};
const COVERAGE = openCoverageOfNothing();
const wrongType: Finding = {
  rule: "wrong-type",
  where: "listServiceOrders /service_orders/3/status",
  message: "7 is not allowed; the spec has a string",
};

function openCoverageOfNothing() {
  const none = { reached: 0, documented: 0 };
  const totals = { statuses: none, parameters: none, "request properties": none, "answer properties": none };
  return { operations: [], totals };
}

function failed(finding: Finding, changes = {}) {
  return checkResult({ outcome: "failed", findings: [finding], ...changes });
}

test("facts, totals and the verdict are told, and results without their exchanges", () => {
  const { overall, totals, notes, requests, results, ...report } = buildReport(
    FACTS,
    [checkResult({ exchanges: [exchange()] }), failed(wrongType), checkResult({ outcome: "known" })],
    COVERAGE,
  );
  expect({ overall, totals, notes, requests }).toEqual({
    overall: "broken",
    totals: { passed: 1, failed: 1, known: 1, error: 0, "not-reached": 0 },
    notes: ["A note."],
    requests: { sent: 3, writes: 1 },
  });
  expect(results.map((one) => Object.hasOwn(one, "exchanges"))).toEqual([false, false, false]);
  expect(report).toMatchObject({ api: "octopi", seed: 7, coverage: COVERAGE, baseline: undefined });
  expect(report).not.toHaveProperty("credentials");
});

test("a difference is told once, with all the checks that met it, and the smallest request among theirs", () => {
  const met = (name: string, element: number, comment: string) =>
    failed(
      { ...wrongType, where: `listServiceOrders /service_orders/${element}/status`, message: `it came ${name}` },
      { name, exchanges: [exchange(), exchange({ values: undefined, request: { method: "PUT", body: comment } })] },
    );
  const { findings } = buildReport(
    FACTS,
    [met("long", 1, "long"), met("short", 2, "x"), met("none", 3, "xyz")],
    COVERAGE,
  );
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    id: "octopi-29198a47",
    kind: "failed",
    operationId: "listServiceOrders",
    where: "listServiceOrders /service_orders/#/status",
    message: "it came short",
    checks: ["long", "short", "none"],
    answer: { status: 200, contentType: "application/json", body: '{"id":"41"}' },
  });
  expect(findings[0]?.curl).toContain("--data-raw 'x'");
  expect(findings[0]?.client).toContain('body: "x"');
});

test("what is shown is the last request of the finding's own operation, whatever was put back after it", () => {
  const exchanges = [
    exchange({ operationId: "listServiceOrders", request: { url: "http://t.example/first" } }),
    exchange({ operationId: "listServiceOrders", request: { url: "http://t.example/second" } }),
    exchange({ operationId: "deleteServiceOrder", request: { method: "DELETE" } }),
  ];
  const [one] = buildReport(FACTS, [failed(wrongType, { exchanges })], COVERAGE).findings;
  expect(one?.curl).toContain("'http://t.example/second'");
  const other = { ...wrongType, where: "listHolds" };
  const [two] = buildReport(FACTS, [failed(other, { exchanges })], COVERAGE).findings;
  expect(two?.curl).toContain("--request DELETE");
});

test("a rule over several requests shows them all, up to the one that is shown", () => {
  const exchanges = ["createServiceOrder", "listServiceOrders", "deleteServiceOrder"].map((operationId) =>
    exchange({ operationId, request: { url: `http://t.example/${operationId}` } }),
  );
  const [one] = buildReport(FACTS, [failed(wrongType, { kind: "meaning", exchanges })], COVERAGE).findings;
  expect(one?.curl?.split("\n").filter((line) => !line.startsWith("  "))).toEqual([
    "# 1 of 2, createServiceOrder: 200 came",
    "curl --include 'http://t.example/createServiceOrder' \\",
    "",
    "# 2 of 2, listServiceOrders: 200 came",
    "curl --include 'http://t.example/listServiceOrders' \\",
  ]);
  const long = exchanges.map((each) => ({
    ...each,
    request: { ...each.request, method: "PUT", body: "x".repeat(20_000) },
  }));
  const all = [...long, ...long, ...long].map((each) => ({ ...each, operationId: "listServiceOrders" }));
  const [two] = buildReport(FACTS, [failed(wrongType, { kind: "journey", exchanges: all })], COVERAGE).findings;
  expect(two?.curl).toMatch(/^curl [^#]*$/);
});

test("both halves of a message are told apart, and the spec's place is asked for with the status that came", () => {
  const asked: unknown[] = [];
  const answer = { status: 404, headers: {}, body: "" };
  const results = [failed(wrongType, { exchanges: [exchange({ answer })] })];
  const { findings } = buildReport(FACTS, results, COVERAGE, undefined, (...given) => {
    asked.push(given);
    return { file: "octopi/openapi.yaml", line: 3 };
  });
  expect(asked).toEqual([[wrongType, 404]]);
  expect(findings[0]).toMatchObject({
    came: "7 is not allowed",
    expected: "a string",
    spec: { file: "octopi/openapi.yaml", line: 3 },
    answer: { status: 404, contentType: "", body: "" },
  });
});

test("failures come first, the gravest of them before the others, then errors, warnings and what is known", () => {
  const at = (rule: Finding["rule"]) => ({ ...wrongType, rule });
  const { findings } = buildReport(
    FACTS,
    [
      checkResult({ outcome: "known", known: [at("wrong-value")] }),
      checkResult({ warnings: [at("missing-header")] }),
      checkResult({ outcome: "error", findings: [at("timeout")] }),
      failed(at("wrong-type")),
      failed(at("authentication-not-enforced")),
    ],
    COVERAGE,
  );
  expect(findings.map(({ kind, rule }) => `${kind} ${rule}`)).toEqual([
    "failed authentication-not-enforced",
    "failed wrong-type",
    "error timeout",
    "warning missing-header",
    "known wrong-value",
  ]);
});

test("what is a failure in one check and a warning in another is a failure; what is known stays known", () => {
  const kinds = (...results: Parameters<typeof checkResult>[0][]) =>
    buildReport(FACTS, results.map(checkResult), COVERAGE).findings.map(({ kind }) => kind);
  expect(kinds({ warnings: [wrongType] }, { outcome: "failed", findings: [wrongType] })).toEqual(["failed"]);
  expect(kinds({ warnings: [wrongType] }, { outcome: "known", known: [wrongType] })).toEqual(["known"]);
});

test("a request that calls no operation is told under that of its check", () => {
  const { findings } = buildReport(FACTS, [failed({ ...wrongType, where: "GET /things/3" })], COVERAGE);
  expect(findings[0]).toMatchObject({ operationId: "getServiceOrder", where: "GET /things/#" });
});

test("where nothing was sent there is no command, and where nothing came no answer", () => {
  const results = [
    failed(wrongType),
    failed({ ...wrongType, rule: "wrong-value" }, { exchanges: [exchange({ answer: undefined })] }),
  ];
  const [first, second] = buildReport(FACTS, results, COVERAGE).findings;
  expect(first).toMatchObject({ curl: undefined, client: undefined, answer: undefined });
  expect(second).toMatchObject({ answer: undefined, curl: expect.stringContaining("curl") });
});

test("commands say how callers are known", () => {
  const results = [failed(wrongType, { exchanges: [exchange()] })];
  const { findings } = buildReport({ ...FACTS, api: "dataloy", credentials: "user" }, results, COVERAGE);
  expect(findings[0]?.curl).toContain('--user "$QUAYSIDE_USER"');
});

test("a flood is bounded: 500 differences, 20 checks, 2,000 characters of an answer", () => {
  const body = `${"x".repeat(1999)}\u{1f6a2}${"x".repeat(1_000_000)}`;
  const answer = { status: 200, headers: {}, body };
  const many = Array.from({ length: 600 }, (_, index) => {
    const findings = [wrongType, { ...wrongType, where: `listServiceOrders /a${index}` }];
    return checkResult({ outcome: "failed", name: `${index}`, findings, exchanges: [exchange({ answer })] });
  });
  const { findings, notes } = buildReport(FACTS, many, COVERAGE);
  expect(findings).toHaveLength(500);
  expect(notes).toEqual(["A note.", "There are 601 differences; only the gravest 500 are told one by one."]);
  expect(findings[0]?.checks).toHaveLength(20);
  expect(findings[0]?.answer?.body).toBe(`${"x".repeat(1999)}…`);
});
