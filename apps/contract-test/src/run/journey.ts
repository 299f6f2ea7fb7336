import { createDataloyClient, type DataloyClient, ApiError as DataloyError } from "@quayside/client/dataloy";
import { createOctopiClient, type OctopiClient, ApiError as OctopiError } from "@quayside/client/octopi";
import { findOperation } from "@quayside/contract";
import type { ApiName } from "../api.js";
import { isEqual } from "../meaning/is-same.js";
import { show } from "../meaning/meaning-check.js";
import { responseOf } from "../wire/response-of.js";
import { NoAnswer } from "../wire/send.js";
import type { Caller } from "./caller.js";
import type { Check, Reach } from "./check.js";
import { holdAnswer } from "./hold-answer.js";
import { refuseUntold } from "./untold.js";
import { CannotTell, NotReached } from "./verdicts.js";

/** A story of several requests, told through the typed client. */
export type Journey = {
  readonly api: ApiName;
  /** What happens in it. */
  readonly name: string;
  /** Every operation that it calls, in the order of their first calls. */
  readonly operationIds: readonly string[];
  readonly reach: Reach;
  /** Values of the examples that somebody has to give before it is told on a system that is not ours. */
  readonly needs: readonly string[];
  readonly walk: (traveller: Traveller) => Promise<void>;
};

/** Who walks: the clients, and what may be said of the way. */
export type Traveller = {
  readonly octopi: OctopiClient;
  readonly dataloy: DataloyClient;
  /** A name that this run has not given before. */
  fresh(): string;
  /** A value of the target: the given one (`--fixtures`), else that of the documented data. */
  given<Value>(name: string, documented: Value): Value;
  /**
   * Goes on only if a value is as it should be.
   *
   * @param where - The operation, and where it says so: `cancelServiceOrder /status`.
   */
  is(where: string, came: unknown, expected: unknown): void;
  /** Goes on only if a call is refused with one of some statuses. */
  refuses(call: Promise<unknown>, where: string, ...statuses: number[]): Promise<void>;
};

/** The story went another way. The message has the form of all findings. */
class WentAnotherWay extends Error {
  override name = "WentAnotherWay";
  readonly where: string;

  constructor(where: string, came: string, expected: string) {
    super(`${came}; the spec has ${expected}`);
    this.where = where;
  }
}

/** A journey as a check. */
export function journeyCheck({ name, operationIds, reach, needs, walk }: Journey): Check {
  const [first = ""] = operationIds;
  return {
    kind: "journey",
    operationId: first,
    operationIds,
    name,
    reach,
    needs,
    async run(caller) {
      const log: Log = { last: first, succeeded: false };
      try {
        await walk(travellerOf(caller, log));
      } catch (error) {
        tell(caller, error, log);
      }
      return undefined;
    },
  };
}

type Log = { last: string; succeeded: boolean; failed?: unknown };

function travellerOf(caller: Caller, log: Log): Traveller {
  const { credentials, origin, limits, fixtures } = caller.run.target;
  const fetch = watched(caller, log);
  const options = { origin, fetch, retry: false, timeoutMs: limits.timeoutMs * 10 + 60_000 };
  return {
    get octopi() {
      if (credentials.kind !== "token") throw new Error("Octopi knows tokens only.");
      return createOctopiClient({ ...options, token: credentials.token });
    },
    get dataloy() {
      return createDataloyClient({ ...options, auth: credentials });
    },
    fresh: () => caller.run.names.fresh(),
    given: (name, documented) => (Object.hasOwn(fixtures, name) ? (fixtures[name] as typeof documented) : documented),
    is(where, came, expected) {
      if (!isEqual(came, expected)) throw new WentAnotherWay(where, show(came), show(expected));
    },
    async refuses(call, where, ...statuses) {
      const status = await call.then(() => "success", statusOf);
      if (!statuses.some((one) => one === status))
        throw new WentAnotherWay(where, String(status), statuses.join(" or "));
    },
  };
}

function statusOf(error: unknown): number {
  if (error instanceof OctopiError || error instanceof DataloyError) return error.status;
  throw error;
}

/** Every answer on the way is held against the contract. */
function watched(caller: Caller, log: Log): (request: Request) => Promise<Response> {
  const { api } = caller.run.target;
  return async (request) => {
    const operationId = findOperation(api.contract, request.method, new URL(request.url).pathname)?.operation
      .operationId;
    log.last = operationId ?? log.last;
    try {
      const answer = await caller.pass(request, { operationId });
      log.succeeded ||= answer.status < 300;
      refuseUntold(log.last, answer.status);
      holdAnswer(caller, log.last, answer);
      return responseOf(answer);
    } catch (error) {
      log.failed = error;
      throw error;
    }
  };
}

function tell(caller: Caller, error: unknown, { last, succeeded, failed }: Log): void {
  if (error instanceof WentAnotherWay)
    caller.found({ rule: "journey-broken", where: error.where, message: error.message });
  else if (error instanceof OctopiError || error instanceof DataloyError)
    tellRefusal(caller, error.status, last, succeeded);
  // The client's own error says less than what it was told.
  else if (failed instanceof NoAnswer) throw new CannotTell(failed.rule, failed.message);
  else throw failed ?? error;
}

function tellRefusal(caller: Caller, status: number, last: string, succeeded: boolean): void {
  if (status === 404 && !succeeded)
    throw new NotReached(`${last} was answered 404: the target lacks what the story begins with`);
  // A success that the client cannot read: the contract told why.
  if (status < 300 && caller.findings.length > 0) return;
  const message = `${status}; the spec has success at this point of the story`;
  caller.found({ rule: "journey-broken", where: last, message });
}
