import { checkRequest, type Finding } from "@quayside/contract";
import type { Api } from "../api.js";
import type { WireRequest } from "../write-request.js";

/**
 * What the contract finds broken in a request; empty when it keeps the spec.
 *
 * @param authorization - Null sends none; by default, credentials of the right form stand in for those that the run adds.
 */
export function findingsOf(api: Api, request: WireRequest, authorization?: string | null): Finding[] {
  const headers = new Headers(request.headers);
  const value = authorization === undefined ? api.authorize({ kind: "token", token: "quayside" }) : authorization;
  if (value !== null) headers.set("authorization", value);
  return checkRequest(api.contract, { ...request, headers });
}
