import type { MediaType, ReadableHeaders } from "./contract.js";
import { type Finding, finding, type Violation } from "./finding.js";
import { findMediaType, isJson } from "./media-type.js";
import { parseJson } from "./parse-json.js";
import { describeValue } from "./schema/describe-value.js";

/** A body that is there, its headers, and what the spec has for it. */
export type BodyToCheck = {
  readonly operationId: string;
  readonly content: ReadonlyMap<string, MediaType>;
  readonly headers: ReadableHeaders;
  readonly body: string;
};

/** Checks the media type of a body, that it is JSON where it says so, and the body against its schema. */
export function checkBody({ operationId, content, headers, body }: BodyToCheck): Finding[] {
  const contentType = headers.get("content-type");
  const declared = [...content.keys()].join(", ");
  const refused = (says: string) => [
    finding("undeclared-content-type", `${operationId} header.Content-Type`, `${says}; the spec has ${declared}`),
  ];
  if (contentType === null || contentType.trim() === "") return refused("the body has no content type");
  const mediaType = findMediaType(content, contentType);
  if (mediaType === undefined) return refused(`${describeValue(contentType)} is not declared`);
  if (!isJson(contentType)) return inBody(operationId, mediaType.schema?.check(body, body.length) ?? []);
  if (body.trim() === "") return [finding("missing-body", `${operationId} body`, "it is empty; the spec has JSON")];
  const parsed = parseJson(body);
  if (!parsed.ok) return [finding("malformed-json", `${operationId} body`, parsed.message)];
  return inBody(operationId, mediaType.schema?.check(parsed.value, body.length) ?? []);
}

function inBody(operationId: string, violations: readonly Violation[]): Finding[] {
  return violations.map(({ rule, pointer, message }) =>
    finding(rule, `${operationId} ${pointer === "" ? "body" : pointer}`, message),
  );
}
