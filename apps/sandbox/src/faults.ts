import type { FaultEffect } from "@quayside/types/sandbox";
import { updateCopy } from "./store/copies.js";
import { countDown, findFault } from "./store/faults.js";
import type { Db } from "./store/open-store.js";
import type { CopyRow } from "./store/tables.js";

/** What is to go wrong with a call, as the control API takes it. */
export type Fault = FaultEffect;

/** Thrown where a connection is to be cut without an answer. */
export class ConnectionCut extends Error {
  override readonly name = "ConnectionCut";
}

/** Takes the oldest scripted fault for an operation, and counts it down; undefined when there is none. */
export async function takeFault(
  db: Db,
  session: CopyRow,
  api: string,
  operationId: string,
): Promise<Fault | undefined> {
  const scripted = await findFault(db, session.id, api, operationId);
  if (scripted === undefined) return undefined;
  await countDown(db, scripted);
  await updateCopy(db, session.id, { faults: session.faults - 1 });
  return JSON.parse(scripted.fault);
}
