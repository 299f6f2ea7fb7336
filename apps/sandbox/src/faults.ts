import { updateCopy } from "./store/copies.js";
import type { Db } from "./store/open-store.js";
import type { CopyRow } from "./store/tables.js";

/** What is to go wrong with a call, as the control API takes it. */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly body?: unknown }
  | { readonly kind: "delay"; readonly delay_ms: number }
  | { readonly kind: "rate_limit"; readonly retry_after_seconds?: number }
  | { readonly kind: "cut"; readonly when: "before_commit" | "after_commit" }
  | { readonly kind: "broken_body" };

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
  const scripted = await db
    .selectFrom("faults")
    .selectAll()
    .where("copy", "=", session.id)
    .where("api", "=", api as "octopi")
    .where("operation_id", "=", operationId)
    .where("remaining", ">", 0)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  if (scripted === undefined) return undefined;
  await db
    .updateTable("faults")
    .set({ remaining: scripted.remaining - 1 })
    .where("copy", "=", session.id)
    .where("id", "=", scripted.id)
    .execute();
  await updateCopy(db, session.id, { faults: session.faults - 1 });
  return JSON.parse(scripted.fault);
}
