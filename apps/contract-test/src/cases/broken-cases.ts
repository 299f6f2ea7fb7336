import type { Api } from "../api.js";
import { isInferredIn } from "../is-inferred-in.js";
import type { Operation } from "../operation.js";
import { writeRequest } from "../write-request.js";
import { brokenMessages } from "./broken-messages.js";
import type { BrokenCase } from "./case.js";
import { findingsOf } from "./findings-of.js";
import { documentedValues } from "./replay-cases.js";
import { wrongBodies } from "./wrong-bodies.js";
import { wrongParameters } from "./wrong-parameters.js";

/**
 * Requests that break one rule of the spec each. Each was held against the contract first: what it does not find broken,
 * or finds broken in more than one place, is not sent.
 */
export function brokenCases(api: Api, operation: Operation): BrokenCase[] {
  const right = writeRequest(operation, documentedValues(operation));
  if (findingsOf(api, right).length > 0) return [];
  const cases = [
    ...fromParameters(api, operation),
    ...fromBody(api, operation),
    ...brokenMessages(api, operation, right),
  ].filter((one) => isBrokenInOnePlace(api, one));
  return cases.filter((one, index) => cases.findIndex(({ name }) => name === one.name) === index);
}

function fromParameters(api: Api, operation: Operation): BrokenCase[] {
  return wrongParameters(api.document, operation, documentedValues(operation)).map(
    ({ name, where, values, parameter, isConcluded }) => ({
      ...refusalOf(operation, name, where),
      request: writeRequest(operation, values),
      inferred: isConcluded || isInferredIn(api.document, [parameter?.source, parameter?.schema], ""),
    }),
  );
}

function fromBody(api: Api, operation: Operation): BrokenCase[] {
  const values = documentedValues(operation);
  const { document } = api;
  return wrongBodies(document, operation.body?.schema, values.body).map(({ name, where, body, unknownMember }) => ({
    ...refusalOf(operation, name, where),
    request: writeRequest(operation, { ...values, body }),
    // That a table of parameters is complete, and that what is not in it is refused, is our conclusion.
    inferred: unknownMember || isInferredIn(document, [operation.body?.schema], where === "body" ? "" : where),
  }));
}

function refusalOf({ operationId }: Operation, name: string, where: string) {
  return { kind: "broken", operationId, name, where, due: "refusal" } as const;
}

function isBrokenInOnePlace(api: Api, { operationId, request, authorization, where, due }: BrokenCase): boolean {
  const findings = findingsOf(api, request, authorization);
  if (due === "no-such-method") return findings.length === 1 && findings[0]?.rule === "unknown-method";
  return findings.length > 0 && findings.every((finding) => isNear(finding.where, `${operationId} ${where}`));
}

/** What is missing may be found where it should stand or in what should hold it; a union that fits no more, as a whole. */
function isNear(found: string, broken: string): boolean {
  const isWholeBody = found.endsWith(" body") && broken.includes(" /");
  return found === broken || found.startsWith(`${broken}/`) || broken.startsWith(`${found}/`) || isWholeBody;
}
