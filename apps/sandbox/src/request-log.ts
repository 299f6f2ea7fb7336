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
/** Of all sessions together; a request takes some kilobytes at most. */
const MAX_REQUESTS = 10_000;
const MAX_LENGTH = 2000;

/** Opens a log whose memory is bounded: where there are too many requests, the session that was quiet for longest is forgotten. */
export function openRequestLog(): RequestLog {
  const sessions = new Map<string, LoggedRequest[]>();
  let last = 0;
  let size = 0;
  const forget = (session: string) => {
    size -= sessions.get(session)?.length ?? 0;
    sessions.delete(session);
  };
  return {
    add: (session, request) => {
      const requests = sessions.get(session) ?? [];
      // The latest session stands last.
      sessions.delete(session);
      sessions.set(session, requests);
      last += 1;
      requests.push({ id: last, ...request });
      if (requests.length > MAX_PER_SESSION) requests.shift();
      else size += 1;
      if (size > MAX_REQUESTS) forget(sessions.keys().next().value ?? "");
    },
    list: (session) => (sessions.get(session) ?? []).toReversed(),
    clear: forget,
  };
}

/** Cuts what is long, for the log; null for nothing. */
export function shorten(text: string): string | null {
  if (text === "") return null;
  // A slice would keep the whole text in memory.
  return text.length > MAX_LENGTH ? Buffer.from(text.slice(0, MAX_LENGTH)).toString() : text;
}

const SCHEMES = ["Token token=", "Bearer ", "Basic "] as const;

/** Keeps the scheme of credentials, and nothing of what follows it. */
export function maskAuthorization(authorization: string | null): string | null {
  if (authorization === null) return null;
  const scheme = SCHEMES.find((one) => authorization.startsWith(one)) ?? "";
  return `${scheme}***`;
}
