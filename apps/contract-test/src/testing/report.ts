import { openApi } from "../api.js";
import { applyBaseline } from "../baseline/apply-baseline.js";
import type { Finding } from "../finding.js";
import { buildReport, type RunFacts } from "../reports/build-report.js";
import { findingId } from "../reports/finding-id.js";
import type { Report } from "../reports/report.js";
import type { CheckResult, Kind } from "../result.js";
import { openCoverage } from "../spec-coverage/open-coverage.js";
import type { Exchange } from "../wire/exchange.js";
import { checkResult } from "./check-result.js";
import { exchange } from "./exchange.js";

/** What a run has to tell besides its results. */
export const FACTS: RunFacts = {
  tool: { name: "@quayside/contract-test", version: "0.1.0" },
  api: "octopi",
  title: "Octopi TOS",
  target: "http://127.0.0.1:4010",
  mode: "full",
  seed: 20_260_301,
  startedAt: "2026-03-01T08:00:00.000Z",
  durationMs: 74_321,
  requests: { sent: 412, writes: 187 },
  notes: ["The service order QUAYSIDE-7f3a-12 could not be removed: 500. Remove it by hand."],
};

const JSON_TYPE = { "content-type": "application/json" };
const ORIGIN = "http://127.0.0.1:4010/api/v1";

const FINDINGS = {
  status: found("wrong-type", "listServiceOrders /service_orders/3/status", "7 is not allowed; the spec has a string"),
  page: found("pages-wrong", "listServiceOrders query.page", "page 2 repeats 3 rows of page 1"),
  accepted: found(
    "invalid-request-accepted",
    "createServiceOrder /service_order/due_at",
    '201 to a request that is broken: due_at is no time: "tomorrow"',
  ),
  tenant: found("tenant-leak", "getServiceOrder", "200 to another tenant; the spec has 404"),
  item: found(
    "missing-property",
    "getServiceOrder /service_order_items/0/cancellation_reason",
    "cancellation_reason is missing; the spec requires it",
  ),
  timeout: found("timeout", "listInterchanges", "no whole answer within 10000 ms"),
  busy: found("target-busy", "createInterchange", "503: the target, or something before it, cannot answer now"),
  inferred: found(
    "undeclared-status",
    "applyHold 202",
    "202 is not declared; the spec has 200, 204, 401, 404, 422, 500",
  ),
  known: found("wrong-value", "getInterchange /completed_at", '"1.3.2026" is not allowed; the spec has a date-time'),
  over: found("missing-header", "listHolds header.Link", "Link is missing; the spec requires it"),
};

function found(rule: Finding["rule"], where: string, message: string): Finding {
  return { rule, where, message };
}

/** A run that met one of each. */
export function sampleReport(): Report {
  const { results, report } = applyBaseline({ entries: entries() }, sampleResults(), {
    api: "octopi",
    today: "2026-03-01",
    complete: true,
  });
  return buildReport(FACTS, results, sampleCoverage(), { ...report, ...untold() }, ({ where }) => ({
    file: where.includes("Interchange")
      ? "octopi/interchanges/member.yaml"
      : "octopi/service-orders/schemas/ServiceOrder.yaml",
    line: where.length,
  }));
}

function entries() {
  const entry = (finding: Finding, expires: string, reason?: string) => {
    return { id: findingId("octopi", finding), owner: "Integration team", expires, ...(reason && { reason }) };
  };
  return [
    entry(FINDINGS.known, "2026-06-30", "Octopi's ticket 4711; due with their spring release."),
    entry(FINDINGS.over, "2026-02-15"),
  ];
}

function untold() {
  const entry = { owner: "Integration team", expires: "2026-05-01" };
  return { fixed: [{ ...entry, id: "octopi-0a0a0a0a" }], untold: [{ ...entry, id: "dataloy-0b0b0b0b" }] };
}

function sampleResults(): CheckResult[] {
  const { status, page, accepted, tenant, item, timeout, busy, inferred, known, over } = FINDINGS;
  const order = (answer: string) =>
    read("getServiceOrder", "service_orders/SO%2F1.json", { order_number: "SO/1" }, answer);
  const list = read(
    "listServiceOrders",
    "service_orders.json?per=5",
    undefined,
    '{"total_count":41,"service_orders":[{"id":41,"status":7}]}',
  );
  const interchanges = "truck_visits/7/interchanges";
  const visit = { truck_visit_id: 7, id: 353388 };
  return [
    passed("listServiceOrders"),
    failed("listServiceOrders", "everything that may be sent", status, list),
    failed("listServiceOrders", "status is cancelled", { ...status, where: status.where.replace("3", "0") }, list),
    failed("listServiceOrders", "the pages make up the list", page, list, "meaning"),
    passed("createServiceOrder", 201),
    failed("createServiceOrder", "due_at is no time", accepted, creation()),
    failed(
      "getServiceOrder",
      "another tenant cannot read it",
      tenant,
      { ...order('{"id":41}'), sender: "other" },
      "meaning",
    ),
    failed(
      "createServiceOrder",
      "an order is cancelled before it is done",
      item,
      order('{"id":41,"service_order_items":[{"status":"cancelled"}]}'),
      "journey",
    ),
    untellable("listInterchanges", timeout, {
      ...read("listInterchanges", `${interchanges}.json`, visit, ""),
      answer: undefined,
    }),
    untellable("createInterchange", busy, read("createInterchange", `${interchanges}.json`, visit, "<h1>Busy</h1>")),
    checkResult({
      operationId: "applyHold",
      warnings: [inferred],
      status: 202,
      exchanges: [read("applyHold", "holds/36.json", visit, "")],
    }),
    failed(
      "getInterchange",
      "no more than is required",
      known,
      read("getInterchange", `${interchanges}/353388.json`, visit, '{"completed_at":"1.3.2026"}'),
    ),
    failed(
      "listHolds",
      "no more than is required",
      over,
      read("listHolds", "bills/BL-7/holds.json", visit, '{"bill_of_lading":{}}'),
    ),
    ...["updateInterchange", "deleteInterchange", "liftHold"].map((operationId) => notReached(operationId, MISSING)),
    notReached("getServiceOrder", "it needs credentials of another tenant: --other-token or --other-user"),
  ];
}

const MISSING = "404: the target does not have the record of the example, or not in this state";

function passed(operationId: string, status = 200): CheckResult {
  return checkResult({ operationId, status });
}

function failed(
  operationId: string,
  name: string,
  finding: Finding,
  sent: Exchange,
  kind: Kind = "request",
): CheckResult {
  const status = sent.answer?.status;
  return checkResult({ kind, operationId, name, outcome: "failed", findings: [finding], status, exchanges: [sent] });
}

function untellable(operationId: string, finding: Finding, sent: Exchange): CheckResult {
  return { ...failed(operationId, "asks for 200", finding, sent), outcome: "error" };
}

function notReached(operationId: string, note: string): CheckResult {
  return checkResult({ operationId, name: "everything that may be sent", outcome: "not-reached", note, status: 404 });
}

function read(operationId: string, path: string, names: object | undefined, body: string): Exchange {
  const values = names === undefined ? { query: { per: 5 } } : { path: { ...names } };
  const answer = { status: 200, headers: JSON_TYPE, body };
  return exchange({ operationId, values, request: { url: `${ORIGIN}/${path}` }, answer });
}

function creation(): Exchange {
  const body = '{"service_order":{"order_number":"QUAYSIDE-7f3a-9","cargo_type":"container","due_at":"tomorrow"}}';
  const request = { method: "POST", url: `${ORIGIN}/service_orders.json`, headers: JSON_TYPE, body };
  const answer = { status: 201, headers: JSON_TYPE, body: '{"id":97,"order_number":"QUAYSIDE-7f3a-9","due_at":null}' };
  return exchange({ operationId: "createServiceOrder", values: undefined, request, answer });
}

function sampleCoverage() {
  const coverage = openCoverage(openApi("octopi"));
  const item = '{"id":1,"status":"cancelled","service_name":"Wash","cancellation_reason":"late"}';
  const order = `{"id":41,"order_number":"A","due_at":null,"status":"pending","service_order_items":[${item}]}`;
  const see = (
    operationId: string,
    method: string,
    path: string,
    status: number,
    answerBody: string,
    requestBody?: string,
  ) =>
    coverage.saw({
      operationId,
      method,
      url: `${ORIGIN}/${path}`,
      requestHeaders: {},
      requestBody,
      status,
      answerBody,
    });
  see(
    "listServiceOrders",
    "GET",
    "service_orders.json?per=5&status=pending",
    200,
    `{"total_count":41,"service_orders":[${order}]}`,
  );
  see("listServiceOrders", "GET", "service_orders.json", 401, '{"error":"No."}');
  see(
    "createServiceOrder",
    "POST",
    "service_orders.json",
    201,
    order,
    '{"service_order":{"order_number":"A","due_at":null}}',
  );
  see("getServiceOrder", "GET", "service_orders/A.json", 200, order);
  see("getServiceOrder", "GET", "service_orders/B.json", 404, '{"error":"None."}');
  return coverage.report();
}

/** A run in which all went well. */
export function keptReport(): Report {
  return buildReport(
    { ...FACTS, notes: [] },
    [checkResult(), checkResult({ operationId: "listHolds" })],
    sampleCoverage(),
  );
}
