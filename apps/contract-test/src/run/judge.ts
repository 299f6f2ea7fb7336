import { checkResponse } from "@quayside/contract";
import type { Api } from "../api.js";
import type { BrokenCase, Case, ValidCase } from "../cases/case.js";
import type { Finding, Rule } from "../finding.js";
import { findOperation, type Operation } from "../operation.js";
import type { Verdict } from "../result.js";
import type { Answer } from "../wire/send.js";
import { BUSY } from "./untold.js";

/** Holds the answer to a case against the spec. */
export function judge(api: Api, one: Case, answer: Answer): Verdict {
  if (isBusy(api, one, answer.status)) {
    return stopped(one, "target-busy", `${answer.status}: the target, or something before it, cannot answer now`);
  }
  if (one.kind === "valid") return judgeValid(api, one, answer);
  if (one.due === "authentication") return judgeAuthentication(api, one, answer);
  if (one.due === "no-such-record") return judgeMissing(api, one, answer);
  return one.due === "refusal" ? judgeRefusal(api, one, answer) : judgeUnknownMethod(one, answer);
}

/** A valid request must be answered with success, or with the status that was asked for. */
function judgeValid(api: Api, one: ValidCase, answer: Answer): Verdict {
  const { status } = answer;
  const isAsked = status === one.asked?.status;
  if (isUnauthenticated(status) && !isAsked) return credentialsRefused(one, status);
  const findings: Finding[] = checkResponse(api.contract, one.operationId, answer);
  if (isAsked || isSuccess(status)) return verdict(findings);
  if (findings.length === 0 && isMissing(status, findOperation(api.operations, one.operationId))) {
    return notReached(`${status}: the target does not have the record of the example, or not in this state`);
  }
  return verdict([...findings, ...unexpected(one, "valid-request-refused", answer)]);
}

/** A broken request must be refused with a documented status and body, by the 4xx that it deserves. */
function judgeRefusal(api: Api, one: BrokenCase, answer: Answer): Verdict {
  const { status } = answer;
  if (isUnauthenticated(status)) return credentialsRefused(one, status);
  if (isSuccess(status)) return verdict([accepted(one, answer)]);
  if (status === one.httpStatus && !isDocumented(api, one, status)) return verdict([]);
  const findings: Finding[] = checkResponse(api.contract, one.operationId, answer);
  if (status < 400 || status >= 500) return verdict([...findings, ...unexpected(one, undefined, answer)]);
  const operation = findOperation(api.operations, one.operationId);
  if (findings.length === 0 && canSayOtherwise(operation, one) && isMissing(status, operation)) {
    return notReached(`${status}: refused for its record, not for what is wrong with the request`);
  }
  return verdict(findings);
}

/** Whether 404 and 409 are not the only way to refuse such a request. */
function canSayOtherwise({ responses }: Operation, { where }: BrokenCase): boolean {
  return !where.startsWith("path.") && responses.some(({ status }) => status === "400" || status === "422");
}

/** Anything but 401 or 403 shows that the request was looked at without knowing its sender. */
function judgeAuthentication(api: Api, one: BrokenCase, answer: Answer): Verdict {
  if (isUnauthenticated(answer.status)) return verdict(checkResponse(api.contract, one.operationId, answer));
  const message = `${answer.status} ${one.name}; 401 is due`;
  return verdict([found(one, "authentication-not-enforced", message)]);
}

/** What nobody has is not found, and refused for nothing else. */
function judgeMissing(api: Api, one: BrokenCase, answer: Answer): Verdict {
  const { status } = answer;
  if (isUnauthenticated(status)) return credentialsRefused(one, status);
  if (isSuccess(status)) return verdict([accepted(one, answer)]);
  const findings: Finding[] = checkResponse(api.contract, one.operationId, answer);
  if (status === 404 || status === 410) return verdict(findings);
  const wrong = unexpected(one, undefined, answer);
  if (wrong.length > 0 || findings.length > 0) return verdict([...findings, ...wrong]);
  return verdict([
    {
      rule: "wrong-refusal",
      where: `${one.operationId} ${one.where}`,
      message: `${status} about a record that there is not; the spec has 404`,
    },
  ]);
}

/** The spec has no operation here, and so no answer: any 4xx will do, and 501. */
function judgeUnknownMethod(one: BrokenCase, answer: Answer): Verdict {
  if (isSuccess(answer.status)) return verdict([accepted(one, answer)]);
  const refused = (answer.status >= 400 && answer.status < 500) || answer.status === 501;
  return verdict(refused ? [] : unexpected(one, undefined, answer));
}

/** What is wrong about a status besides its being undocumented. `refused` names a 4xx where none is due. */
function unexpected(one: Case, refused: Rule | undefined, answer: Answer): Finding[] {
  const { status } = answer;
  if (status >= 500)
    return [foundAt(one, status, "server-error", `${status}; the spec has no failure for such a request`)];
  if (status >= 300 && status < 400) return [found(one, "redirected", `${status} to ${locationOf(answer)}`)];
  return refused === undefined
    ? []
    : [foundAt(one, status, refused, `${status} to a request as documented (${one.name})`)];
}

function accepted(one: BrokenCase, { status }: Answer): Finding {
  const where = `${one.operationId} ${one.where}`;
  return { rule: "invalid-request-accepted", where, message: `${status} to a request that is broken: ${one.name}` };
}

/** Where a redirect leads to: the origin alone, for a query may hold what is nobody's business. */
function locationOf({ headers }: Answer): string {
  const location = headers.get("location");
  if (location === null) return "nowhere";
  return URL.canParse(location) ? new URL(location).origin : "a place on the target";
}

/** Of different statuses different things are known. */
function foundAt(one: Case, status: number, rule: Rule, message: string): Finding {
  return { rule, where: `${one.operationId} ${status}`, message };
}

function found(one: Case, rule: Rule, message: string): Finding {
  return { rule, where: one.operationId, message };
}

function credentialsRefused(one: Case, status: number): Verdict {
  return stopped(one, "credentials-refused", `${status} in spite of the credentials; do they cover this operation?`);
}

/** Statuses of gateways and rate limits are about the moment, unless the spec has them. */
function isBusy(api: Api, one: Case, status: number): boolean {
  return BUSY.includes(status) && !isDocumented(api, one, status);
}

function isDocumented(api: Api, one: Case, status: number): boolean {
  return api.contract.operations.get(one.operationId)?.responses.has(`${status}`) ?? false;
}

/** 404 and 410 speak of a record where the path names one; 409 of a record's state. */
function isMissing(status: number, operation: Operation): boolean {
  const namesRecord = operation.parameters.some((parameter) => parameter.in === "path");
  return status === 409 || (namesRecord && (status === 404 || status === 410));
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isUnauthenticated(status: number): boolean {
  return status === 401 || status === 403;
}

function verdict(findings: readonly Finding[]): Verdict {
  return { outcome: findings.length === 0 ? "passed" : "failed", findings, note: "" };
}

function notReached(note: string): Verdict {
  return { outcome: "not-reached", findings: [], note };
}

function stopped(one: Case, rule: Rule, message: string): Verdict {
  return { outcome: "error", findings: [found(one, rule, message)], note: "" };
}
