import type { Api } from "../api.js";
import { entries, member } from "../document.js";
import { FAILURE_RULES, type Finding, type Rule } from "../finding.js";
import { basisOf, isInferredIn } from "../is-inferred-in.js";
import { type DocumentedResponse, findOperation } from "../operation.js";

/** What was sent: a call of an operation, and whether the spec only infers what it is about. */
type About = { readonly operationId: string; readonly inferred: boolean };

/**
 * Whether a difference is on something that the spec only infers, so that the spec may be wrong and the target right.
 *
 * @param status - Of the answer.
 */
export function isOnInferred(api: Api, one: About, finding: Finding, status: number): boolean {
  const { responses } = findOperation(api.operations, one.operationId);
  if (FAILURE_RULES.some((rule) => rule === finding.rule))
    return one.inferred && DECIDED_BY_REQUEST.includes(finding.rule);
  if (finding.rule === "undeclared-status") return responses.some((each) => isPeer(each, status) && isInferred(each));
  const response = responses.find((each) => each.status === `${status}`);
  const [, place = ""] = finding.where.split(" ");
  return response !== undefined && isPlaceInferred(api.document, response, place);
}

/** Rules on how a request is taken: these are as sure as what the spec says about the request. */
const DECIDED_BY_REQUEST: readonly Rule[] = ["valid-request-refused", "invalid-request-accepted"];

/**
 * Statuses of one kind stand for each other: where the spec guessed 200, the target may say 202. 404 has no peers,
 * 401 and 403 have each other.
 */
function isPeer(response: DocumentedResponse, status: number): boolean {
  return kindOf(Number(response.status)) === kindOf(status);
}

function kindOf(status: number): string {
  if (status === 401 || status === 403) return "caller";
  return status === 404 || status === 410 ? "record" : `${Math.floor(status / 100)}`;
}

function isInferred({ source }: DocumentedResponse): boolean {
  return member(source["x-evidence"], "basis") === "inferred";
}

/** A body's form is as sure as its schema; `x-evidence` of a response is about the status. */
function isPlaceInferred(document: unknown, response: DocumentedResponse, place: string): boolean {
  const { source } = response;
  const [kind, name = ""] = place.split(".");
  if (kind === "header" && name !== "Content-Type") {
    const header = member(source.headers, name);
    const basis = basisOf(document, [header, member(header, "schema")]);
    return basis === undefined ? isInferred(response) : basis === "inferred";
  }
  const schemas = entries(source.content).map(([, content]) => member(content, "schema"));
  return isInferredIn(document, schemas, place.startsWith("/") ? place : "");
}
