import { CannotRun } from "../cannot-run.js";
import type { Reach } from "./check.js";

/** How much a run may do: only read, write to records of its own, or everything that the spec documents. */
export const MODES = ["read-only", "disposable", "full"] as const;
export type Mode = (typeof MODES)[number];

const ALLOWED: Readonly<Record<Mode, readonly Reach[]>> = {
  "read-only": ["reads"],
  disposable: ["reads", "own"],
  full: ["reads", "own", "any"],
};

/**
 * Reads how much a run may do. A target that is not this machine may be somebody's real system: there it only reads.
 *
 * @throws CannotRun for a mode that there is not, and for `full` elsewhere than on this machine.
 */
export function readMode(mode: string | undefined, isThisMachine: boolean): Mode {
  const known = MODES.find((one) => one === (mode ?? (isThisMachine ? "full" : "read-only")));
  if (known === undefined) throw new CannotRun(`There is no mode "${mode}"; use ${MODES.join(" or ")}.`);
  if (known !== "full" || isThisMachine) return known;
  throw new CannotRun(
    "Mode full creates, changes and deletes, and is for this machine alone: a mock or a sandbox on localhost or 127.0.0.1. Leave --mode out, and the target is only read; --mode disposable writes to a test system records of its own, and removes them.",
  );
}

/** Whether a mode lets a check be run. */
export function isAllowed(mode: Mode, reach: Reach): boolean {
  return ALLOWED[mode].includes(reach);
}
