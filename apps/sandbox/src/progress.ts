import type { Finding, OperationMatch } from "@quayside/contract";
import type { Incoming } from "@quayside/serve";
import type { Api } from "./api.js";
import type { Home } from "./home.js";
import { maskAuthorization, shorten } from "./request-log.js";
import { SHARED_SESSION } from "./sessions.js";

/** What becomes known of a request on its way: its answer's error body and the log tell of it. */
export type Progress = {
  readonly request: Incoming;
  readonly origin: string;
  /** Still percent-encoded. */
  readonly path: string;
  /** With its `?`; empty when there is none. */
  readonly query: string;
  readonly start: number;
  session: string;
  /** Whether the caller has shown who it is. */
  isKnown: boolean;
  /** The session's time, once it is known; the real one before. */
  now: number;
  api?: Api;
  match?: OperationMatch;
  body?: string;
  findings?: readonly Finding[];
};

/** Takes a request's URL apart. */
export function begin(request: Incoming, now: number): Progress {
  const { url } = request;
  const slash = url.indexOf("/", url.indexOf("://") + 3);
  const start = slash < 0 ? url.length : slash;
  const mark = url.indexOf("?", start);
  const end = mark < 0 ? url.length : mark;
  const path = url.slice(start, end) || "/";
  const parts = { origin: url.slice(0, start), path, query: url.slice(end) };
  return { request, ...parts, start: performance.now(), session: SHARED_SESSION, isKnown: false, now };
}

/** Keeps a request in its session's log; those of the control API are left out, for there are secrets in them. */
export function logRequest(
  home: Home,
  progress: Progress,
  answered: { status: number; body: string } | undefined,
): void {
  const { request, api, match, path, query, session, isKnown, body = "", findings = [], now, start } = progress;
  // A stranger who makes up names of sessions finds no place in memory.
  if (api?.name === "sandbox" || (!isKnown && session !== SHARED_SESSION)) return;
  home.log.add(session, {
    at: now,
    method: request.method,
    url: shorten(path + query) ?? "",
    api: api?.name ?? null,
    operation_id: match?.operation.operationId ?? null,
    status: answered?.status ?? null,
    duration_ms: performance.now() - start,
    authorization: maskAuthorization(request.headers.get("authorization")),
    request_body: shorten(body),
    response_body: shorten(answered?.body ?? ""),
    findings,
  });
}
