import { Refusal } from "@quayside/serve";
import { REAL_CLOCK } from "./clock.js";
import { plant, type Seed } from "./seed/plant.js";
import { findCopy, insertCopy, listCopies, lockCopy } from "./store/copies.js";
import type { NamedQueue } from "./store/exclusively.js";
import type { Db, Store } from "./store/open-store.js";
import type { CopyRow } from "./store/tables.js";

/** What sessions need of the sandbox. */
export type SessionHome = {
  readonly store: Store;
  readonly seed: Seed;
  /** The real time, in milliseconds since 1970. */
  readonly clock: () => number;
  /** Those who write to one session wait for each other here. */
  readonly queue: NamedQueue;
};

/** The session of requests that name none. */
export const SHARED_SESSION = "default";

/** So that nobody fills the database with names. */
const MAX_SESSIONS = 500;
/** A session may be deleted between its making and the work in it. */
const MAX_TRIES = 50;
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
  const attempt = () =>
    transact(home, access, name, async (db) => {
      const session = access === "read" ? await findCopy(db, "session", name) : await lockCopy(db, "session", name);
      return session === undefined ? undefined : { result: await work(db, session) };
    });
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const done = await attempt();
    if (done !== undefined) return done.result;
    await makeSession(home, name);
  }
  throw new Error(`The session ${name} is deleted as often as it is made.`);
}

/**
 * On PostgreSQL those who write to one session queue here, and not each with a connection of its own: so many would wait for one
 * that is busy that there were none left for the others. SQLite lets one in at a time anyway.
 */
function transact<T>(
  { store, queue }: SessionHome,
  access: "read" | "write",
  name: string,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  if (access === "read" || store.dialect === "sqlite") return store[access](work);
  return queue(name, () => store.write(work));
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
      version: 0,
      faults: 0,
    } as const;
    const copy = await insertCopy(db, { ...values, ...REAL_CLOCK });
    if (copy === undefined) return;
    if ((await listCopies(db, "session")).length > MAX_SESSIONS)
      throw new Refusal(400, `There are ${MAX_SESSIONS} sessions. Delete one: DELETE /_sandbox/session with its name.`);
    await plant(db, copy, seed);
  });
}
