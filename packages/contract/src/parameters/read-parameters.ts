import type { Parameter, RequestMessage } from "../contract.js";
import { decodeText, type OperationMatch } from "../find-operation.js";
import { type Finding, finding, type Rule, type Violation } from "../finding.js";
import { claims, cutQuery, cutSimple, type ParameterText } from "./parameter-text.js";
import { cutUrl, type QueryPair, readQuery } from "./query.js";
import { readValue } from "./read-value.js";

/** A request's parameters by place and by name as the spec spells it; only valid ones. The objects have no prototype. */
export type ParameterValues = {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly header: Record<string, unknown>;
  /** What is wrong with the others, and with query parameters that the spec does not have. */
  readonly findings: readonly Finding[];
};

/**
 * Reads a request's parameters as the values that they stand for: `per=10` is the number 10 where the schema wants an integer.
 * A parameter that is absent stays absent: no `default` is filled in.
 */
export function readParameters(
  match: OperationMatch,
  message: Pick<RequestMessage, "url" | "headers">,
): ParameterValues {
  const { operation } = match;
  const query = readQuery(cutUrl(message.url).query);
  const values = { path: Object.create(null), query: Object.create(null), header: Object.create(null) };
  const findings: Finding[] = [];
  for (const parameter of operation.parameters) {
    const text = textOf(match, parameter, query, message);
    const where = `${operation.operationId} ${parameter.in}.${parameter.name}`;
    if (text.kind === "absent" && parameter.required) findings.push(missing(where, parameter));
    const { value, violations } = readValue(parameter, text);
    if (value !== undefined) values[parameter.in][parameter.name] = value;
    findings.push(...locate(where, violations));
  }
  return { ...values, findings: [...findings, ...unknownParameters(match, query)] };
}

function textOf(
  match: OperationMatch,
  parameter: Parameter,
  query: readonly QueryPair[],
  message: Pick<RequestMessage, "headers">,
): ParameterText {
  if (parameter.in === "path") return cutSimple(parameter, match.encodedParameters[parameter.name], decodeText);
  if (parameter.in === "header")
    return cutSimple(parameter, message.headers.get(parameter.name) ?? undefined, (text) => text);
  const others = match.operation.parameters.filter((each) => each.in === "query" && each !== parameter);
  return cutQuery(parameter, query, new Set(others.map(({ name }) => name)));
}

function missing(where: string, { name, in: place }: Parameter): Finding {
  const rule: Rule = place === "header" ? "missing-header" : "missing-parameter";
  return finding(rule, where, `${name} is missing; the spec requires it`);
}

/** Puts what is wrong with a value at its place; what is wrong inside of an array or object has its pointer after it. */
export function locate(where: string, violations: readonly Violation[]): Finding[] {
  return violations.map(({ rule, pointer, message }) => finding(rule, where + pointer, message));
}

/** A misspelt filter would otherwise be ignored in silence, and the whole list come back. */
function unknownParameters({ operation }: OperationMatch, query: readonly QueryPair[]): Finding[] {
  if (query.length === 0) return [];
  const keys = operation.security.flat().filter((scheme) => scheme.in === "query");
  const known = operation.parameters.filter((each) => each.in === "query");
  const unknown = query.filter(
    ({ name }) => !known.some((each) => claims(each, name)) && !keys.some(({ parameter }) => parameter === name),
  );
  const names = known.map(({ name }) => name).join(", ") || "none";
  return unknown.slice(0, 100).map(({ name }) => {
    return finding(
      "unknown-parameter",
      `${operation.operationId} query.${name}`,
      `this query parameter is not declared; the spec has ${names}`,
    );
  });
}
