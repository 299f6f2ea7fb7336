import { takeNumbers } from "./counters.js";
import { insertRows } from "./rows.js";
import type { Scope } from "./scope.js";
import type { ChassisRow } from "./tables.js";

/** A container and the chassis that it is to stand on. */
export type Mounting = { readonly container_id: number; readonly chassis_id: number };

/** Finds a chassis by its number. */
export async function findChassis({ db, copy, owner }: Scope, number: string): Promise<ChassisRow | undefined> {
  const chassis = db.selectFrom("chassis").selectAll().where("copy", "=", copy).where("owner", "=", owner);
  return await chassis.where("number", "=", number).executeTakeFirst();
}

/** Makes a chassis known. */
export async function registerChassis({ db, copy, owner }: Scope, number: string): Promise<ChassisRow> {
  const chassis = { copy, owner, id: await takeNumbers(db, copy, "chassis"), number };
  await insertRows(db, "chassis", [chassis]);
  return chassis;
}

/** Puts a container on a chassis; what stood on it stands there no longer. */
export async function mount({ db, copy, owner }: Scope, { container_id, chassis_id }: Mounting): Promise<void> {
  const containers = db.updateTable("containers").where("copy", "=", copy).where("owner", "=", owner);
  await containers.set({ chassis_id: null }).where("chassis_id", "=", chassis_id).execute();
  await containers.set({ chassis_id }).where("id", "=", container_id).execute();
}

/** Takes a container off its chassis. */
export async function unmount({ db, copy, owner }: Scope, { container_id }: Mounting): Promise<void> {
  const containers = db.updateTable("containers").where("copy", "=", copy).where("owner", "=", owner);
  await containers.set({ chassis_id: null }).where("id", "=", container_id).execute();
}
