import { Refusal } from "@quayside/serve";
import { type Clock, clockAt, REAL_CLOCK, timeOf } from "../clock.js";
import { updateCopy } from "../store/copies.js";
import type { ControlContext, ControlHandler, ControlParts } from "./context.js";
import { writeClock } from "./write-session.js";

/** The years in which every time can be written in every time zone. */
const EARLIEST = Date.UTC(1970, 0, 2);
const LATEST = Date.UTC(9998, 0, 1);

/** The handlers that read and set a session's clock. */
export function clockHandlers({ clock, poke }: ControlParts) {
  const getClock: ControlHandler<"getClock"> = async (_, { session }) => {
    return { status: 200, body: writeClock(session, clock()) };
  };

  const setClock: ControlHandler<"setClock"> = async ({ body: { now, frozen } }, context) => {
    const { session } = context;
    const time = now === undefined ? timeOf(session, clock()) : Date.parse(now);
    return await change(context, clockAt(inRange(time), frozen ?? session.clock_frozen_at !== null, clock()));
  };

  const advanceClock: ControlHandler<"advanceClock"> = async ({ body: { seconds } }, context) => {
    const time = timeOf(context.session, clock()) + Math.round(seconds * 1000);
    return await change(context, clockAt(inRange(time), context.session.clock_frozen_at !== null, clock()));
  };

  const resetClock: ControlHandler<"resetClock"> = async (_, context) => await change(context, REAL_CLOCK);

  async function change({ db, session, afterCommit }: ControlContext, changed: Clock) {
    await updateCopy(db, session.id, changed);
    // What falls due by the new time is done at once.
    afterCommit.push(poke);
    return { status: 200, body: writeClock(changed, clock()) } as const;
  }

  return { getClock, setClock, advanceClock, resetClock };
}

function inRange(time: number): number {
  if (time >= EARLIEST && time < LATEST) return time;
  throw new Refusal(400, "The clock goes from 1970 to 9997.");
}
