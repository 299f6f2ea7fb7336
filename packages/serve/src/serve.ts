import type { Answer } from "./answer.js";
import { answerBrokenRequests, MAX_HEADERS } from "./broken-requests.js";
import { createServer } from "./http.js";
import { close, listen, originOf } from "./listen.js";
import { serveRequests } from "./serve-requests.js";

/** What is served where, and how patiently. */
export type ServeOptions = {
  /** 0 takes a free one. */
  port: number;
  /** Default 127.0.0.1: only this machine reaches it. */
  host?: string;
  /** Called once the port is there; requests that arrive before the answer is ready wait for it. */
  open: () => Answer | Promise<Answer>;
  /** The largest body that is read. */
  maxBodyBytes: number;
  /** What refusals call the server, e.g. `the mock`. */
  name: string;
  /** Whether scripts of every origin may read the front's own refusals. Default false. */
  crossOrigin?: boolean;
  /** How long a whole request may take to arrive. Default 30,000. */
  requestTimeoutMs?: number;
};

/** What listens. `close` lets answers that are under way finish, for half a second at most. */
export type Served = { origin: string; close(): Promise<void> };

const DEFAULT_HOST = "127.0.0.1";
const DEFAULT_REQUEST_TIMEOUT_MS = 30_000;
const CHECK_INTERVAL_MS = 1000;

/**
 * Serves an answer over HTTP. No request can end it, and what is not HTTP enough to be a request is refused with a sentence.
 *
 * @throws Error - when the port cannot be had; its message says which, and how to choose another. What `open` throws.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { port, host = DEFAULT_HOST, requestTimeoutMs = DEFAULT_REQUEST_TIMEOUT_MS } = options;
  const server = createServer({
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: Math.min(CHECK_INTERVAL_MS, requestTimeoutMs),
    // Of two values for one name Node would drop one, and which is seen must not depend on the name.
    joinDuplicateHeaders: true,
    // Node refuses a missing Host without a body; we say what is missing.
    requireHostHeader: false,
  });
  server.maxHeadersCount = MAX_HEADERS;
  // The port first: one that is taken is told at once. What arrives before the answer is ready waits for it.
  await listen(server, port, host);
  const opening = Promise.resolve().then(options.open);
  const front = { crossOrigin: false, ...options };
  answerBrokenRequests(server, front);
  serveRequests(server, opening, front);
  await opening.catch((error) => close(server).then(() => Promise.reject(error)));
  return { origin: originOf(server, host), close: () => close(server) };
}
