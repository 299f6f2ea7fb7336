import { readBody } from "./check-body.js";
import type { Contract, Operation, ResponseDefinition, ResponseMessage } from "./contract.js";
import { bounded, type Finding, finding, type MAX_FINDINGS } from "./finding.js";
import { cutSimple } from "./parameters/parameter-text.js";
import { locate } from "./parameters/read-parameters.js";
import { readValue } from "./parameters/read-value.js";

/**
 * Holds an answer against the spec: its status, headers, content type and body. Never throws because of what the message holds.
 *
 * @returns What breaks the spec, at most {@link MAX_FINDINGS} and one; empty when nothing does.
 * @throws Error when the spec has no such operation.
 */
export function checkResponse(contract: Contract, operationId: string, message: ResponseMessage): Finding[] {
  const operation = contract.operations.get(operationId);
  if (operation === undefined)
    throw new Error(`The spec has no operation ${operationId}; it has ${[...contract.operations.keys()].join(", ")}.`);
  const response = findResponse(operation, message.status);
  if (response === undefined) {
    const statuses = [...operation.responses.keys()].join(", ") || "none";
    const says = `${message.status} is not declared; the spec has ${statuses}`;
    return [finding("undeclared-status", `${operationId} ${message.status}`, says)];
  }
  return bounded([...checkHeaders(operationId, response, message), ...checkResponseBody(operation, response, message)]);
}

/** Finds what the spec has for a status: itself, else its range (`4XX`), else `default`. */
export function findResponse({ responses }: Operation, status: number): ResponseDefinition | undefined {
  return responses.get(`${status}`) ?? responses.get(`${Math.floor(status / 100)}XX`) ?? responses.get("default");
}

function checkHeaders(operationId: string, { headers }: ResponseDefinition, message: ResponseMessage): Finding[] {
  return headers.flatMap((header) => {
    const { name, required } = header;
    const where = `${operationId} header.${name}`;
    const text = message.headers.get(name);
    if (text === null)
      return required ? [finding("missing-header", where, `${name} is missing; the spec requires it`)] : [];
    return locate(
      where,
      readValue(
        header,
        cutSimple(header, text, (part) => part),
      ).violations,
    );
  });
}

function checkResponseBody(
  { operationId, method }: Operation,
  { content }: ResponseDefinition,
  message: ResponseMessage,
): readonly Finding[] {
  const { status, headers, body } = message;
  const where = `${operationId} body`;
  const never =
    method === "HEAD"
      ? "an answer to HEAD"
      : status < 200 || status === 204 || status === 304
        ? `${status}`
        : undefined;
  if (never !== undefined || content.size === 0) {
    const says = never === undefined ? `the spec has no body for ${status}` : `${never} never has one`;
    return body === "" ? [] : [finding("unexpected-body", where, `it has ${body.length} characters; ${says}`)];
  }
  if (body !== "" || headers.get("content-type") !== null)
    return readBody({ operationId, content, headers, body }).findings;
  return [finding("missing-body", where, `it is missing; the spec has ${[...content.keys()].join(", ")}`)];
}
