import type { Wire } from "../wire/open-wire.js";
import type { Reach } from "./check.js";
import type { Nature } from "./nature.js";
import { SESSION_HEADER } from "./nature.js";
import type { Target } from "./open-target.js";

/** Copies of the data, for checks that must not meet. */
export type Sessions = {
  /** A session: a new one for what writes, one for all that only reads. Undefined where the target has none. */
  open(reach: Reach): string | undefined;
  /** Deletes a session of a check that wrote. */
  close(session: string | undefined): Promise<void>;
  /** Deletes the one that all share. */
  end(): Promise<void>;
};

/**
 * Begins to hand out sessions.
 *
 * @param run - Tells runs apart.
 */
export function openSessions({ origin }: Target, { hasSessions }: Nature, wire: Wire, run: string): Sessions {
  const shared = `contract-test-${run}-reads`;
  let count = 0;
  const remove = async (session: string) => {
    const request = new Request(`${origin}/_sandbox/session`, {
      method: "DELETE",
      headers: { [SESSION_HEADER]: session },
    });
    // A session that stays harms nobody; a sandbox that is gone took it along.
    await wire.send(request, { cleansUp: true }).catch(() => {});
  };
  return {
    open(reach) {
      if (!hasSessions) return undefined;
      count += 1;
      return reach === "reads" ? shared : `contract-test-${run}-${count}`;
    },
    async close(session) {
      if (session !== undefined && session !== shared) await remove(session);
    },
    async end() {
      if (hasSessions) await remove(shared);
    },
  };
}
