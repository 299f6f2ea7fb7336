import { Refusal } from "@quayside/serve";
import { addRows, deleteCopy, emptyCopy, findCopy, insertCopy, listCopies, updateCopy } from "../store/copies.js";
import type { CopyRow } from "../store/tables.js";
import type { ControlContext, ControlHandler, ControlParts } from "./context.js";
import { writeSession, writeUtc } from "./write-session.js";

/** So that nobody fills the database with copies. */
const MAX_SNAPSHOTS = 100;

/** The handlers that keep a session's data, and bring it back. */
export function snapshotHandlers({ clock, poke }: ControlParts) {
  const listSnapshots: ControlHandler<"listSnapshots"> = async (_, { db, session }) => {
    const snapshots = await listCopies(db, "snapshot", `${session.name}/`);
    return { status: 200, body: { snapshots: snapshots.map(writeSnapshot) } };
  };

  const takeSnapshot: ControlHandler<"takeSnapshot"> = async ({ path }, { db, session }) => {
    const name = `${session.name}/${path.snapshot_name}`;
    const older = await findCopy(db, "snapshot", name);
    if (older !== undefined) await deleteCopy(db, older.id);
    if ((await listCopies(db, "snapshot", `${session.name}/`)).length >= MAX_SNAPSHOTS)
      throw new Refusal(400, `The session has ${MAX_SNAPSHOTS} snapshots. Delete one first.`);
    const { id: _, ...values } = session;
    const snapshot = { ...values, kind: "snapshot", name, made_at: clock() } as const;
    const id = await insertCopy(db, snapshot);
    if (id === undefined) throw new Error(`The snapshot ${name} stands in its own way.`);
    await addRows(db, session.id, id);
    return { status: 200, body: writeSnapshot(snapshot) };
  };

  const deleteSnapshot: ControlHandler<"deleteSnapshot"> = async ({ path }, context) => {
    await deleteCopy(context.db, (await requireSnapshot(context, path.snapshot_name)).id);
    return { status: 204 };
  };

  const restoreSnapshot: ControlHandler<"restoreSnapshot"> = async ({ path }, context) => {
    const { db, session, afterCommit } = context;
    const snapshot = await requireSnapshot(context, path.snapshot_name);
    await emptyCopy(db, session.id);
    await addRows(db, snapshot.id, session.id);
    const { seed_size, seed_number, clock_frozen_at, clock_offset_ms, faults } = snapshot;
    const changes = { seed_size, seed_number, clock_frozen_at, clock_offset_ms, faults };
    await updateCopy(db, session.id, changes);
    afterCommit.push(poke);
    return { status: 200, body: writeSession({ ...session, ...changes }, clock()) };
  };

  return { listSnapshots, takeSnapshot, deleteSnapshot, restoreSnapshot };
}

async function requireSnapshot({ db, session }: ControlContext, name: string): Promise<CopyRow> {
  const snapshot = await findCopy(db, "snapshot", `${session.name}/${name}`);
  if (snapshot === undefined) throw new Refusal(404, `The session ${session.name} has no snapshot ${name}.`);
  return snapshot;
}

function writeSnapshot({ name, made_at }: Pick<CopyRow, "name" | "made_at">) {
  return { name: name.slice(name.indexOf("/") + 1), taken_at: writeUtc(made_at) };
}
