import { allowedMethods, type Finding, findOperation, type OperationMatch, readRequest } from "@quayside/contract";
import { describeAllow, Refusal, refuseBadEscapes } from "@quayside/serve";
import type { AnyCall, Api } from "./api.js";
import type { Home } from "./home.js";
import type { Progress } from "./progress.js";
import { findUnstorable, invalidStatus, refuseFindings } from "./refuse-invalid.js";

const WHERE_THINGS_ARE =
  "Nothing is here. Octopi's paths begin with /api/v1/, Dataloy's with /ws/rest/, those of the control API with /_sandbox/.";

/** The API that a path belongs to; undefined when it is nobody's. */
export function findApi({ apis }: Home, path: string): Api | undefined {
  return apis.find((one) => one.claims(path));
}

/**
 * Finds the operation that a request calls.
 *
 * @throws Refusal - 404 for a path, 405 for a method that the API does not have; 400 for broken percent escapes.
 */
export function findCalled(progress: Progress): { readonly api: Api; readonly match: OperationMatch } {
  const { api, path, query, request } = progress;
  refuseBadEscapes(path);
  refuseBadEscapes(query);
  if (api === undefined) throw new Refusal(404, WHERE_THINGS_ARE);
  const spelled = api.spell(path);
  const match = findOperation(api.contract, request.method === "HEAD" ? "GET" : request.method, spelled);
  if (match !== undefined) return { api, match };
  const methods = allowedMethods(api.contract, spelled);
  if (methods.length === 0) throw new Refusal(404, `The sandbox has no path ${path}.`);
  const allow = describeAllow(methods);
  throw new Refusal(405, `${request.method} is not known for ${path}; use ${methods.join(" or ")}.`, { allow });
}

/**
 * Reads a request as a call.
 *
 * @throws Refusal - when it breaks the spec, with the status that the operation documents.
 */
export function readCall(progress: Progress, api: Api, match: OperationMatch): AnyCall {
  const { request, path, query, body } = progress;
  const { operation } = match;
  const url = api.spell(path) + query;
  const { findings, ...call } = readRequest(match, { method: operation.method, url, headers: request.headers, body });
  if (findings.length > 0) {
    progress.findings = findings;
    throw refuseFindings(statusFor(findings, operation.responses), findings);
  }
  const unstorable = findUnstorable(call.body) ?? findUnstorable(call.path) ?? findUnstorable(call.query);
  if (unstorable !== undefined) throw refuseFindings(invalidStatus(operation.responses), [unstorable]);
  return call;
}

/** What HTTP itself has a status for gets that one. */
function statusFor(findings: readonly Finding[], documented: ReadonlyMap<string, unknown>): number {
  return findings.some(({ rule }) => rule === "undeclared-content-type") ? 415 : invalidStatus(documented);
}
