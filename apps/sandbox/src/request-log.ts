import type { Finding } from "@quayside/contract";

/** A request that was answered, or whose connection was cut. */
export type LoggedRequest = {
  readonly id: number;
  /** The session's time, in milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly api: "octopi" | "dataloy" | null;
  readonly operation_id: string | null;
  /** Null when the connection was cut. */
  readonly status: number | null;
  readonly duration_ms: number;
  /** The scheme, with the secret masked; null when there was none. */
  readonly authorization: string | null;
  readonly request_body: string | null;
  readonly response_body: string | null;
  readonly findings: readonly Finding[];
};

/** The last requests of each session, in this process. */
export type RequestLog = {
  add(session: string, request: Omit<LoggedRequest, "id">): void;
  /** The newest first. */
  list(session: string): LoggedRequest[];
  clear(session: string): void;
};

const MAX_PER_SESSION = 1000;
const MAX_SESSIONS = 100;
const MAX_LENGTH = 2000;

/** Opens a log whose memory is bounded: of too many sessions, the one that was opened first is forgotten. */
export function openRequestLog(): RequestLog {
  const sessions = new Map<string, LoggedRequest[]>();
  let last = 0;
  return {
    add: (session, request) => {
      const requests = sessions.get(session) ?? [];
      if (requests.length === 0 && sessions.size >= MAX_SESSIONS) sessions.delete(sessions.keys().next().value ?? "");
      sessions.set(session, requests);
      last += 1;
      requests.push({ id: last, ...request });
      if (requests.length > MAX_PER_SESSION) requests.shift();
    },
    list: (session) => (sessions.get(session) ?? []).toReversed(),
    clear: (session) => void sessions.delete(session),
  };
}

/** Cuts what is long, for the log; null for nothing. */
export function shorten(text: string): string | null {
  if (text === "") return null;
  // A slice would keep the whole text in memory.
  return text.length > MAX_LENGTH ? Buffer.from(text.slice(0, MAX_LENGTH)).toString() : text;
}

/** Keeps the scheme of credentials, and nothing of what follows it. */
export function maskAuthorization(authorization: string | null): string | null {
  if (authorization === null) return null;
  const [scheme = ""] = /^(Token token=|Bearer|Basic)/i.exec(authorization) ?? [];
  return scheme === "" ? "***" : scheme.endsWith("=") ? `${scheme}***` : `${scheme} ***`;
}
