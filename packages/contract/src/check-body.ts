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

/** A body as a value, undefined where it cannot be read, and what is wrong with it. */
export type ReadBody = { readonly value: unknown; readonly findings: readonly Finding[] };

/** Checks the media type of a body, that it is JSON where it says so, and the body against its schema. */
export function readBody({ operationId, content, headers, body }: BodyToCheck): ReadBody {
  const contentType = headers.get("content-type");
  const declared = [...content.keys()].join(", ");
  const broken = (...findings: Finding[]) => ({ value: undefined, findings });
  const refused = (says: string) =>
    broken(
      finding("undeclared-content-type", `${operationId} header.Content-Type`, `${says}; the spec has ${declared}`),
    );
  if (contentType === null || contentType.trim() === "") return refused("the body has no content type");
  const mediaType = findMediaType(content, contentType);
  if (mediaType === undefined) return refused(`${describeValue(contentType)} is not declared`);
  const judged = (value: unknown) => ({
    value,
    findings: inBody(operationId, mediaType.schema?.check(value, body.length) ?? []),
  });
  if (!isJson(contentType)) return judged(body);
  if (body.trim() === "")
    return broken(finding("missing-body", `${operationId} body`, "it is empty; the spec has JSON"));
  const parsed = parseJson(body);
  if (!parsed.ok) return broken(finding("malformed-json", `${operationId} body`, parsed.message));
  return judged(parsed.value);
}

function inBody(operationId: string, violations: readonly Violation[]): Finding[] {
  return violations.map(({ rule, pointer, message }) =>
    finding(rule, `${operationId} ${pointer === "" ? "body" : pointer}`, message),
  );
}
