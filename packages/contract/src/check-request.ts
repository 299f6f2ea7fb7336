import { checkBody } from "./check-body.js";
import { checkSecurity } from "./check-security.js";
import type { Contract, Operation, RequestMessage } from "./contract.js";
import { allowedMethods, findOperation } from "./find-operation.js";
import { bounded, type Finding, finding, type MAX_FINDINGS } from "./finding.js";
import { cutUrl, readQuery } from "./parameters/query.js";
import { readParameters } from "./parameters/read-parameters.js";

/**
 * Holds a request against the spec: its path and method, its parameters, who sends it, and its body. Never throws, whatever the
 * message holds.
 *
 * @returns What breaks the spec, at most {@link MAX_FINDINGS} and one; empty when nothing does.
 */
export function checkRequest(contract: Contract, message: RequestMessage): Finding[] {
  const { pathname, query } = cutUrl(message.url);
  const match = findOperation(contract, message.method, pathname);
  if (match === undefined) return [unknownOperation(contract, message.method, pathname)];
  const { operation } = match;
  const broken = match.malformed.map((name) => {
    return finding(
      "malformed-path",
      `${operation.operationId} path.${name}`,
      `the percent-encoding of ${name} is broken`,
    );
  });
  if (broken.length > 0) return broken;
  return bounded([
    ...checkSecurity(operation, message.headers, readQuery(query)),
    ...readParameters(match, message).findings,
    ...checkRequestBody(operation, message),
  ]);
}

function unknownOperation(contract: Contract, method: string, pathname: string): Finding {
  const methods = allowedMethods(contract, pathname);
  const where = `${method} ${pathname}`;
  if (methods.length > 0)
    return finding(
      "unknown-method",
      where,
      `${method} is not declared for this path; the spec has ${methods.join(", ")}`,
    );
  return finding("unknown-path", where, "the spec has no such path");
}

function checkRequestBody({ operationId, requestBody }: Operation, { headers, body = "" }: RequestMessage): Finding[] {
  const where = `${operationId} body`;
  if (requestBody === undefined) {
    return body === ""
      ? []
      : [finding("unexpected-body", where, `it has ${body.length} characters; the spec has no body here`)];
  }
  if (body !== "") return checkBody({ operationId, content: requestBody.content, headers, body });
  return requestBody.required ? [finding("missing-body", where, "it is missing; the spec requires it")] : [];
}
