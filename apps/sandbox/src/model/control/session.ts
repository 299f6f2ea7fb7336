import { NOW } from "../../testing/open-sandbox.js";
import { newWorld, type World } from "../world.js";

/** A session as a model keeps it. */
export type ModelSession = {
  readonly name: string;
  world: World;
  seedNumber: number;
  readonly snapshots: Map<string, { readonly world: World; readonly seedNumber: number }>;
};

/** A session as it begins. */
export function newSession(name: string): ModelSession {
  return { name, world: newWorld(), seedNumber: 1, snapshots: new Map() };
}

/** A session as the control API answers it. */
export function showSession({ name, world, seedNumber }: ModelSession) {
  const created_at = new Date(NOW).toISOString();
  return { name, created_at, seed: { size: 0, number: seedNumber }, clock: showClock(world), faults: 0 };
}

/** A session's clock as the control API answers it; the real time stands still in these tests. */
export function showClock({ clock: { now, frozen } }: World) {
  return { now: new Date(now).toISOString(), frozen, offset_ms: now - NOW };
}
