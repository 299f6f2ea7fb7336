import { Refusal } from "@quayside/serve";
import { REAL_CLOCK } from "./clock.js";
import { plant } from "./seed/plant.js";
import { findCopy, insertCopy, listCopies, lockCopy } from "./store/copies.js";
import type { Db, Store } from "./store/open-store.js";
import type { CopyRow } from "./store/tables.js";

/** How the data of a session begins. */
export type Seed = {
  /** How many service orders of each API are made up beside the documented records, from 0 to 200,000. */
  readonly size: number;
  /** The same number makes the same data; from 0 to 4,294,967,295. */
  readonly number: number;
};

/** What sessions need of the sandbox. */
export type SessionHome = {
  readonly store: Store;
  readonly seed: Seed;
  /** The real time, in milliseconds since 1970. */
  readonly clock: () => number;
};

/** The session of requests that name none. */
export const SHARED_SESSION = "default";

/** So that nobody fills the database with names. */
const MAX_SESSIONS = 500;
const NAME = /^[A-Za-z0-9_.-]{1,64}$/;

/**
 * Reads the header `X-Sandbox-Session`.
 *
 * @throws Refusal - 400 for what is no name.
 */
export function readSessionName(header: string | null): string {
  if (header === null) return SHARED_SESSION;
  if (NAME.test(header)) return header;
  throw new Refusal(400, "X-Sandbox-Session takes a name of 1 to 64 letters, digits, dots, dashes and underscores.");
}

/**
 * Works in a session, within one transaction. A session that does not exist yet is made first, from the seed.
 *
 * @param access - With `write` nobody else writes to the session until the work is done.
 */
export async function inSession<T>(
  home: SessionHome,
  access: "read" | "write",
  name: string,
  work: (db: Db, session: CopyRow) => Promise<T>,
): Promise<T> {
  const { store } = home;
  const attempt = () =>
    store[access](async (db) => {
      const session =
        access === "read" ? await findCopy(db, "session", name) : await lockCopy(store, db, "session", name);
      return session === undefined ? undefined : { result: await work(db, session) };
    });
  const { result } = (await attempt()) ?? (await makeSession(home, name).then(attempt)) ?? lost(name);
  return result;
}

function lost(name: string): never {
  throw new Refusal(409, `The session ${name} was deleted meanwhile. Send the request again.`);
}

/** Whoever comes second waits for the first one, and finds the session made. */
async function makeSession({ store, seed, clock }: SessionHome, name: string): Promise<void> {
  await store.write(async (db) => {
    const made_at = clock();
    const values = {
      kind: "session",
      name,
      made_at,
      seed_size: seed.size,
      seed_number: seed.number,
      faults: 0,
    } as const;
    const copy = await insertCopy(db, { ...values, ...REAL_CLOCK });
    if (copy === undefined) return;
    if ((await listCopies(db, "session")).length > MAX_SESSIONS)
      throw new Refusal(400, `There are ${MAX_SESSIONS} sessions. Delete one: DELETE /_sandbox/session with its name.`);
    await plant(db, copy, seed, made_at);
  });
}
