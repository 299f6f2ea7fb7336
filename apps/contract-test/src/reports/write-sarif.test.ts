import { checkResponse, openContract } from "@quayside/contract";
import { expect, test } from "vitest";
import type { JsonObject } from "../document.js";
import { HOSTILE_TEXTS, withTextEverywhere } from "../testing/hostile.js";
import { keptReport, sampleReport } from "../testing/report.js";
import { isPlain } from "./plain-text.js";
import type { Report } from "./report.js";
import { writeSarif } from "./write-sarif.js";

const report = sampleReport();

/** The one run of a log, as far as these tests look at it. */
type Run = {
  readonly tool: { readonly driver: { readonly rules: readonly JsonObject[] } };
  readonly automationDetails: JsonObject;
  readonly invocations: readonly (JsonObject & { readonly toolExecutionNotifications: readonly JsonObject[] })[];
  readonly results: readonly (JsonObject & {
    readonly ruleId: string;
    readonly level: string;
    readonly locations: readonly { readonly physicalLocation: JsonObject }[];
  })[];
};

function runOf(given: Report): Run {
  const written = writeSarif(given);
  expect(brokenRules(written)).toEqual([]);
  return JSON.parse(written).runs[0];
}

const text = { type: "string", minLength: 1, maxLength: 1024 };
const message = object({ text });
const level = { enum: ["none", "note", "warning", "error"] };

/** The schema's own demands on what is written here, and GitHub's besides: see SARIF 2.1.0, sections 3.13 to 3.59. */
const LOG = object({
  $schema: text,
  version: { const: "2.1.0" },
  runs: list(
    object({
      tool: object({
        driver: object({
          name: text,
          semanticVersion: text,
          rules: list(
            object({
              id: text,
              name: text,
              shortDescription: message,
              fullDescription: message,
              help: message,
              defaultConfiguration: object({ level }),
              properties: object({ tags: list(text) }),
            }),
          ),
        }),
      }),
      automationDetails: object({ id: { ...text, pattern: "/$" } }),
      invocations: list(
        object(
          {
            executionSuccessful: { type: "boolean" },
            toolExecutionNotifications: list(object({ descriptor: object({ id: text }), level, message })),
          },
          { startTimeUtc: { format: "date-time" }, endTimeUtc: { format: "date-time" } },
        ),
      ),
      originalUriBaseIds: object({ "%SRCROOT%": object({ description: message }) }),
      columnKind: { const: "utf16CodeUnits" },
      results: list(
        object(
          {
            ruleId: text,
            ruleIndex: { type: "integer", minimum: 0 },
            level,
            message,
            locations: {
              minItems: 1,
              ...list(
                object({
                  physicalLocation: object({
                    artifactLocation: object({
                      uri: { type: "string", format: "uri-reference", pattern: "^spec/" },
                      uriBaseId: { const: "%SRCROOT%" },
                    }),
                    region: object({ startLine: { type: "integer", minimum: 1 } }),
                  }),
                }),
              ),
            },
            partialFingerprints: object({ primaryLocationLineHash: text, "quaysideFindingId/v1": text }),
            properties: object({ checks: list(text) }, { curl: { type: "string" } }),
          },
          {
            suppressions: list(
              object({ kind: { const: "external" }, status: { const: "accepted" }, justification: text }),
            ),
          },
        ),
      ),
    }),
  ),
});

function object(required: object, optional: object = {}) {
  const properties = { ...required, ...optional };
  return { type: "object", required: Object.keys(required), additionalProperties: false, properties };
}

function list(items: object) {
  return { type: "array", items };
}

const response = { description: "A log.", content: { "application/json": { schema: LOG } } };
const contract = openContract({
  openapi: "3.1.0",
  info: { title: "SARIF", version: "2.1.0" },
  paths: { "/": { get: { operationId: "log", responses: { "200": response } } } },
});

/** What a log breaks. */
function brokenRules(written: string): string[] {
  const headers = new Headers({ "content-type": "application/json" });
  const findings = checkResponse(contract, "log", { status: 200, headers, body: written });
  const [run]: Run[] = JSON.parse(written).runs;
  const rules = run?.tool.driver.rules ?? [];
  const strange = (run?.results ?? []).filter(({ ruleId, ruleIndex }) => rules[Number(ruleIndex)]?.id !== ruleId);
  return [
    ...findings.map(({ where, message }) => `${where}: ${message}`),
    ...strange.map(({ ruleId }) => `no ${ruleId}`),
  ];
}

test("a difference is a result at its line of the spec, and keeps its name from run to run", () => {
  const { results } = runOf(report);
  expect(results.find(({ ruleId }) => ruleId === "wrong-type")).toMatchObject({
    level: "error",
    message: { text: "listServiceOrders /service_orders/#/status: 7 is not allowed; the spec has a string" },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "spec/octopi/service-orders/schemas/ServiceOrder.yaml", uriBaseId: "%SRCROOT%" },
          region: { startLine: 42 },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: "octopi-29198a47", "quaysideFindingId/v1": "octopi-29198a47" },
  });
});

test("failures are errors, warnings warnings, and what is known a note that is suppressed until its day", () => {
  const { results } = runOf(report);
  expect(results.map(({ level }) => level)).toEqual([...Array(6).fill("error"), "warning", "note"]);
  expect(results.map(({ suppressions }) => suppressions)).toEqual([
    ...Array(7).fill(undefined),
    [
      {
        kind: "external",
        status: "accepted",
        justification: "Until 2026-06-30, Integration team. Octopi's ticket 4711; due with their spring release.",
      },
    ],
  ]);
});

test("what could not be judged is no result, but a notification, and so is why a run ended early", () => {
  const { results, invocations } = runOf({ ...report, stopped: "The target went away." });
  expect(results.some(({ ruleId }) => ruleId === "timeout")).toBe(false);
  expect(invocations).toMatchObject([
    {
      executionSuccessful: false,
      startTimeUtc: "2026-03-01T08:00:00.000Z",
      endTimeUtc: "2026-03-01T08:01:14.321Z",
      toolExecutionNotifications: [
        { descriptor: { id: "could-not-run" }, message: { text: "The target went away." } },
        { descriptor: { id: "timeout" }, message: { text: "listInterchanges: no whole answer within 10000 ms" } },
        { descriptor: { id: "target-busy" } },
      ],
    },
  ]);
});

test("a run that came to its end was successful, broken or not; one that could tell nothing was not", () => {
  const successful = (given: Report) => runOf(given).invocations[0]?.executionSuccessful;
  expect([successful(report), successful(keptReport())]).toEqual([true, true]);
  expect(successful({ ...keptReport(), overall: "could not be told" })).toBe(false);
});

test("each rule is explained", () => {
  const { rules } = runOf(report).tool.driver;
  expect(rules.find(({ id }) => id === "tenant-leak")).toMatchObject({
    name: "TenantLeak",
    shortDescription: { text: "A tenant sees or changes what belongs to another one." },
    help: {
      text: "A tenant sees or changes what belongs to another one. Expected: each tenant's records for that tenant alone.",
    },
  });
});

test("runs of several APIs do not take each other's place", () => {
  expect(runOf(report).automationDetails).toEqual({ id: "contract-test/octopi/" });
});

test("without a place in the spec it stands at the API's first line", () => {
  const findings = report.findings.map((finding) => ({ ...finding, spec: undefined }));
  expect(runOf({ ...report, findings }).results[0]?.locations[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: "spec/octopi/openapi.yaml", uriBaseId: "%SRCROOT%" },
    region: { startLine: 1 },
  });
});

test.each([...HOSTILE_TEXTS, ""])("whatever a server sends, it is a log that can be taken: %.40j", (text) => {
  const hostile = withTextEverywhere({ ...report, stopped: "x" }, text);
  expect(runOf(hostile).results).toHaveLength(8);
  const written = writeSarif(hostile);
  expect(written.split("\n").every(isPlain)).toBe(true);
  expect(written.length).toBeLessThan(250_000);
});

test("the rules that a log is held against can be broken", () => {
  const log = JSON.parse(writeSarif(report));
  const [result] = log.runs[0].results;
  log.runs[0].results = [
    { ...result, ruleIndex: 5 },
    { ...result, level: "bad", extra: 1 },
    { ...result, locations: [] },
  ];
  expect(brokenRules(JSON.stringify(log))).toMatchObject([
    expect.stringContaining("/runs/0/results/1/extra: "),
    expect.stringContaining("/runs/0/results/1/level: "),
    expect.stringContaining("/runs/0/results/2/locations: an array of 0"),
    "no tenant-leak",
  ]);
});
