import { NOW } from "../../testing/open-sandbox.js";
import { found } from "../call.js";
import { newWorld } from "../world.js";
import type { ControlModelOf } from "./model.js";
import { type ModelSession, showSession } from "./session.js";

/** Sessions and snapshots: a snapshot is a copy of the session's world. */
export const sessions: ControlModelOf<
  | "getSession"
  | "resetSession"
  | "loadSeed"
  | "deleteSession"
  | "listSnapshots"
  | "takeSnapshot"
  | "restoreSnapshot"
  | "deleteSnapshot"
> = {
  getSession: (_, session) => ({ status: 200, body: showSession(session) }),
  resetSession: (_, session) => beginAgain(session, session.seedNumber),
  loadSeed: ({ body: { number = 1 } }, session) => beginAgain(session, number),
  deleteSession: (_, session) => {
    session.snapshots.clear();
    beginAgain(session, 1);
    return { status: 204 };
  },
  listSnapshots: (_, { snapshots }) => {
    return { status: 200, body: { snapshots: [...snapshots.keys()].sort().map(showSnapshot) } };
  },
  takeSnapshot: ({ path: { snapshot_name: name } }, { snapshots, world, seedNumber }) => {
    snapshots.set(name, { world: structuredClone(world), seedNumber });
    return { status: 200, body: showSnapshot(name) };
  },
  restoreSnapshot: ({ path: { snapshot_name: name } }, session) => {
    const { world, seedNumber } = found(session.snapshots.get(name), `no snapshot ${name}`);
    Object.assign(session, { world: structuredClone(world), seedNumber });
    return { status: 200, body: showSession(session) };
  },
  deleteSnapshot: ({ path: { snapshot_name: name } }, { snapshots }) => {
    found(snapshots.get(name), `no snapshot ${name}`);
    snapshots.delete(name);
    return { status: 204 };
  },
};

function beginAgain(session: ModelSession, seedNumber: number) {
  Object.assign(session, { world: newWorld(), seedNumber });
  return { status: 200, body: showSession(session) };
}

function showSnapshot(name: string) {
  return { name, taken_at: new Date(NOW).toISOString() };
}
