import type { Answer, Incoming, Outgoing } from "@quayside/serve";
import { answerCall } from "./answer-call.js";
import type { Api } from "./api.js";
import { octopi } from "./octopi/api.js";
import { openRequestLog, type RequestLog } from "./request-log.js";
import type { Seed } from "./sessions.js";
import { openStore, type Store } from "./store/open-store.js";

/** What a sandbox may be told; everything has a default. */
export type SandboxOptions = {
  /** `:memory:` (the default), the path of a file, or `postgres://…`. */
  readonly database?: string;
  /** How the data of a session begins. */
  readonly seed?: Partial<Seed>;
  /** The real time in milliseconds since 1970; `Date.now` by default. */
  readonly clock?: () => number;
  /** Whether answers are held against the spec, and one that breaks it becomes a 500. Default true. */
  readonly checkAnswers?: boolean;
  /** Hears of faults of the sandbox itself; the caller gets a 500 that tells nothing of them. */
  readonly onFault?: (fault: unknown) => void;
};

/** A sandbox that needs no port. */
export type Sandbox = {
  /** Answers a request; rejects with a ConnectionCut where the connection is to end without an answer. */
  readonly answer: Answer;
  /** As {@link answer}, for whoever has a `Request` and wants a `Response`. */
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
};

/** The sandbox as its parts see it. */
export type Home = {
  readonly store: Store;
  readonly seed: Seed;
  readonly clock: () => number;
  readonly apis: readonly Api[];
  readonly checkAnswers: boolean;
  readonly log: RequestLog;
  readonly onFault: (fault: unknown) => void;
};

const DEFAULT_SEED: Seed = { size: 40, number: 1 };

/**
 * Opens a sandbox: both vendors' APIs and the control API, on one database.
 *
 * @throws Error - when the database cannot be used; the message says what to do.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { database = ":memory:", clock = Date.now, checkAnswers = true, onFault = () => {} } = options;
  const home: Home = {
    store: await openStore(database),
    seed: { ...DEFAULT_SEED, ...options.seed },
    clock,
    apis: [octopi()],
    checkAnswers,
    log: openRequestLog(),
    onFault,
  };
  const answer = (request: Incoming) => answerCall(home, request);
  return {
    answer,
    fetch: async (request) => toResponse(await answer(request)),
    close: () => home.store.close(),
  };
}

function toResponse({ status, headers, body }: Outgoing): Response {
  return new Response(body === "" ? null : body, { status, headers });
}
