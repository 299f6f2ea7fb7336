import { NOW } from "../../testing/open-sandbox.js";
import { refuse } from "../call.js";
import type { World } from "../world.js";
import type { ControlModelOf } from "./model.js";
import { showClock } from "./session.js";

/** A session's clock. */
export const clock: ControlModelOf<"getClock" | "setClock" | "advanceClock" | "resetClock"> = {
  getClock: (_, { world }) => ({ status: 200, body: showClock(world) }),
  setClock: ({ body: { now, frozen } }, { world }) => {
    return set(world, now === undefined ? world.clock.now : Date.parse(now), frozen ?? world.clock.frozen);
  },
  advanceClock: ({ body }, { world }) => {
    return set(world, Math.round(world.clock.now + body.seconds * 1000), world.clock.frozen);
  },
  resetClock: (_, { world }) => set(world, NOW, false),
};

function set(world: World, now: number, frozen: boolean) {
  if (now < Date.UTC(1970, 0, 2) || now >= Date.UTC(9998, 0, 1)) refuse(400, "from 1970 to 9997");
  world.clock = { now, frozen };
  return { status: 200, body: showClock(world) };
}
