import { type Finding as ContractFinding, type OperationMatch, type Rule, readRequest } from "@quayside/contract";
import type { Api } from "../api.js";
import type { Values } from "../cases/case.js";
import { isInferredIn } from "../is-inferred-in.js";
import { findOperation, type Operation } from "../operation.js";
import { bodyText } from "./body-text.js";
import { headerOf, type RecordedExchange } from "./recorded-exchange.js";

/** A recorded request, held against the spec. */
export type HeldRequest = {
  /** What it breaks. Who sent it is not asked: recordings leave credentials out. */
  readonly findings: readonly ContractFinding[];
  /** The arguments, as the client takes them; undefined where the request breaks the spec or its body is not in the recording. */
  readonly values: Values | undefined;
};

/** Holds a recorded request against the spec, as far as the recording has it. */
export function holdRequest(match: OperationMatch, request: RecordedExchange["request"]): HeldRequest {
  const body = bodyText(request);
  const headers = { get: (name: string) => headerOf(request, name.toLowerCase()) };
  const read = readRequest(match, { method: request.method, url: request.url, headers, body: body ?? "" });
  const isTold = ({ rule, where }: ContractFinding) =>
    !UNTOLD.includes(rule) && (body !== undefined || /^\S+ (path|query|header)\./.test(where));
  const findings = read.findings.filter(isTold);
  return { findings, values: body === undefined || findings.length > 0 ? undefined : valuesOf(read) };
}

const UNTOLD: readonly Rule[] = ["missing-auth", "too-many-findings"];

function valuesOf({ path, query, header, body }: ReturnType<typeof readRequest>): Values {
  const groups = Object.entries({ path, query, header }).filter(([, group]) => Object.keys(group).length > 0);
  return { ...Object.fromEntries(groups), ...(body === undefined ? {} : { body }) };
}

/**
 * Whether the spec only infers that a request must not be so. That a table of parameters is complete, and that what is not in it
 * is refused, is always our conclusion.
 */
export function isBreachInferred({ document, operations }: Api, { rule, where }: ContractFinding): boolean {
  const [operationId = ""] = where.split(" ", 1);
  const place = where.slice(operationId.length + 1);
  if (NOT_IN_THE_SPEC.includes(rule)) return true;
  const operation = findOperation(operations, operationId);
  if (place === "body" || place.startsWith("/"))
    return isInferredIn(document, [operation.body?.schema], place === "body" ? "" : place);
  const parameter = parameterAt(operation, place);
  return parameter !== undefined && isInferredIn(document, [parameter.source, parameter.schema], "");
}

const NOT_IN_THE_SPEC: readonly Rule[] = ["unknown-parameter", "undeclared-property", "unexpected-body"];

/** What is wrong inside of a parameter has its pointer behind the name. */
function parameterAt({ parameters }: Operation, place: string) {
  return parameters.find((each) => {
    const own = `${each.in}.${each.name}`;
    return place === own || place.startsWith(`${own}/`);
  });
}
