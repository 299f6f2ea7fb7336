import { timeOf } from "../../clock.js";
import {
  claimDelivery,
  type DeliveryName,
  findDueDeliveries,
  hasWaitingDeliveries,
  keepResult,
} from "../../store/deliveries.js";
import type { Store } from "../../store/open-store.js";
import { writeLocalTime } from "../local-time.js";
import { post } from "./post.js";

/** What a deliverer works with. */
export type DelivererParts = {
  readonly store: Store;
  readonly fetch: typeof globalThis.fetch;
  /** The real time, in milliseconds since 1970. */
  readonly clock: () => number;
  /** Hears of faults of the sandbox itself; that a receiver fails is none. */
  readonly onFault: (fault: unknown) => void;
};

const LOOK_EVERY_MS = 1000;
/** Nothing waits; but another process on the database may store something and be gone before it is sent. */
const LOOK_AFTER_OTHERS_MS = 30_000;
const MAX_AT_ONCE = 20;
/** Longer than an attempt can take: after that, whoever claimed a delivery is gone. */
const CLAIM_MS = 30_000;

/**
 * Delivers the notifications of all sessions of a database. While anything waits it looks every second for what is due, for
 * clocks run on, and other processes on the database come and go.
 */
export class Deliverer {
  readonly #parts: DelivererParts;
  readonly #closing = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  #attempts = 0;
  #isLooking = false;
  #lookAgain = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: DelivererParts) {
    this.#parts = parts;
  }

  /** Looks for what is due: when something was enqueued, when a session's clock was set, and once in the beginning. */
  poke(): void {
    this.#lookAgain = true;
    if (!this.#isLooking && !this.#closing.signal.aborted) this.#start(this.#look());
  }

  /** Resolves once nothing is under way. What waits for its time is not waited for. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** Stops. What is cut off is tried again, by this database's next process. */
  async close(): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#timer);
    await this.settled();
  }

  #start(work: Promise<void>): void {
    const guarded = work.catch(this.#parts.onFault).finally(() => this.#underWay.delete(guarded));
    this.#underWay.add(guarded);
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    let isWaiting = true;
    try {
      while (this.#lookAgain) {
        this.#lookAgain = false;
        isWaiting = await this.#startWhatIsDue();
      }
    } finally {
      this.#isLooking = false;
      this.#lookLater(isWaiting ? LOOK_EVERY_MS : LOOK_AFTER_OTHERS_MS);
    }
  }

  async #startWhatIsDue(): Promise<boolean> {
    const { store, clock } = this.#parts;
    const { due, isWaiting } = await store.read(async (db) => ({
      due: await findDueDeliveries(db, clock(), MAX_AT_ONCE - this.#attempts),
      isWaiting: await hasWaitingDeliveries(db),
    }));
    for (const one of due) this.#start(this.#attempt(one));
    return isWaiting;
  }

  #lookLater(delayMs: number): void {
    if (this.#closing.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.poke(), delayMs).unref();
  }

  async #attempt(one: DeliveryName): Promise<void> {
    this.#attempts += 1;
    const isTried = await this.#tryOnce(one).finally(() => {
      this.#attempts -= 1;
    });
    // Others may have waited for their turn.
    if (isTried) this.poke();
  }

  async #tryOnce(one: DeliveryName): Promise<boolean> {
    const { store, clock, fetch } = this.#parts;
    const claimed = await claimDelivery(store, one, clock, CLAIM_MS);
    if (claimed === undefined) return false;
    const error = await post(fetch, claimed.url, claimed.body, this.#closing.signal);
    if (error !== null && this.#closing.signal.aborted) return false;
    await keepResult(store, claimed, (session) => {
      const time = timeOf(session, clock());
      return { error, time, localTime: writeLocalTime(time) };
    });
    return true;
  }
}
