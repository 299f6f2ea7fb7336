import { openApi } from "../api.js";
import { documentedValues } from "../cases/replay-cases.js";
import { entries, member, resolve } from "../document.js";
import { findOperation } from "../operation.js";
import type { CheckResult } from "../result.js";
import { checkRecorded } from "../traffic/check-traffic.js";
import type { RecordedBody, RecordedExchange, RecordedHeader } from "../traffic/recorded-exchange.js";
import { writeRequest } from "../write-request.js";

/** The headers of an answer in JSON. */
export const JSON_TYPE = [{ name: "Content-Type", value: "application/json" }];
const REFUSAL = '{"error":"No."}';

/** What of an exchange is not as usual. */
export type Given = {
  method?: string;
  path?: string;
  origin?: string;
  sent?: RecordedBody;
  sentHeaders?: readonly RecordedHeader[];
  status?: number;
  body?: RecordedBody;
  headers?: readonly RecordedHeader[];
  problem?: string;
};

/** A page of holds, answered as documented, with changes. Status 0 is no answer. */
export function exchange(given: Given = {}): RecordedExchange {
  const {
    method = "GET",
    path = "/api/v1/manifests/m/bill_of_ladings/b/holds.json",
    origin = "https://tos.example",
  } = given;
  const { sent = "", sentHeaders = [], status = 200, headers = JSON_TYPE, problem = "" } = given;
  const body = "body" in given ? given.body : status < 300 ? HOLDS : REFUSAL;
  const answer = status === 0 ? undefined : { status, statusText: "", headers, body };
  const request = { method, url: origin + path, headers: sentHeaders, body: "sent" in given ? given.sent : sent };
  return { number: 17, startedAt: "", durationMs: 5, request, answer, problem };
}

/** The API that is called. */
export const octopi = openApi("octopi");
/** A documented page of holds. */
export const HOLDS = exampleOf("listHolds");

/** The first documented body of an operation's 200. */
function exampleOf(operationId: string): string {
  const response = findOperation(octopi.operations, operationId).responses.find(({ status }) => status === "200");
  const [first] = entries(member(member(response?.source.content, "application/json"), "examples"));
  return JSON.stringify(member(resolve(octopi.document, first?.[1]), "value"));
}

/** Holds an exchange with Octopi against the spec. */
export function check(given: Given, inferred: "fail" | "warn" = "fail", secrets: readonly string[] = []): CheckResult {
  const result = checkRecorded(octopi, exchange(given), { inferred, secrets });
  if (result === undefined) throw new Error("It calls no operation.");
  return result;
}

/** How it ended, and what was found where. */
export function judged(given: Given, inferred: "fail" | "warn" = "fail"): string[] {
  const { outcome, findings, warnings } = check(given, inferred);
  const told = (kind: string) => (each: { rule: string; where: string }) => `${kind}${each.rule} ${each.where}`;
  return [outcome, ...findings.map(told("")), ...warnings.map(told("warning "))];
}

/** A documented request of an operation. */
export function documented(operationId: string): Given {
  const operation = findOperation(octopi.operations, operationId);
  const { method, url, headers, body = "" } = writeRequest(operation, documentedValues(operation));
  return { method, path: url, sent: body, sentHeaders: [...headers].map(([name, value]) => ({ name, value })) };
}
