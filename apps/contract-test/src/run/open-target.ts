import { type Api, openApi } from "../api.js";
import { CannotRun } from "../cannot-run.js";
import type { Limits } from "../wire/send.js";
import { type Mode, readMode } from "./mode.js";
import { type Credentials, readCredentials, readOther } from "./read-credentials.js";
import { isThisMachine, readTarget, requireAllowed } from "./read-target.js";
import { type Fixtures, withFixtures } from "./with-fixtures.js";

/** What to test, and how. */
export type ContractTestOptions = {
  /** `octopi` or `dataloy`. */
  readonly api: string;
  /** An origin, e.g. `http://127.0.0.1:4010`. Plain http is for local hosts only. */
  readonly target: string;
  /** Octopi's API key or a bearer token of Dataloy; without a scheme in front. */
  readonly token?: string | undefined;
  /** `name:password`, for Dataloy tenants with HTTP Basic. */
  readonly user?: string | undefined;
  /** Ids of the operations to test; all by default. */
  readonly operations?: readonly string[] | undefined;
  /**
   * What a difference on something is that the spec only infers: a failure, or a warning, for the spec may be wrong.
   * Default: `fail` where the target is this machine (the mock, a stand-in made from the spec), else `warn`.
   */
  readonly inferred?: "fail" | "warn" | undefined;
  /** The same as `token` and `user`, of another organisation or tenant: what one sees, the other must not. */
  readonly otherToken?: string | undefined;
  readonly otherUser?: string | undefined;
  /**
   * `read-only` sends GETs and nothing else. `disposable` makes records of its own, with names that begin with `QUAYSIDE-`, and
   * removes them; its host must be in `allowHosts` unless it is this machine. `full` creates, changes and deletes whatever the
   * examples speak of, and is refused unless the target is this machine.
   * Default: `full` where the target is this machine, else `read-only`.
   */
  readonly mode?: Mode | undefined;
  /** Values of the target's own, by the names of the examples' values whose place they take: `{ container_ids: [77] }`. */
  readonly fixtures?: Fixtures | undefined;
  /** Host names that may be tested; when given, no other is. */
  readonly allowHosts?: readonly string[] | undefined;
  /** What drawn requests are drawn with, 0 to 2,147,483,647; by default another one each time. */
  readonly seed?: number | undefined;
  /** How many requests are drawn for each operation, 0 to 10,000. Default 20. */
  readonly depth?: number | undefined;
  /** Requests a second, 1 to 10,000. Default: 10 elsewhere than on this machine, else as many as come. */
  readonly rate?: number | undefined;
  /** The most requests that may write, 1 to 1,000,000. Default: 2,000 in mode `disposable`, else any number. */
  readonly maxWrites?: number | undefined;
  /** Milliseconds until a whole answer must be there. Default 10,000. */
  readonly timeoutMs?: number | undefined;
  /** How many requests may be under way at once, from 1 to 32. Default: 4 on this machine, 2 elsewhere. */
  readonly concurrency?: number | undefined;
  /** Sends the requests; the global `fetch` by default. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Ends the run early. */
  readonly signal?: AbortSignal | undefined;
};

/** A target that can be sent requests: the options, read and checked. */
export type Target = {
  readonly api: Api;
  readonly origin: string;
  readonly credentials: Credentials;
  readonly authorization: string;
  /** Of another tenant. */
  readonly other: Credentials | undefined;
  readonly otherAuthorization: string | undefined;
  readonly inferred: "fail" | "warn";
  readonly mode: Mode;
  readonly fixtures: Fixtures;
  readonly seed: number;
  readonly depth: number;
  readonly limits: Limits;
  readonly rate: number | undefined;
  readonly maxWrites: number | undefined;
  readonly concurrency: number;
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal | undefined;
};

/** What `timeoutMs` is by default. */
export const DEFAULT_TIMEOUT_MS = 10_000;

/** Longer than any documented answer by far; what a target sends must not fill our memory. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Reads the options of a run. Sends nothing.
 *
 * @throws CannotRun, with a sentence that says what to do, for options that cannot work.
 */
export function openTarget(options: ContractTestOptions): Target {
  const { fixtures = {} } = options;
  const api = withFixtures(openApi(options.api), fixtures);
  const origin = readTarget(options.target);
  const isHere = isThisMachine(origin);
  const mode = readMode(options.mode, isHere);
  requireAllowed(origin, options.allowHosts, mode === "disposable" && !isHere);
  const credentials = readCredentials(options);
  const other = readOther({ token: options.otherToken, user: options.otherUser }, credentials);
  const timeoutMs = readNumber("timeout", options.timeoutMs ?? DEFAULT_TIMEOUT_MS, 1, 600_000);
  checkConnection(api, origin, credentials, timeoutMs);
  return {
    api,
    origin,
    credentials,
    authorization: api.authorize(credentials),
    other,
    otherAuthorization: other && api.authorize(other),
    inferred: options.inferred ?? (isHere ? "fail" : "warn"),
    mode,
    fixtures,
    seed: readNumber("seed", options.seed ?? Math.floor(Math.random() * MOST_SEED), 0, MOST_SEED),
    depth: readNumber("depth", options.depth ?? DEFAULT_DEPTH, 0, 10_000),
    limits: { timeoutMs, maxBytes: MAX_BYTES },
    rate: readOptional("rate", options.rate ?? (isHere ? undefined : RATE_ELSEWHERE), 10_000),
    maxWrites: readOptional(
      "write budget",
      options.maxWrites ?? (mode === "disposable" ? MOST_WRITES : undefined),
      1_000_000,
    ),
    concurrency: readNumber("concurrency", options.concurrency ?? (isHere ? 4 : 2), 1, 32),
    fetch: options.fetch ?? globalThis.fetch,
    signal: options.signal,
  };
}

const MOST_SEED = 2 ** 31 - 1;
const DEFAULT_DEPTH = 20;
const RATE_ELSEWHERE = 10;
const MOST_WRITES = 2000;

function readNumber(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new CannotRun(`The ${name} is ${value}; give a whole number from ${least} to ${most}.`);
}

function readOptional(name: string, value: number | undefined, most: number): number | undefined {
  return value === undefined ? undefined : readNumber(name, value, 1, most);
}

/** The client refuses what would show a token to the network; better once and now than in every case. */
function checkConnection(api: Api, origin: string, credentials: Credentials, timeoutMs: number): void {
  try {
    api.connect({ origin, credentials, timeoutMs, fetch: () => Promise.reject(new Error("nothing is sent yet")) });
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`The client cannot be made: ${error instanceof Error ? error.message : String(error)}`);
  }
}
