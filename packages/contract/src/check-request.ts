import { type ReadBody, readBody } from "./check-body.js";
import { checkSecurity } from "./check-security.js";
import type { Contract, Operation, RequestMessage } from "./contract.js";
import { allowedMethods, findOperation, type OperationMatch } from "./find-operation.js";
import { bounded, type Finding, finding, type MAX_FINDINGS } from "./finding.js";
import { cutUrl, readQuery } from "./parameters/query.js";
import { type ParameterValues, readParameters } from "./parameters/read-parameters.js";

/** A request as values, and what in it breaks the spec. The values are whole only when nothing does. */
export type RequestValues = ParameterValues & {
  /** What the JSON stands for, or the text where it is no JSON; undefined when there is no body. */
  readonly body: unknown;
};

/**
 * Holds a request against the spec: its path and method, its parameters, who sends it, and its body. Never throws, whatever the
 * message holds.
 *
 * @returns What breaks the spec, at most {@link MAX_FINDINGS} and one; empty when nothing does.
 */
export function checkRequest(contract: Contract, message: RequestMessage): Finding[] {
  const { pathname } = cutUrl(message.url);
  const match = findOperation(contract, message.method, pathname);
  if (match === undefined) return [unknownOperation(contract, message.method, pathname)];
  return [...readRequest(match, message).findings];
}

/**
 * Reads a request to an operation that was found already, and holds it against the spec as {@link checkRequest} does: for a server,
 * which wants the values too. Never throws, whatever the message holds.
 */
export function readRequest(match: OperationMatch, message: RequestMessage): RequestValues {
  const { operation } = match;
  const parameters = readParameters(match, message);
  const broken = match.malformed.map((name) => {
    const where = `${operation.operationId} path.${name}`;
    return finding("malformed-path", where, `the percent-encoding of ${name} is broken`);
  });
  if (broken.length > 0) return { ...parameters, body: undefined, findings: broken };
  const security = checkSecurity(operation, message.headers, readQuery(cutUrl(message.url).query));
  const { value, findings } = readRequestBody(operation, message);
  return { ...parameters, body: value, findings: bounded([...security, ...parameters.findings, ...findings]) };
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

function readRequestBody({ operationId, requestBody }: Operation, { headers, body = "" }: RequestMessage): ReadBody {
  const where = `${operationId} body`;
  const without = (...findings: Finding[]) => ({ value: undefined, findings });
  if (requestBody === undefined) {
    if (body === "") return without();
    return without(finding("unexpected-body", where, `it has ${body.length} characters; the spec has no body here`));
  }
  if (body !== "") return readBody({ operationId, content: requestBody.content, headers, body });
  return requestBody.required
    ? without(finding("missing-body", where, "it is missing; the spec requires it"))
    : without();
}
