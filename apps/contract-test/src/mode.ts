import type { Api } from "./api.js";
import { CannotRun } from "./cannot-run.js";
import type { Case } from "./cases/case.js";

/** How much a run may do: only read, or everything that the spec documents. */
export const MODES = ["read-only", "full"] as const;
export type Mode = (typeof MODES)[number];

/**
 * Reads how much a run may do. A target that is not this machine may be somebody's real system: there it only reads.
 *
 * @throws CannotRun for a mode that there is not, and for `full` elsewhere than on this machine.
 */
export function readMode(mode: string | undefined, isThisMachine: boolean): Mode {
  const known = MODES.find((one) => one === (mode ?? (isThisMachine ? "full" : "read-only")));
  if (known === undefined) throw new CannotRun(`There is no mode "${mode}"; use ${MODES.join(" or ")}.`);
  if (known === "read-only" || isThisMachine) return known;
  throw new CannotRun(
    "Mode full creates, changes and deletes, and is for this machine alone: a mock or a sandbox on localhost or 127.0.0.1. Leave --mode out, and the target is only read.",
  );
}

/** Whether a mode lets a case be sent. */
export function isAllowed(mode: Mode, api: Api, one: Case): boolean {
  return mode === "full" || methodOf(api, one) === "GET";
}

/** The HTTP method of a case's request. */
export function methodOf({ operations }: Api, one: Case): string {
  if (one.kind === "broken") return one.request.method;
  const operation = operations.find(({ operationId }) => operationId === one.operationId);
  if (operation === undefined) throw new Error(`There is no operation ${one.operationId}.`);
  return operation.method;
}
