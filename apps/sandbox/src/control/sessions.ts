import { REAL_CLOCK } from "../clock.js";
import { plant } from "../seed/plant.js";
import { deleteCopy, emptyCopy, listCopies, updateCopy } from "../store/copies.js";
import type { CopyRow } from "../store/tables.js";
import type { ControlContext, ControlHandler, ControlParts } from "./context.js";
import { writeSession } from "./write-session.js";

/** The handlers that are about whole sessions. */
export function sessionHandlers({ log, clock, poke }: ControlParts) {
  const getSession: ControlHandler<"getSession"> = async (_, { session }) => {
    return { status: 200, body: writeSession(session, clock()) };
  };

  const listSessions: ControlHandler<"listSessions"> = async (_, { db }) => {
    const sessions = await listCopies(db, "session");
    return { status: 200, body: { sessions: sessions.map((one) => writeSession(one, clock())) } };
  };

  const deleteSession: ControlHandler<"deleteSession"> = async (_, { db, session, afterCommit }) => {
    await deleteCopy(db, session.id);
    for (const { id } of await listCopies(db, "snapshot", `${session.name}/`)) await deleteCopy(db, id);
    afterCommit.push(() => log.clear(session.name));
    return { status: 204 };
  };

  const resetSession: ControlHandler<"resetSession"> = async (_, context) => {
    const { seed_size, seed_number } = context.session;
    return { status: 200, body: writeSession(await plantAgain(context, { seed_size, seed_number }), clock()) };
  };

  const loadSeed: ControlHandler<"loadSeed"> = async ({ body: { size, number = 1 } }, context) => {
    const planted = await plantAgain(context, { seed_size: size, seed_number: number });
    return { status: 200, body: writeSession(planted, clock()) };
  };

  async function plantAgain(
    { db, session, afterCommit }: ControlContext,
    seed: Pick<CopyRow, "seed_size" | "seed_number">,
  ): Promise<CopyRow> {
    await emptyCopy(db, session.id);
    await plant(db, session.id, { size: seed.seed_size, number: seed.seed_number });
    const changes = { ...seed, ...REAL_CLOCK, faults: 0 };
    await updateCopy(db, session.id, changes);
    afterCommit.push(() => log.clear(session.name), poke);
    return { ...session, ...changes };
  }

  return { getSession, listSessions, deleteSession, resetSession, loadSeed };
}
