import type { Kind, Verdict } from "../result.js";
import type { Caller } from "./caller.js";

/** How far a check goes: it only reads, it writes to records that it made itself, or to any. The mode says how far it may. */
export const REACHES = ["reads", "own", "any"] as const;
export type Reach = (typeof REACHES)[number];

/** Something that the target is held against: one request, a rule over several, or a story. */
export type Check = {
  readonly kind: Kind;
  /** Of what it is about. */
  readonly operationId: string;
  /** All that it calls, where that is more than the one. */
  readonly operationIds?: readonly string[];
  /** Unique within the operation; the same from run to run. */
  readonly name: string;
  readonly reach: Reach;
  /** Names of values that somebody has to give before it writes to a system that is not ours; none by default. */
  readonly needs?: readonly string[] | undefined;
  /** The one request that it sends, as `GET /path?query`; undefined where there are several. */
  readonly sends?: string | undefined;
  /** The status that the target is asked for with `Prefer`. */
  readonly asked?: number | undefined;
  /**
   * Sends, and judges. What it finds it returns or tells the caller, which holds every answer against the contract too.
   *
   * @throws NotReached when what it is about does not come up. CannotTell when it cannot be told.
   */
  readonly run: (caller: Caller) => Promise<Verdict | undefined>;
};
