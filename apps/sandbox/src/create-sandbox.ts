import type { Answer, Outgoing } from "@quayside/serve";
import { answerCall } from "./answer-call.js";
import { openAnswerMemory } from "./answer-memory.js";
import type { Api } from "./api.js";
import { sandbox } from "./control/api.js";
import { dataloy } from "./dataloy/api.js";
import { Deliverer } from "./dataloy/webhooks/deliver.js";
import type { Home } from "./home.js";
import { octopi } from "./octopi/api.js";
import { openRequestLog } from "./request-log.js";
import type { Seed } from "./seed/plant.js";
import { exclusivelyByName } from "./store/exclusively.js";
import { openStore } from "./store/open-store.js";

/** What a sandbox may be told; everything has a default. */
export type SandboxOptions = {
  /** `:memory:` (the default), the path of a file, or `postgres://…`. */
  readonly database?: string;
  /** How the data of a session begins; by default the documented records alone. */
  readonly seed?: Partial<Seed>;
  /** What the control API asks for; nothing by default, and then it is for this machine only. */
  readonly controlKey?: string;
  /** The real time in milliseconds since 1970; `Date.now` by default. */
  readonly clock?: () => number;
  /** Sends notifications; the global `fetch` by default. */
  readonly fetch?: typeof globalThis.fetch;
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

const DEFAULT_SEED: Seed = { size: 0, number: 1 };

/**
 * Opens a sandbox: both vendors' APIs and the control API, on one database.
 *
 * @throws Error - when the database cannot be used; the message says what to do.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { database = ":memory:", clock = Date.now, checkAnswers = true, onFault = () => {} } = options;
  const store = await openStore(database);
  const log = openRequestLog();
  // Node loads its fetch, which is large, when it is first called.
  const { fetch = (...sent) => globalThis.fetch(...sent) } = options;
  const deliverer = new Deliverer({ store, fetch, clock, onFault });
  const poke = () => deliverer.poke();
  const vendors = { octopi: octopi(), dataloy: dataloy({ store, poke }) };
  const control = sandbox({ store, log, clock, poke, vendors, controlKey: options.controlKey });
  const seed = { ...DEFAULT_SEED, ...options.seed };
  const apis = [control, vendors.octopi, vendors.dataloy];
  const closing = new AbortController();
  const home: Home = {
    store,
    seed,
    clock,
    queue: exclusivelyByName(),
    apis,
    checkAnswers,
    log,
    memory: openAnswerMemory(["authorization", "x-sandbox-session", ...headersOf(apis)]),
    closing: closing.signal,
    onFault,
  };
  const { answer, settled } = whileOpen((request) => answerCall(home, request));
  poke();
  return {
    answer,
    fetch: async (request) => toResponse(await answer(request)),
    close: async () => {
      closing.abort();
      await settled();
      await deliverer.close();
      await store.close();
    },
  };
}

/** Knows which answers are under way: the store is closed after the last of them. */
function whileOpen(answer: Answer): { answer: Answer; settled(): Promise<unknown> } {
  const underWay = new Set<Promise<Outgoing>>();
  return {
    answer: (request) => {
      const answering = answer(request);
      underWay.add(answering);
      const done = () => void underWay.delete(answering);
      answering.then(done, done);
      return answering;
    },
    settled: () => Promise.allSettled(underWay),
  };
}

/** The headers that the descriptions know, by which requests for the same URL differ. */
function headersOf(apis: readonly Api[]): string[] {
  const operations = apis.flatMap(({ contract }) => [...contract.operations.values()]);
  const headers = operations.flatMap(({ parameters }) => parameters.filter((one) => one.in === "header"));
  return [...new Set(headers.map(({ name }) => name.toLowerCase()))];
}

function toResponse({ status, headers, body }: Outgoing): Response {
  return new Response(body === "" ? null : body, { status, headers });
}
