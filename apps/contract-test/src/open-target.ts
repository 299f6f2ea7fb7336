import { type Api, openApi } from "./api.js";
import { CannotRun } from "./cannot-run.js";
import type { Limits } from "./exchange.js";
import { type Mode, readMode } from "./mode.js";
import { type Credentials, readCredentials } from "./read-credentials.js";
import { readTarget } from "./read-target.js";

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
  /**
   * `read-only` sends GETs and nothing else; `full` creates, changes and deletes, and is refused unless the target is this machine.
   * Default: `full` where the target is this machine, else `read-only`.
   */
  readonly mode?: "read-only" | "full" | undefined;
  /** Milliseconds until a whole answer must be there. Default 10,000. */
  readonly timeoutMs?: number | undefined;
  /** How many requests may be under way at once, from 1 to 32. Default 4. */
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
  readonly inferred: "fail" | "warn";
  readonly mode: Mode;
  readonly limits: Limits;
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
  const api = openApi(options.api);
  const origin = readTarget(options.target);
  const credentials = readCredentials(options);
  const timeoutMs = readNumber("timeout", options.timeoutMs ?? DEFAULT_TIMEOUT_MS, 600_000);
  checkConnection(api, origin, credentials, timeoutMs);
  return {
    api,
    origin,
    credentials,
    authorization: api.authorize(credentials),
    inferred: options.inferred ?? (isThisMachine(origin) ? "fail" : "warn"),
    mode: readMode(options.mode, isThisMachine(origin)),
    limits: { timeoutMs, maxBytes: MAX_BYTES },
    concurrency: readNumber("concurrency", options.concurrency ?? 4, 32),
    fetch: options.fetch ?? globalThis.fetch,
    signal: options.signal,
  };
}

function readNumber(name: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new CannotRun(`The ${name} is ${value}; give a whole number from 1 to ${most}.`);
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

function isThisMachine(origin: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(origin).hostname);
}
