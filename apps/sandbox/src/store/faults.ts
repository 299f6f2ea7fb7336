import type { Db } from "./open-store.js";
import type { FaultRow } from "./tables.js";

/** Stores a scripted fault. */
export async function insertFault(db: Db, fault: FaultRow): Promise<void> {
  await db.insertInto("faults").values(fault).execute();
}

/** The scripted faults that still wait for a call, the oldest first. */
export async function listWaitingFaults(db: Db, copy: number): Promise<FaultRow[]> {
  return await waiting(db, copy).orderBy("id").execute();
}

/** The oldest scripted fault that waits for a call of an operation. */
export async function findFault(db: Db, copy: number, api: string, operationId: string): Promise<FaultRow | undefined> {
  const faults = waiting(db, copy)
    .where("api", "=", api as FaultRow["api"])
    .where("operation_id", "=", operationId);
  return await faults.orderBy("id").limit(1).executeTakeFirst();
}

/** Counts a fault down by one call. */
export async function countDown(db: Db, { copy, id, remaining }: FaultRow): Promise<void> {
  const faults = db.updateTable("faults").set({ remaining: remaining - 1 });
  await faults.where("copy", "=", copy).where("id", "=", id).execute();
}

/** Removes all scripted faults. */
export async function deleteFaults(db: Db, copy: number): Promise<void> {
  await db.deleteFrom("faults").where("copy", "=", copy).execute();
}

function waiting(db: Db, copy: number) {
  return db.selectFrom("faults").selectAll().where("copy", "=", copy).where("remaining", ">", 0);
}
