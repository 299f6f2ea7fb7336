import type { Operation, ReadableHeaders, SecurityScheme } from "./contract.js";
import { type Finding, finding } from "./finding.js";
import { decodeQuery, type QueryPair } from "./parameters/query.js";
import { MAX_MATCHED_LENGTH } from "./schema/formats.js";

/**
 * Checks that a request says who it is, in one of the ways that the spec has. Only the form is checked: nothing here can know
 * whether a key is valid. No value is ever shown.
 */
export function checkSecurity(
  { operationId, security }: Operation,
  headers: ReadableHeaders,
  query: readonly QueryPair[],
): Finding[] {
  const isMet = (scheme: SecurityScheme) => {
    const value = scheme.in === "header" ? headers.get(scheme.parameter) : queryValue(query, scheme.parameter);
    return value !== undefined && value !== null && value.length <= MAX_MATCHED_LENGTH && scheme.format.test(value);
  };
  const [first] = security;
  if (first === undefined || security.some((alternative) => alternative.every(isMet))) return [];
  const lacking = first.find((scheme) => !isMet(scheme));
  const place = lacking === undefined ? "header.Authorization" : `${lacking.in}.${lacking.parameter}`;
  const ways = security.map((alternative) =>
    alternative.map(({ form, parameter }) => `${parameter}: ${form}`).join(" with "),
  );
  return [
    finding(
      "missing-auth",
      `${operationId} ${place}`,
      `the request does not say who sends it; the spec has ${ways.join(", or ")}`,
    ),
  ];
}

function queryValue(query: readonly QueryPair[], wanted: string): string | undefined {
  const found = query.find(({ name }) => name === wanted);
  return found === undefined ? undefined : decodeQuery(found.value);
}
